"""What is asked to be heard as an intent and its slots; and which names are known in it."""

from collections.abc import Mapping
from dataclasses import replace

from postbox.store.errors import MailboxUnavailable
from skill.turn.context import NotLinked, Turn
from skill.turn.request import ABOUT, ASKS, IN, LEADS, PEOPLE, PLACE, TIME
from skill.understanding.language import language
from skill.understanding.phrase import Phrase
from skill.understanding.requests.framing import is_led
from skill.understanding.requests.nearly import read_nearly
from skill.understanding.requests.request import HearRequest, RequestKind
from skill.understanding.requests.vocabulary import leaves_out, vocabulary

_NAME, _AMOUNT = "recipient", "amount"
_WHETHER = "AskWhetherIntent"
_LONGEST_NAME = 3
_MOST_BEFORE_A_NAME, _MOST_BEHIND_A_NAME = 6, 3
INTENTS: Mapping[RequestKind, str] = {
    RequestKind.NEW: "ReadNewIntent",
    RequestKind.REPLIES: "ReadRepliesIntent",
    RequestKind.MENTIONS: "ReadMentionsIntent",
    RequestKind.FROM: "ReadFromIntent",
    RequestKind.COUNT: "CountIntent",
    RequestKind.LAST: "LastMessagesIntent",
    RequestKind.EARLIER: "EarlierIntent",
    RequestKind.CATCH_UP: "CatchUpIntent",
    RequestKind.NEXT: "NextMessageIntent",
    RequestKind.AGAIN: "AMAZON.RepeatIntent",
    RequestKind.SENT: "OwnMessagesIntent",
    RequestKind.DELIVERED: "DeliveryStatusIntent",
    RequestKind.WHO: "WhoWasThatIntent",
    RequestKind.WHEN: "WhenWasThatIntent",
    RequestKind.SLOWER: "SpeakingRateIntent",
    RequestKind.FASTER: "SpeakingRateIntent",
}
"""What answers each kind of request."""


def as_intent(request: HearRequest, turn: Turn) -> tuple[str, Turn]:
    """Return the intent that answers a request, and the turn with its slots."""
    name = known_name(request.name, turn) if request.name else ""
    slots = {_NAME: name} if name else {}
    slots |= limits_of(request)
    thing = request.name.removesuffix(name).strip()
    if name and not slots.get(ABOUT) and _is_a_thing(thing, turn.locale):
        # "What was the gate code Ana sent me" is of what Ana wrote of it.
        slots[ABOUT] = thing
    if request.amount:
        slots[_AMOUNT] = str(request.amount)
    pace = (
        {str(request.kind)}
        if request.kind in {RequestKind.SLOWER, RequestKind.FASTER}
        else set[str]()
    )
    return INTENTS[request.kind], replace(turn, slots=slots, resolved_ids=frozenset(pace))


def is_known(name: str, turn: Turn, *, surely: bool = False) -> bool:
    """Whether somebody or some place has the name; where nobody can tell, none has."""
    from skill.turn.naming import Naming  # noqa: PLC0415 - names are a large part, and few ask
    from skill.understanding.names.resolution import Certainty  # noqa: PLC0415

    name = Phrase(name).after(leaves_out(name, turn.locale)) or name
    try:
        found = Naming.of(turn).recipients(name)
    except (MailboxUnavailable, NotLinked):
        return False
    if surely:
        return found.certainty is Certainty.CERTAIN
    return found.certainty is not Certainty.UNKNOWN


def begins_with_a_name(words: str, turn: Turn) -> bool:
    """Whether the first words of "ana lima the bus is here" surely name somebody."""
    phrase = Phrase(words)
    ends = range(min(len(phrase), _LONGEST_NAME), 0, -1)
    return any(is_known(phrase.between(0, end), turn, surely=True) for end in ends)


def known_name(name: str, turn: Turn) -> str:
    """Return the name without what may stand before one: "that nice Fatima"."""
    said = name.split()
    joints = vocabulary(turn.locale).lists["or"] | language(turn.locale).conjunctions
    is_several = any((word,) in joints for word in Phrase(name).spoken)
    if len(said) == 1 or is_several or leaves_out(name, turn.locale) or is_known(name, turn):
        return name
    edges = [(first, len(said)) for first in range(1, min(len(said), _MOST_BEFORE_A_NAME))]
    edges += [(0, -last) for last in range(1, min(len(said), _MOST_BEHIND_A_NAME))]
    edges += [(1, -1)] if len(said) > 2 else []
    within = (" ".join(said[first:end]) for first, end in edges)
    return next((part for part in within if is_known(part, turn, surely=True)), name)


def _is_a_thing(words: str, locale: str) -> bool:
    """Whether words name something that is written of: "the gate code"."""
    phrase = Phrase(words)
    return len(phrase) > 1 and phrase.spoken[:1] in vocabulary(locale).lists["determiners"]


def limits_of(request: HearRequest) -> dict[str, str]:
    """Return what narrows a request as slots."""
    limits = request.limits
    asks = PEOPLE if request.is_of_people else ""
    found = {
        PLACE: limits.place,
        TIME: limits.time,
        ABOUT: limits.about,
        LEADS: request.leads if request.leads == IN else "",
        ASKS: asks,
    }
    return {name: words for name, words in found.items() if words}


def nearly(words: str, asked: str, turn: Turn) -> HearRequest | None:
    """Return what is asked for, where a word beside it may call somebody or is a name."""
    whether = vocabulary(turn.locale).carriers[_WHETHER]
    # "(If) you would any messages" asks by itself.
    asks = (asked, *([""] if is_led(words, turn.locale) else [])) if asked else ("", whether)
    found = next(filter(None, (read_nearly(words, turn.locale, asking) for asking in asks)), None)
    if found is None or (
        found.request.name and not asked and not is_known(found.request.name, turn)
    ):
        return None
    is_name = found.beside and is_known(found.beside, turn, surely=True)
    return found.of(found.beside) if is_name else found.request
