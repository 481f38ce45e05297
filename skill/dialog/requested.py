"""What is asked to be heard, in whatever words: an intent and its slots from what they mean.

Alexa's sentences cannot have them all. What comes by a carrier of requests, by an opening or in the
place of a name is read as a request first; a message it is only where it is none.
"""

from collections.abc import Mapping
from dataclasses import replace

from postbox.store.errors import MailboxUnavailable
from skill.intents.registry import CORRECTION, FALLBACK, OPENINGS, REQUESTS
from skill.turn.context import NotLinked, Turn
from skill.turn.question import BARE_SLOT, FREE, SAID_SLOT, Pending
from skill.turn.request import ABOUT, ASKS, DID, IN, JUST_SENT, LEADS, PEOPLE, PLACE, SENT, TIME
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.requests.nearly import put_right, read_nearly
from skill.understanding.requests.reading import (
    may_ask,
    read_one_more,
    read_request,
    read_request_behind,
    read_request_greeted,
    read_request_of_one,
)
from skill.understanding.requests.request import Kind, Request
from skill.understanding.requests.vocabulary import vocabulary

SLOT = "request"
_MESSAGE, _NAME, _AMOUNT = "message", "recipient", "amount"
_TELL, _FOR, _RECIPIENT = "TellIntent", "HearForIntent", "RecipientIntent"
_WHETHER, _HEAR = "AskWhetherIntent", "HearIntent"
_REACT, _EMOJI = "ReactIntent", "emoji"
_ORDERS: Mapping[str, str] = {"HaveIntent": _MESSAGE, "SearchIntent": "rest"}
"""Intents whose words may be what is to be read, and the slots that have them."""
_CHOICES = frozenset({"SpeakingRateIntent", "ReadBackIntent", "SetPreferenceIntent"})
"""Intents whose slots take any words, and which do nothing with what is no value of theirs."""
_OF_WHOM = frozenset({"AskWhatIntent", "AskWhoIntent", "AskWhereIntent"})
"""Questions that may be about the names that were offered."""
_NAMES = frozenset({Pending.WHOM, Pending.WHICH, Pending.WHICH_TO_HEAR, Pending.WHICH_OF_DIGEST})
"""Questions that a name answers."""
_MOST_BEFORE_A_NAME = 3
_BY_NAME = frozenset(
    {
        "ReadFromIntent", "CountIntent", "LastMessagesIntent", "EarlierIntent", "CatchUpIntent",
        "OwnMessagesIntent", "DeliveryStatusIntent", _RECIPIENT,
    }
)  # fmt: skip
"""Intents whose sentences take any words for a name."""
INTENTS: Mapping[Kind, str] = {
    Kind.NEW: "ReadNewIntent",
    Kind.REPLIES: "ReadRepliesIntent",
    Kind.MENTIONS: "ReadMentionsIntent",
    Kind.FROM: "ReadFromIntent",
    Kind.COUNT: "CountIntent",
    Kind.LAST: "LastMessagesIntent",
    Kind.EARLIER: "EarlierIntent",
    Kind.CATCH_UP: "CatchUpIntent",
    Kind.NEXT: "NextMessageIntent",
    Kind.AGAIN: "AMAZON.RepeatIntent",
    Kind.SENT: "OwnMessagesIntent",
    Kind.DELIVERED: "DeliveryStatusIntent",
    Kind.WHO: "WhoWasThatIntent",
    Kind.WHEN: "WhenWasThatIntent",
    Kind.SLOWER: "SpeakingRateIntent",
    Kind.FASTER: "SpeakingRateIntent",
}
"""What answers each kind of request."""


def as_requested(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Return the intent and the turn as they are meant."""
    if intent in REQUESTS:
        return _carried(intent, turn)
    if turn.pending not in FREE:
        return intent, turn
    if intent == _REACT and turn.attributes.get(JUST_SENT):
        return _given_on(intent, turn)
    if intent in OPENINGS or intent == CORRECTION:
        return _opened(intent, turn)
    if intent == _TELL:
        return _told(intent, turn)
    if intent in _ORDERS:
        return _ordered(intent, turn)
    if intent in _CHOICES and not turn.resolved_ids:
        return _chosen(intent, turn)
    if intent in _BY_NAME and turn.slots.get(_NAME):
        return _named(intent, turn)
    return intent, turn


def _given_on(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "give that to Siobhan too" for the message that was just sent, not for an emoji."""
    words, known = turn.slots.get(_EMOJI, ""), language(turn.locale)
    if not longest_at(known.to | known.into, Phrase(words).spoken, 0):
        return intent, turn
    return CORRECTION, replace(turn, slots={_MESSAGE: words})


def _carried(intent: str, turn: Turn) -> tuple[str, Turn]:
    words, asked = _asked(intent, turn)
    if turn.pending in _NAMES:
        is_asked = intent in _OF_WHOM and asked
        request = read_request(words, turn.locale, asked)
        is_of_it = intent in _OF_WHOM and _is_of_the_device(words, turn)
        if request and request.kind is not Kind.FROM and not is_of_it:
            return _meant(request, turn)
        # "Which Kevins are there" is asked of the question itself: it is no name.
        return _RECIPIENT, replace(turn, slots={_NAME: f"{asked} {words}" if is_asked else words})
    request = _nearly(words, asked, turn)
    if request and turn.pending not in FREE and request.name and not _is_known(request.name, turn):
        request = None
    if request:
        return _meant(request, turn)
    if not asked and turn.pending in FREE and turn.attributes.get(SENT):
        # "Not the crates the messages" is of what was sent.
        return CORRECTION, replace(turn, slots={_MESSAGE: words})
    if intent == _FOR and asked:
        return _RECIPIENT, replace(turn, slots={_NAME: words})
    if not asked and not may_ask(words, turn.locale):
        # "The hall's full this morning" only ends as a request does.
        told = replace(turn, slots={_MESSAGE: words, BARE_SLOT: words})
        return (CORRECTION, told) if turn.pending in FREE else (FALLBACK, turn)
    return intent, replace(turn, slots={SLOT: words})


def _is_of_the_device(words: str, turn: Turn) -> bool:
    """Whether it is "(who) have you got", which asks Alexa for what she offers."""
    device = vocabulary(turn.locale).lists["device"]
    return any((word,) in device for word in Phrase(words).spoken)


def _asked(intent: str, turn: Turn) -> tuple[str, str]:
    """Return the words of a request, and what asked for them where the words do not."""
    known = vocabulary(turn.locale)
    for slot, around in known.around.items():
        if words := turn.slots.get(slot):
            return around.format(words), ""
    return turn.slots.get(SLOT, ""), known.carriers[intent]


def _nearly(words: str, asked: str, turn: Turn) -> Request | None:
    """Return what is asked for, where a word beside it may call somebody or is a name."""
    asks = (asked,) if asked else ("", vocabulary(turn.locale).carriers[_WHETHER])
    found = next(filter(None, (read_nearly(words, turn.locale, asking) for asking in asks)), None)
    if found is None or (
        found.request.name and not asked and not _is_known(found.request.name, turn)
    ):
        return None
    is_name = found.beside and _is_known(found.beside, turn, surely=True)
    return found.of(found.beside) if is_name else found.request


def _opened(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take words that may be a message for a request where also their name is known."""
    words = turn.slots.get(_MESSAGE, "")
    request = (
        read_request(words, turn.locale)
        or read_request_behind(words, turn.locale)
        or read_request_of_one(words, turn.locale)
        or (read_one_more(words, turn.locale) if _was_reading(turn) else None)
        or read_request_greeted(words, turn.locale)
    )
    is_unfit = intent == CORRECTION and turn.slots.keys() & {SAID_SLOT[1], BARE_SLOT}
    if request is None and is_unfit and not turn.attributes.get(SENT):
        return _unfit(words, intent, turn)
    if request is None or (request.name and not _is_known(request.name, turn)):
        return intent, turn
    return _meant(request, turn)


def _unfit(words: str, intent: str, turn: Turn) -> tuple[str, Turn]:
    """Read words that fitted no sentence more freely: nothing is sent of them."""
    request = _nearly(words, "", turn)
    if request is None and _is_known(words, turn, surely=True):
        request = Request(Kind.FROM, words)
    if request:
        return _meant(request, turn)
    asks = may_ask(words, turn.locale)
    return (_HEAR, replace(turn, slots={SLOT: words})) if asks else (intent, turn)


def _was_reading(turn: Turn) -> bool:
    """Whether something was read just before: then a name is one to read more of."""
    return turn.pending is Pending.MORE or turn.attributes.get(DID) in set(INTENTS.values())


def _told(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "tell me what's new" for a request; "tell me to buy milk" is a note to oneself."""
    phrase = Phrase(turn.slots.get(_MESSAGE, ""))
    if not vocabulary(turn.locale).list_at("hearers", phrase.spoken, 0):
        return intent, turn
    request = read_request(phrase.after(1), turn.locale, "read")
    if request:
        return _meant(request, turn)
    if vocabulary(turn.locale).list_at("told_of", phrase.spoken, 1):
        # "Tell me what ..." is nothing that one notes down.
        return _HEAR, replace(turn, slots={SLOT: phrase.after(1)})
    return intent, turn


def _ordered(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "get my messages", "have I missed any", "look for messages from Ana"."""
    words, known = turn.slots.get(_ORDERS[intent], ""), vocabulary(turn.locale)
    is_question = bool(known.list_at("asked_after", Phrase(words).spoken, 0))
    asked = known.carriers["AskWhetherIntent"] if is_question else known.carriers.get(intent, "")
    request = read_request(words, turn.locale, asked)
    # What is looked for by a mere word may be anything, and Earshot cannot search.
    if request is None or (request.kind is Kind.FROM and request.name == words):
        return intent, turn
    return _meant(request, turn)


def _chosen(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take words for a request that are no value of the preference whose sentence has them."""
    words = " ".join(value for value in turn.slots.values() if value)
    request = read_request(words, turn.locale, _asking(intent, turn)) or _nearly(words, "", turn)
    if request is None or (request.name and not _is_known(request.name, turn)):
        return intent, turn
    return _meant(request, turn)


def _named(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take out of a name's place what is none: "kevin since lunch", "the thing ana posted"."""
    words = put_right(turn.slots[_NAME], turn.locale)
    if words != turn.slots[_NAME]:
        turn = replace(turn, slots={**turn.slots, _NAME: words})
    if intent == _RECIPIENT and (turn.attributes.get(JUST_SENT) or _says_too(words, turn)):
        # "Send that to Siobhan too" is of the message, not of what Siobhan wrote.
        return intent, turn
    nobody = vocabulary(turn.locale).nobody(Phrase(words).spoken)
    if nobody:
        return _meant(Request(Kind.SENT if nobody == "speaker" else Kind.NEW), turn)
    if len(Phrase(words)) == 1 or _is_known(words, turn, surely=True):
        return intent, turn
    asked, verb = _asking(intent, turn), vocabulary(turn.locale).verb
    request = read_request(words, turn.locale, asked)
    request = request or read_request(f"{words} {verb}", turn.locale, asked)
    if request is None:
        return intent, turn
    if request.kind is not Kind.FROM or intent == _RECIPIENT:
        return _meant(request, turn)
    narrowed = {_NAME: _known_name(request.name, turn), **_limits(request)}
    return intent, replace(turn, slots={**turn.slots, **narrowed})


def _says_too(words: str, turn: Turn) -> bool:
    spoken = Phrase(words).spoken
    too = longest_before(language(turn.locale).sent["too"], spoken, len(spoken))
    return turn.is_one_shot and 0 < too < len(spoken)


def _asking(intent: str, turn: Turn) -> str:
    carriers = vocabulary(turn.locale).carriers
    usual = carriers["HearAllIntent" if intent == _RECIPIENT else "HearIntent"]
    return carriers.get(intent, usual)


def _is_known(name: str, turn: Turn, *, surely: bool = False) -> bool:
    """Whether somebody or some place has the name; where nobody can tell, none has."""
    from skill.turn.naming import Naming  # noqa: PLC0415 - names are a large part, and few ask
    from skill.understanding.names.resolution import Certainty  # noqa: PLC0415

    try:
        found = Naming.of(turn).recipients(name)
    except (MailboxUnavailable, NotLinked):
        return False
    if surely:
        return found.certainty is Certainty.CERTAIN
    return found.certainty is not Certainty.UNKNOWN


def _known_name(name: str, turn: Turn) -> str:
    """Return the name without what may stand before one: "that nice Fatima"."""
    said = name.split()
    joints = vocabulary(turn.locale).lists["or"] | language(turn.locale).conjunctions
    is_several = any((word,) in joints for word in Phrase(name).spoken)
    if len(said) == 1 or is_several or _is_known(name, turn):
        return name
    most = min(len(said), _MOST_BEFORE_A_NAME)
    edges = [(first, len(said)) for first in range(1, most)]
    edges += [(0, -last) for last in range(1, most)]
    edges += [(1, -1)] if len(said) > 2 else []
    within = (" ".join(said[first:end]) for first, end in edges)
    return next((part for part in within if _is_known(part, turn, surely=True)), name)


def _limits(request: Request) -> dict[str, str]:
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


def _meant(request: Request, turn: Turn) -> tuple[str, Turn]:
    slots = {_NAME: _known_name(request.name, turn)} if request.name else {}
    slots |= _limits(request)
    if request.amount:
        slots[_AMOUNT] = str(request.amount)
    pace = {str(request.kind)} if request.kind in {Kind.SLOWER, Kind.FASTER} else set[str]()
    return INTENTS[request.kind], replace(turn, slots=slots, resolved_ids=frozenset(pace))
