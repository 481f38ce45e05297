"""What is meant by the intent that Alexa chose: another one's sentence, a request, or itself.

It is made out before anything is permitted or answered, for what a voice may depends on it.
"""

from dataclasses import replace

from skill.intents.registry import CORRECTION, FALLBACK, INTENTS, LAUNCH, NOT_A_MESSAGE
from skill.turn.context import Turn
from skill.turn.question import BARE_SLOT, FREE, SAID_SLOT
from skill.turn.request import SENT
from skill.understanding.openings import as_heard, correction, openings

_WORDS = "message"
_WITHOUT_SLOTS = frozenset(
    {
        "AMAZON.RepeatIntent", "AMAZON.CancelIntent", "AMAZON.NoIntent", "ComposeIntent",
        "SendAgainIntent", "KeepUnreadIntent", "SkipIntent", "ThanksIntent", "CourtesyIntent",
        "ReadNewIntent",
        "ReadRepliesIntent", "ReadMentionsIntent", "CountIntent", "OwnMessagesIntent",
        "HeartIntent",
    }
)  # fmt: skip
"""Intents whose sentences say all; what posts something comes last where several are meant."""


def as_meant(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Return the intent and its turn; one that is not (or no more) known is one not understood."""
    if intent == LAUNCH:
        return intent, turn
    if intent == CORRECTION and BARE_SLOT in turn.slots and turn.pending not in FREE:
        intent, turn = FALLBACK, replace(turn, slots={})
    turn = _restored(intent, turn)
    if _is_not_heard(intent, turn):
        return "AMAZON.RepeatIntent", replace(turn, slots={})
    if turn.question is None and (others := _swallowed(intent, turn)):
        from skill.dialog.requested.replied import as_reply  # noqa: PLC0415 - few are swallowed

        if reply := as_reply(intent, turn):
            return reply
        whole = (other for other in others if other in _WITHOUT_SLOTS and other in INTENTS)
        return next(whole, NOT_A_MESSAGE), replace(turn, slots={})
    from skill.dialog.requested.by_intent import as_requested  # noqa: PLC0415 - a launch needs it not

    intent, turn = _begun(intent, turn)
    return as_requested(intent if intent in INTENTS else FALLBACK, turn)


def _begun(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take what does not go on as its opening does ("i wonder ...") for what it is without one.

    That is an answer, where words are asked for, and else nothing that is known.
    """
    from skill.understanding.requests.reading import read_request  # noqa: PLC0415 - for few

    opening, words = openings().get(intent), turn.slots.get(_WORDS, "")
    if opening is None or opening.begins(words[len(opening.words) :].strip()):
        return intent, turn
    if turn.question:
        elicited = turn.question.elicits
    else:
        elicited = SAID_SLOT if turn.attributes.get(SENT) else None
    if elicited is None:
        if read_request(words, turn.locale):
            # "I wonder what Ana wrote" asks.
            return CORRECTION, replace(turn, slots={_WORDS: words})
        return FALLBACK, replace(turn, slots={})
    asked, slot = elicited
    return asked, _restored(asked, replace(turn, slots={slot: words}))


def _restored(intent: str, turn: Turn) -> Turn:
    """Return the turn with the message as it was said, where an intent took words out of it."""
    opening = openings().get(intent)
    if intent == CORRECTION:
        words = turn.slots.get(_WORDS) or correction(turn.slots, turn.locale)
    elif opening is not None:
        rest = turn.slots.get(_WORDS, "")
        words = f"{as_heard(opening.words, rest, turn.locale)} {rest}".strip()
    else:
        return turn
    return replace(turn, slots={**turn.slots, _WORDS: words})


def _is_not_heard(intent: str, turn: Turn) -> bool:
    """Whether "sorry, I didn't catch that" is said of what Alexa just told of a message."""
    is_opening = intent == CORRECTION or intent in openings()
    if turn.question or not turn.attributes.get(SENT) or not is_opening:
        return False
    from skill.understanding.language import language  # noqa: PLC0415 - few have words
    from skill.understanding.phrase import Phrase  # noqa: PLC0415 - few have words

    said = Phrase(turn.slots.get(_WORDS, "")).spoken
    return said in language(turn.locale).asked["not_heard"]


def _swallowed(intent: str, turn: Turn) -> tuple[str, ...]:
    """Return the intents whose sentences the words of a message are the end of."""
    words = turn.slots.get(_WORDS)
    if not words:
        return ()
    from skill.understanding.doubts.swallowed import swallowed  # noqa: PLC0415 - few have words

    return swallowed(intent, words, turn.locale)
