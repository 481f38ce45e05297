"""What opens as a message and may ask to hear something: it is a message only where it asks not."""

from dataclasses import replace

from skill.dialog.requested.asked import INTENTS, as_intent, is_known, nearly
from skill.dialog.requested.carried import SLOT
from skill.dialog.requested.for_somebody import told_on
from skill.dialog.requested.of_sent import is_copied
from skill.intents.registry import CORRECTION
from skill.turn.context import Turn
from skill.turn.question import BARE_SLOT, SAID_SLOT, Pending
from skill.turn.request import DID, SENT
from skill.understanding.answers.sent.redirected import is_redirected
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.requests.framing import asks_behind_breaths, is_greeted, is_led
from skill.understanding.requests.reading import may_ask, read_request
from skill.understanding.requests.request import HearRequest, RequestKind
from skill.understanding.requests.roundabout import (
    read_again_of_one,
    read_one_more,
    read_request_behind,
    read_request_of_one,
    read_request_within,
    read_whether,
)

_MESSAGE = "message"
_REPLY, _HEAR = "ReplyIntent", "HearIntent"


def opened(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take words that may be a message for a request where also their name is known."""
    words = turn.slots.get(_MESSAGE, "")
    known = language(turn.locale)
    if is_copied(words, turn) or (turn.attributes.get(SENT) and is_redirected(words, known)):
        return intent, turn
    if answer := _answer_in(words, turn):
        return _REPLY, replace(turn, slots={_MESSAGE: answer})
    if told := told_on(words, turn):
        return told
    request = (
        read_request(words, turn.locale)
        or read_request_behind(words, turn.locale)
        or read_request_of_one(words, turn.locale)
        or (read_one_more(words, turn.locale) if _was_reading(turn) else None)
        or read_again_of_one(words, turn.locale)
        or read_whether(words, turn.locale)
        or read_request_within(words, turn.locale)
        or (nearly(words, "", turn) if _may_be_greeted(words, turn) else None)
    )
    is_unfit = intent == CORRECTION and turn.slots.keys() & {SAID_SLOT[1], BARE_SLOT}
    if request is None and is_unfit and not turn.attributes.get(SENT):
        return _unfit(words, intent, turn)
    if request and (not request.name or is_known(request.name, turn)):
        return as_intent(request, turn)
    return _asked_behind(words, request, intent, turn)


def _may_be_greeted(words: str, turn: Turn) -> bool:
    """Whether a request may stand behind a greeting; after a send "and tell Ana" is of that."""
    return is_greeted(words, turn.locale) and not turn.attributes.get(SENT)


def _asked_behind(
    words: str, request: HearRequest | None, intent: str, turn: Turn
) -> tuple[str, Turn]:
    """Take a question behind "well now" for one, though it is not understood: it is no message."""
    if turn.attributes.get(SENT):
        return intent, turn
    asks = asks_behind_breaths(words, turn.locale, was_led=intent == CORRECTION)
    if request and (asks or is_led(words, turn.locale)):
        return as_intent(request, turn)
    return (_HEAR, replace(turn, slots={SLOT: words})) if asks else (intent, turn)


def _answer_in(words: str, turn: Turn) -> str:
    """Return "yes" of "sorry reply yes"; "" where nothing is answered, as in "reply"."""
    known, phrase = language(turn.locale).asked, Phrase(words)
    at = 0
    while length := longest_at(known["leads"] | known["breaths"], phrase.spoken, at):
        at += length
    verb = longest_at(known["replying"], phrase.spoken, at)
    return phrase.after(at + verb) if verb and at + verb < len(phrase) else ""


def _unfit(words: str, intent: str, turn: Turn) -> tuple[str, Turn]:
    """Read words that fitted no sentence more freely: nothing is sent of them."""
    request = nearly(words, "", turn)
    if request is None and is_known(words, turn, surely=True):
        request = HearRequest(RequestKind.FROM, words)
    if request:
        return as_intent(request, turn)
    asks = may_ask(words, turn.locale)
    return (_HEAR, replace(turn, slots={SLOT: words})) if asks else (intent, turn)


def _was_reading(turn: Turn) -> bool:
    """Whether something was read just before: then a name is one to read more of."""
    return turn.pending is Pending.MORE or turn.attributes.get(DID) in set(INTENTS.values())
