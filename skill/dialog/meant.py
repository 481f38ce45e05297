"""What is meant by the intent that Alexa chose: another one's sentence, a request, or itself.

It is made out before anything is permitted or answered, for what a voice may depends on it.
"""

from dataclasses import replace

from skill.intents.registry import CORRECTION, FALLBACK, INTENTS, LAUNCH, NOT_A_MESSAGE
from skill.turn.context import Turn
from skill.understanding.openings import correction, openings

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
    turn = _restored(intent, turn)
    if turn.question is None and (others := _swallowed(intent, turn)):
        whole = (other for other in others if other in _WITHOUT_SLOTS and other in INTENTS)
        return next(whole, NOT_A_MESSAGE), replace(turn, slots={})
    from skill.dialog.requested import as_requested  # noqa: PLC0415 - a launch needs it not

    found, meant = as_requested(intent if intent in INTENTS else FALLBACK, turn)
    if found == intent and not _is_begun(intent, turn):
        return FALLBACK, replace(turn, slots={})
    return found, meant


def _is_begun(intent: str, turn: Turn) -> bool:
    """Whether a message begins as its opening goes on: "i am ...", not "i wonder ..."."""
    opening = openings().get(intent)
    words = turn.slots.get(_WORDS, "")
    return opening is None or opening.begins(words[len(opening.words) :].strip())


def _restored(intent: str, turn: Turn) -> Turn:
    """Return the turn with the message as it was said, where an intent took words out of it."""
    opening = openings().get(intent)
    if intent == CORRECTION:
        words = turn.slots.get(_WORDS) or correction(turn.slots, turn.locale)
    elif opening is not None:
        words = f"{opening.words} {turn.slots.get(_WORDS, '')}".strip()
    else:
        return turn
    return replace(turn, slots={**turn.slots, _WORDS: words})


def _swallowed(intent: str, turn: Turn) -> tuple[str, ...]:
    """Return the intents whose sentences the words of a message are the end of."""
    words = turn.slots.get(_WORDS)
    if not words:
        return ()
    from skill.understanding.doubts.swallowed import swallowed  # noqa: PLC0415 - few have words

    return swallowed(intent, words, turn.locale)
