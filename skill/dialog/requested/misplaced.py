"""What stands in the place of a name, or of a preference's value, and may be neither."""

from dataclasses import replace

from skill.dialog.requested.asked import as_intent, is_known, known_name, limits_of, nearly
from skill.dialog.requested.of_sent import says_too
from skill.intents.registry import CORRECTION
from skill.turn.context import Turn
from skill.turn.request import JUST_SENT
from skill.understanding.phrase import Phrase
from skill.understanding.requests.chunks import without_owning
from skill.understanding.requests.nearly import put_right
from skill.understanding.requests.reading import is_aside, read_request
from skill.understanding.requests.request import HearRequest, RequestKind
from skill.understanding.requests.roundabout import read_time_as_a_name
from skill.understanding.requests.vocabulary import vocabulary

_MESSAGE, _NAME = "message", "recipient"
_RECIPIENT, _RATE = "RecipientIntent", "SpeakingRateIntent"
CHOICES = frozenset({_RATE, "ReadBackIntent", "SetPreferenceIntent"})
"""Intents whose slots take any words, and which do nothing with what is no value of theirs."""
BY_NAME = frozenset(
    {
        "ReadFromIntent", "CountIntent", "LastMessagesIntent", "EarlierIntent", "CatchUpIntent",
        "OwnMessagesIntent", "DeliveryStatusIntent", _RECIPIENT,
    }
)  # fmt: skip
"""Intents whose sentences take any words for a name."""


def chosen(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take words for a request that are no value of the preference whose sentence has them."""
    words = " ".join(value for value in turn.slots.values() if value)
    if intent == _RATE and is_aside(words, turn.locale):
        # "Say it again I had the drill going": no rate is said.
        return as_intent(HearRequest(RequestKind.AGAIN), turn)
    request = read_request(words, turn.locale, _asking(intent, turn)) or nearly(words, "", turn)
    if request is None or (request.name and not is_known(request.name, turn)):
        if turn.attributes.get(JUST_SENT) and intent == _RATE:
            # Its sentences with nothing but "please" take any words.
            return CORRECTION, replace(turn, slots={_MESSAGE: words})
        return intent, turn
    return as_intent(request, turn)


def named(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take out of a name's place what is none: "kevin since lunch", "the thing ana posted"."""
    words = without_owning(put_right(turn.slots[_NAME], turn.locale))
    if words != turn.slots[_NAME]:
        turn = replace(turn, slots={**turn.slots, _NAME: words})
    if intent == _RECIPIENT and (turn.attributes.get(JUST_SENT) or says_too(words, turn)):
        # "Send that to Siobhan too" is of the message, not of what Siobhan wrote.
        return intent, turn
    nobody = vocabulary(turn.locale).nobody(Phrase(words).spoken)
    if nobody:
        return as_intent(
            HearRequest(RequestKind.SENT if nobody == "speaker" else RequestKind.NEW), turn
        )
    if len(Phrase(words)) == 1 or is_known(words, turn, surely=True):
        return intent, turn
    if since := read_time_as_a_name(words, turn.locale):
        return as_intent(since, turn)
    asked, verb = _asking(intent, turn), vocabulary(turn.locale).verb
    request = read_request(words, turn.locale, asked)
    request = request or read_request(f"{words} {verb}", turn.locale, asked)
    if request is None and intent != _RECIPIENT and not is_known(words, turn):
        name = known_name(words, turn)
        return intent, replace(turn, slots={**turn.slots, _NAME: name})
    if request is None:
        return intent, turn
    if request.kind is not RequestKind.FROM or intent == _RECIPIENT:
        return as_intent(request, turn)
    narrowed = {_NAME: known_name(request.name, turn), **limits_of(request)}
    return intent, replace(turn, slots={**turn.slots, **narrowed})


def _asking(intent: str, turn: Turn) -> str:
    carriers = vocabulary(turn.locale).carriers
    usual = carriers["HearAllIntent" if intent == _RECIPIENT else "HearIntent"]
    return carriers.get(intent, usual)
