"""What words mean that came by a carrier of requests: something to hear, a name, or a message."""

from dataclasses import replace

from skill.composing.draft import Draft
from skill.dialog.requested.asked import as_intent, is_known, nearly
from skill.dialog.requested.for_somebody import asked_or_told, whether_asked
from skill.intents.registry import CORRECTION, FALLBACK
from skill.turn.context import Turn
from skill.turn.question import BARE_SLOT, DRAFT, FREE, Pending
from skill.turn.request import SENT
from skill.understanding.answers.new_message import begun
from skill.understanding.answers.sent.redirected import negated
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.requests.reading import (
    may_ask,
    read_request,
)
from skill.understanding.requests.request import HearRequest, RequestKind
from skill.understanding.requests.roundabout import read_request_within, read_whether
from skill.understanding.requests.vocabulary import vocabulary
from skill.understanding.wording.going_on import gone_on

SLOT = "request"
_MESSAGE, _NAME = "message", "recipient"
_FOR, _ALL, _RECIPIENT = "HearForIntent", "HearAllIntent", "RecipientIntent"
_WHETHER = "AskWhetherIntent"
_LONGEST_NAME = 3
_LED = 3
"""A carrier has fewer words: "news about"."""
_OF_WHOM = frozenset({"AskWhatIntent", "AskWhoIntent", "AskWhereIntent"})
"""Questions that may be about the names that were offered."""
_NAMES = frozenset({Pending.WHOM, Pending.WHICH, Pending.WHICH_TO_HEAR, Pending.WHICH_OF_DIGEST})
"""Questions that a name answers."""


def carried(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Return the intent and the turn as the words behind a carrier mean them."""
    words, asked = asked_words(intent, turn)
    if turn.pending in _NAMES:
        is_asked = intent in _OF_WHOM and asked
        request = read_request(words, turn.locale, asked)
        is_of_it = intent in _OF_WHOM and _is_of_the_device(words, turn)
        if request and request.kind is not RequestKind.FROM and not is_of_it:
            return as_intent(request, turn)
        # "Which Kevins are there" is asked of the question itself: it is no name.
        return _RECIPIENT, replace(turn, slots={_NAME: f"{asked} {words}" if is_asked else words})
    if turn.pending in FREE and (message := _no_question(words, intent, turn)):
        return CORRECTION, replace(turn, slots={_MESSAGE: message})
    if told := asked_or_told(words, intent, turn):
        return told
    request = (
        (None if asked else read_whether(words, turn.locale))
        or nearly(words, asked, turn)
        or (None if asked else read_request_within(words, turn.locale))
        or _since(words, asked, turn)
    )
    if request and request.name and not is_known(request.name, turn):
        if request.kind is RequestKind.SENT and turn.attributes.get(SENT) and turn.pending in FREE:
            # "Did I say blue I meant green" is of what was sent.
            return CORRECTION, replace(turn, slots={_MESSAGE: f"{asked} {words}".strip()})
        request = request if turn.pending in FREE else None
    if request:
        return as_intent(request, turn)
    if not asked and turn.pending in FREE and turn.attributes.get(SENT):
        # "Not the crates the messages" is of what was sent.
        return CORRECTION, replace(turn, slots={_MESSAGE: words})
    if intent == _FOR and asked and not may_ask(words, turn.locale):
        return _RECIPIENT, replace(turn, slots={_NAME: words})
    return _no_request(intent, words, asked, turn)


def _no_request(intent: str, words: str, asked: str, turn: Turn) -> tuple[str, Turn]:
    """Take words that ask for nothing to hear: what one asks somebody, or tells."""
    is_whether = turn.pending in FREE and intent == _WHETHER
    if is_whether and (other := whether_asked(words, turn)):
        return other
    if not asked and not may_ask(words, turn.locale):
        # "The hall's full this morning" only ends as a request does.
        told = replace(turn, slots={_MESSAGE: words, BARE_SLOT: words})
        return (CORRECTION, told) if turn.pending in FREE else (FALLBACK, turn)
    return intent, replace(turn, slots={SLOT: words})


def _since(words: str, asked: str, turn: Turn) -> HearRequest | None:
    """Return what is asked for by a name and since when alone: "general since this morning"."""
    known = vocabulary(turn.locale)
    carrier = asked or known.carriers[_ALL]
    request = read_request(f"{carrier} {min(known.lists['from'])[0]} {words}", turn.locale)
    if request is None or request.kind is not RequestKind.FROM or not request.name:
        return None
    time = Phrase(request.limits.time).spoken
    is_since = bool(time) and known.list_at("time_leads", time, 0) > 0
    return request if is_since and is_known(request.name, turn, surely=True) else None


def is_of_the_message(intent: str, turn: Turn) -> bool:
    """Whether it is "who's that going to": asked of the message that is in the making."""
    words, asked = asked_words(intent, turn)
    known, phrase = language(turn.locale), Phrase(f"{asked} {words}")
    to = longest_before(known.to | known.signs["for"], phrase.spoken, len(phrase))
    it = any(longest_at(known.answers["the_message"], phrase.spoken, at) for at in range(3))
    return bool(to and it and turn.question and DRAFT in turn.question.remember)


def going_on(intent: str, turn: Turn) -> str:
    """Return words that go on with half a text: "about the budget" behind "the talk about".

    It is "" for all others. Of "(is) moved to the barn" Alexa does not tell the verb, which is the
    one that the half text ends with where nothing is asked.
    """
    draft = turn.question.remember.get(DRAFT) if turn.question else None
    if turn.pending is not Pending.CONFIRM or not draft:
        return ""
    known, text = language(turn.locale), Draft.from_plain(draft).text
    words, asked = asked_words(intent, turn)
    said, last = Phrase(f"{asked} {words}"), Phrase(text).spoken[-1:]
    tails = [said.after(at) for at in range(min(_LED, len(said)))]
    is_verb = last in known.be | known.modals
    if intent == _WHETHER and is_verb and not read_whether(words, turn.locale):
        tails = [" ".join((*last, words))]
    return next((tail for tail in tails if gone_on(text, tail, known)), "")


def _no_question(words: str, intent: str, turn: Turn) -> str:
    """Return words that begin a message, or are of the one just sent: "(don't) tell her tell Wei".

    It is "" for all others.
    """
    if _begins_a_message(words, turn):
        return words
    is_of_sent = intent == _WHETHER and turn.attributes.get(SENT)
    return negated(words, language(turn.locale)) if is_of_sent else ""


def _begins_a_message(words: str, turn: Turn) -> bool:
    """Whether it is "(do) me a favour and tell Wei ...", which asks nothing."""
    message = begun(Phrase(words), language(turn.locale))
    hearers = vocabulary(turn.locale).lists["hearers"]
    if message and Phrase(message.words).spoken[:1] in hearers and read_request(words, turn.locale):
        # "Er tell me what's new" is told to nobody else.
        return False
    return message is not None and message.carrier is not None and not _is_verb_first(words, turn)


def _is_of_the_device(words: str, turn: Turn) -> bool:
    """Whether it is "(who) have you got", which asks Alexa for what she offers."""
    device = vocabulary(turn.locale).lists["device"]
    return any((word,) in device for word in Phrase(words).spoken)


def asked_words(intent: str, turn: Turn) -> tuple[str, str]:
    """Return the words of a request, and what asked for them where the words do not."""
    known = vocabulary(turn.locale)
    for slot, around in known.around.items():
        if words := turn.slots.get(slot):
            return around.format(words), ""
    return turn.slots.get(SLOT, ""), known.carriers[intent]


def _is_verb_first(words: str, turn: Turn) -> bool:
    """Whether it begins with its verb, as "(what did) tell ..." may."""
    first = begun(Phrase(words), language(turn.locale))
    return first is not None and len(Phrase(words)) - len(Phrase(first.words)) == 1
