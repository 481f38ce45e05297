"""What is asked to be heard, in whatever words: an intent and its slots from what they mean.

Alexa's sentences cannot have them all. What comes by a carrier of requests, by an opening or in the
place of a name is read as a request first; a message it is only where it is none.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.dialog.asked import (
    INTENTS,
    as_intent,
    is_known,
    known_name,
    limits_of,
    nearly,
)
from skill.dialog.carried import asked_words, carried, is_of_the_message
from skill.dialog.own_words import OWN, asks_for_own_words
from skill.intents.registry import CORRECTION, OPENINGS, REQUESTS
from skill.turn.context import Turn
from skill.turn.question import BARE_SLOT, FREE, SAID_SLOT, Pending
from skill.turn.request import DID, JUST_SENT, SENT
from skill.understanding.answers.passed_on import passed_on
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.requests.chunks import without_owning
from skill.understanding.requests.framing import asks_behind_breaths, is_greeted, is_led
from skill.understanding.requests.nearly import put_right
from skill.understanding.requests.reading import is_aside, may_ask, read_request
from skill.understanding.requests.request import HearRequest, RequestKind
from skill.understanding.requests.roundabout import (
    read_again_of_one,
    read_one_more,
    read_request_behind,
    read_request_of_one,
    read_request_within,
    read_time_as_a_name,
    read_whether,
)
from skill.understanding.requests.vocabulary import vocabulary
from skill.understanding.wording.amending import amended, names_wrong, surely_amended

SLOT = "request"
_MESSAGE, _NAME = "message", "recipient"
_SEND, _TELL = "SendMessageIntent", "TellIntent"
_RECIPIENT = "RecipientIntent"
_REPLY = "ReplyIntent"
_ACCOUNT, _WHO, _ACT = "AccountIntent", "who", "act"
_HEAR = "HearIntent"
_INSTEAD, _HAVE = "InsteadIntent", "HaveIntent"
_REACT, _EMOJI = "ReactIntent", "emoji"
_ORDERS: Mapping[str, str] = {"HaveIntent": _MESSAGE, "SearchIntent": "rest"}
"""Intents whose words may be what is to be read, and the slots that have them."""
_RATE = "SpeakingRateIntent"
_CHOICES = frozenset({_RATE, "ReadBackIntent", "SetPreferenceIntent"})
"""Intents whose slots take any words, and which do nothing with what is no value of theirs."""
_CALL = "CallIntent"
_TAKING_MORE: Mapping[str, str] = {_TELL: _MESSAGE, _CALL: "rest", _RATE: "rate"}
"""Intents that may take words of what was just sent behind a word of their own, and the slots."""
_BY_NAME = frozenset(
    {
        "ReadFromIntent", "CountIntent", "LastMessagesIntent", "EarlierIntent", "CatchUpIntent",
        "OwnMessagesIntent", "DeliveryStatusIntent", _RECIPIENT,
    }
)  # fmt: skip
"""Intents whose sentences take any words for a name."""


def as_requested(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Return the intent and the turn as they are meant."""
    if words := _of_sent(intent, turn):
        return CORRECTION, replace(turn, slots={_MESSAGE: words})
    if asks_for_own_words(intent, turn):
        return OWN, replace(turn, slots={})
    if intent in REQUESTS:
        return (intent, turn) if is_of_the_message(intent, turn) else carried(intent, turn)
    if turn.pending not in FREE:
        return intent, turn
    if intent in OPENINGS or intent == CORRECTION:
        return _opened(intent, turn)
    if intent in _SENDING:
        return _SENDING[intent](intent, turn)
    if intent in _CHOICES and not turn.resolved_ids:
        return _chosen(intent, turn)
    if intent in _BY_NAME and turn.slots.get(_NAME):
        return _named(intent, turn)
    return intent, turn


def _of_sent(intent: str, turn: Turn) -> str:
    """Return words that are of the message just sent, though another intent took them; else "".

    "Give that to Siobhan too" adds no emoji; "did I say bins it's the barn" asks nothing.
    """
    sent, known = turn.attributes.get(SENT), language(turn.locale)
    if not sent or turn.pending not in FREE:
        return ""
    if intent == _REACT and turn.attributes.get(JUST_SENT):
        words = turn.slots.get(_EMOJI, "")
        return words if longest_at(known.to | known.into, Phrase(words).spoken, 0) else ""
    if intent in _TAKING_MORE:
        return _of_sent_behind(intent, str(sent["text"]), turn)
    if intent not in REQUESTS and intent not in {_INSTEAD, _HAVE}:
        return ""
    words = asked_words(intent, turn)[0] if intent in REQUESTS else turn.slots.get(_MESSAGE, "")
    if intent == _INSTEAD:
        i_said = " ".join(next(iter(known.answers["i_said"])))
        words = f"{i_said} {turn.slots.get(_NAME, '')}"
    return words if names_wrong(str(sent["text"]), words, known) else ""


def _of_sent_behind(intent: str, text: str, turn: Turn) -> str:
    """Return "correct that it's six" of "(let) me ...", "i meant six" of "(call) it six"."""
    known, words = language(turn.locale), turn.slots.get(_TAKING_MORE[intent], "")
    phrase = Phrase(words)
    if intent in _CHOICES:
        # "Same to Olu please", which a sentence with a slot for anything takes.
        copies = longest_at(known.sent["copying"], phrase.spoken, 0) > 0
        return words if copies and not turn.resolved_ids else ""
    if intent == _CALL:
        i_meant = " ".join(next(iter(known.answers["i_meant"])))
        right = f"{i_meant} {phrase.after(longest_at(known.objects, phrase.spoken, 0))}"
        return right if surely_amended(text, right, known) else ""
    behind = vocabulary(turn.locale).list_at("hearers", phrase.spoken, 0)
    rest = phrase.after(behind) if behind else ""
    spoken = Phrase(rest).spoken
    regrets = any(
        longest_at(known.sent["regretting_perhaps"], spoken, at) for at in range(len(spoken))
    )
    is_more = longest_at(known.sent["adding"], spoken, 0) > 0
    return rest if rest and (regrets or is_more or amended(text, rest, known)) else ""


def _opened(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take words that may be a message for a request where also their name is known."""
    words = turn.slots.get(_MESSAGE, "")
    if _is_copied(words, turn):
        return intent, turn
    if answer := _answer_in(words, turn):
        return _REPLY, replace(turn, slots={_MESSAGE: answer})
    if told := _told_on(words, turn):
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


def _is_copied(words: str, turn: Turn) -> bool:
    """Whether it is "tell sales as well" right after a send: no more of sales is to be heard."""
    known, spoken = language(turn.locale), Phrase(words).spoken
    if not turn.attributes.get(JUST_SENT):
        return False
    at = 0
    while length := longest_at(known.sent["leads"], spoken, at):
        at += length
    tells = longest_at(known.sent["passing_on"], spoken, at)
    too = longest_before(known.sent["too"], spoken, len(spoken))
    hears = vocabulary(turn.locale).list_at("hearers", spoken, at + tells)
    return bool(tells) and 0 < too < len(spoken) - at - tells and not hears


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


def _told_on(words: str, turn: Turn) -> tuple[str, Turn] | None:
    """Take "Olu should hear that ..." for a message to Olu; None where nobody is to hear it."""
    known = language(turn.locale)
    told = passed_on(Phrase(words), known, lambda name: is_known(name, turn, surely=True))
    if told is None:
        return None
    leads = " ".join(min(known.that))
    return _TELL, replace(turn, slots={_MESSAGE: f"{told.name} {leads} {told.text}"})


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


def _said_again(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "say Hope's again" for what Hope wrote; it is no message."""
    request = read_again_of_one(turn.slots.get(_MESSAGE, ""), turn.locale)
    if request and is_known(request.name, turn):
        return as_intent(request, turn)
    return intent, turn


def _told(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "tell me what's new" for a request; "tell me to buy milk" is a note to oneself."""
    phrase = Phrase(turn.slots.get(_MESSAGE, ""))
    if not vocabulary(turn.locale).list_at("hearers", phrase.spoken, 0):
        return intent, turn
    request = read_request(phrase.after(1), turn.locale, "read")
    if request:
        return as_intent(request, turn)
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
    if request is None or (request.kind is RequestKind.FROM and request.name == words):
        return intent, turn
    return as_intent(request, turn)


def _chosen(intent: str, turn: Turn) -> tuple[str, Turn]:
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


def _named(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take out of a name's place what is none: "kevin since lunch", "the thing ana posted"."""
    words = without_owning(put_right(turn.slots[_NAME], turn.locale))
    if words != turn.slots[_NAME]:
        turn = replace(turn, slots={**turn.slots, _NAME: words})
    if intent == _RECIPIENT and (turn.attributes.get(JUST_SENT) or _says_too(words, turn)):
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


def _says_too(words: str, turn: Turn) -> bool:
    spoken = Phrase(words).spoken
    too = longest_before(language(turn.locale).sent["too"], spoken, len(spoken))
    return turn.is_one_shot and 0 < too < len(spoken)


def _asking(intent: str, turn: Turn) -> str:
    carriers = vocabulary(turn.locale).carriers
    usual = carriers["HearAllIntent" if intent == _RECIPIENT else "HearIntent"]
    return carriers.get(intent, usual)


def _allowed(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "Olu should hear that ..." for no "anyone may hear my messages"."""
    act = turn.slots.get(_ACT, "")
    if turn.resolved_ids or not act:
        return intent, turn
    should = " ".join(min(language(turn.locale).signs["ought_to"]))
    return _told_on(f"{turn.slots.get(_WHO)} {should} {act}", turn) or (intent, turn)


_SENDING: Mapping[str, Callable[[str, Turn], tuple[str, Turn]]] = {
    _ACCOUNT: _allowed,
    _TELL: _told,
    _SEND: _said_again,
    **dict.fromkeys(_ORDERS, _ordered),
}
"""Intents of messages, orders and rules whose words may ask for, or want, something else."""
