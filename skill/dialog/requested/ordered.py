"""Messages, orders and rules whose words may ask for something to hear, or want somebody told."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.dialog.requested.asked import as_intent, is_known
from skill.dialog.requested.carried import SLOT
from skill.dialog.requested.for_somebody import told_on
from skill.dialog.requested.handed import hands_a_file
from skill.turn.context import Turn
from skill.understanding.answers.given_to import is_message, told_to, without_instead
from skill.understanding.language import language, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.requests.reading import read_request
from skill.understanding.requests.request import RequestKind
from skill.understanding.requests.roundabout import read_again_of_one
from skill.understanding.requests.vocabulary import vocabulary

_MESSAGE, _HEAR = "message", "HearIntent"
_WHO, _ACT, _EMOJI = "who", "act", "emoji"
_TELL, _FILE, _HAVE, _CALL = "TellIntent", "FileIntent", "HaveIntent", "CallIntent"
_ORDERS: Mapping[str, str] = {_HAVE: _MESSAGE, "SearchIntent": "rest"}
"""Intents whose words may be what is to be read, and the slots that have them."""


def _said_again(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "say Hope's again" for what Hope wrote, "send her a note" for a message to her."""
    request = read_again_of_one(turn.slots.get(_MESSAGE, ""), turn.locale)
    if request and is_known(request.name, turn):
        return as_intent(request, turn)
    if hands_a_file(turn.slots.get(_MESSAGE, ""), turn):
        return _FILE, turn
    told = told_to(turn.slots.get(_MESSAGE, ""), language(turn.locale))
    return (_TELL, replace(turn, slots={_MESSAGE: told})) if told else (intent, turn)


def _given(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "(send her a) message then" for a message to her; it is no emoji."""
    words, known = turn.slots.get(_EMOJI, ""), language(turn.locale)
    if not is_message(words, known):
        return intent, turn
    # Whichever pronoun it was is lost; all mean whoever was named last.
    whom = min(known.asked["pronouns"])[0]
    return _TELL, replace(turn, slots={_MESSAGE: told_to(f"{whom} {words}", known)})


def _told(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "tell me what's new" for a request; "tell me to buy milk" is a note to oneself."""
    words = turn.slots.get(_MESSAGE, "")
    whom = without_instead(words, language(turn.locale))
    if whom != words and (_is_pronoun(whom, turn) or is_known(whom, turn, surely=True)):
        return intent, replace(turn, slots={_MESSAGE: whom})
    phrase = Phrase(words)
    if not vocabulary(turn.locale).list_at("hearers", phrase.spoken, 0):
        return intent, turn
    request = read_request(phrase.after(1), turn.locale, "read")
    if request:
        return as_intent(request, turn)
    if vocabulary(turn.locale).list_at("told_of", phrase.spoken, 1):
        # "Tell me what ..." is nothing that one notes down.
        return _HEAR, replace(turn, slots={SLOT: phrase.after(1)})
    return intent, turn


def _is_pronoun(words: str, turn: Turn) -> bool:
    return Phrase(words).spoken in language(turn.locale).asked["pronouns"]


def _ordered(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "get my messages", "have I missed any", "look for messages from Ana"."""
    words, known = turn.slots.get(_ORDERS[intent], ""), vocabulary(turn.locale)
    if intent == _HAVE and _is_to_be_called(words, turn):
        return _CALL, replace(turn, slots={})
    is_question = bool(known.list_at("asked_after", Phrase(words).spoken, 0))
    asked = known.carriers["AskWhetherIntent"] if is_question else known.carriers.get(intent, "")
    request = read_request(words, turn.locale, asked)
    # What is looked for by a mere word may be anything, and Earshot cannot search.
    if request is None or (request.kind is RequestKind.FROM and request.name == words):
        return intent, turn
    return as_intent(request, turn)


def _is_to_be_called(words: str, turn: Turn) -> bool:
    """Whether it is "(get) olu on the phone": somebody is to be called."""
    phrase = Phrase(words)
    phone = longest_before(language(turn.locale).signs["on_the_phone"], phrase.spoken, len(phrase))
    whom = phrase.between(0, len(phrase) - phone)
    return phone > 0 and bool(whom) and (_is_pronoun(whom, turn) or is_known(whom, turn))


def _allowed(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take "Olu should hear that ..." for no "anyone may hear my messages"."""
    act = turn.slots.get(_ACT, "")
    if turn.resolved_ids or not act:
        return intent, turn
    should = " ".join(min(language(turn.locale).signs["ought_to"]))
    return told_on(f"{turn.slots.get(_WHO)} {should} {act}", turn) or (intent, turn)


SENDING: Mapping[str, Callable[[str, Turn], tuple[str, Turn]]] = {
    "AccountIntent": _allowed,
    "TellIntent": _told,
    "SendMessageIntent": _said_again,
    "ReactIntent": _given,
    **dict.fromkeys(_ORDERS, _ordered),
}
"""What reads the words of each of them."""
