"""What is asked to be heard, in whatever words: an intent and its slots from what they mean.

Alexa's sentences cannot have them all. What comes by a carrier of requests, by an opening or in the
place of a name is read as a request first; a message it is only where it is none.
"""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.dialog.requested.announced import as_announced
from skill.dialog.requested.asked import as_intent, begins_with_a_name, is_known
from skill.dialog.requested.carried import asked_words, carried, going_on, is_of_the_message
from skill.dialog.requested.heard_first import ASKS_FOR_TEXT, heard_first, heard_instead
from skill.dialog.requested.misplaced import BY_NAME, CHOICES, chosen, named
from skill.dialog.requested.of_sent import given_to_another, of_sent
from skill.dialog.requested.opened import opened
from skill.dialog.requested.ordered import SENDING
from skill.dialog.requested.own_words import OWN, asks_for_own_words
from skill.dialog.requested.replied import as_reply
from skill.intents.registry import CORRECTION, NOT_A_MESSAGE, OPENINGS, REQUESTS
from skill.intents.session.leave import NEVER_MIND, REST
from skill.outbox.scheduling import JUST_SCHEDULED
from skill.turn.context import Turn
from skill.turn.question import BARE_SLOT, FREE
from skill.turn.request import JUST_SENT, SENT
from skill.understanding.answers.edges import takes_leave
from skill.understanding.answers.new_message import begun
from skill.understanding.answers.pausing import pauses
from skill.understanding.answers.sent.calling_off import only_calls_off
from skill.understanding.answers.stopping import stops
from skill.understanding.language import Language, language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.requests.reading import read_request
from skill.understanding.wording.corrections.found import is_called_off

_MESSAGE, _NAME, _RECIPIENT = "message", "recipient", "RecipientIntent"
_WHETHER = "AskWhetherIntent"
_STOP, _CANCEL, _UNSEND = "AMAZON.StopIntent", "AMAZON.CancelIntent", "UnsendIntent"


def as_requested(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Return the intent and the turn as they are meant."""
    if _stops(intent, turn):
        return _STOP, replace(turn, slots={})
    if turn.attributes.get(JUST_SCHEDULED) and _calls_off(intent, turn):
        return _CANCEL, replace(turn, slots={})
    if words := of_sent(intent, turn) or given_to_another(intent, turn):
        return CORRECTION, replace(turn, slots={_MESSAGE: words})
    if _pauses(intent, turn):
        return NOT_A_MESSAGE, replace(turn, slots={})
    if asks_for_own_words(intent, turn):
        return OWN, replace(turn, slots={})
    if intent in REQUESTS and (words := going_on(intent, turn)):
        return CORRECTION, replace(turn, slots={_MESSAGE: words, BARE_SLOT: words})
    if intent in REQUESTS and is_of_the_message(intent, turn):
        return intent, turn
    return as_announced(intent, turn) or as_reply(intent, turn) or _by_its_words(intent, turn)


def _pauses(intent: str, turn: Turn) -> bool:
    """Whether nothing is asked or said yet, but for a moment: right after a send it may correct."""
    if turn.question or turn.attributes.get(JUST_SENT):
        return False
    is_open = intent == CORRECTION or intent in OPENINGS
    return is_open and pauses(turn.slots.get(_MESSAGE, ""), language(turn.locale))


def _stops(intent: str, turn: Turn) -> bool:
    """Whether the device is told to stop where it asks nothing: "oh close it", "be quiet".

    Right after a send "stop it" may be said of the message, but "be quiet" may not.
    """
    if turn.pending not in FREE:
        return False
    words = turn.slots.get(_MESSAGE, "") if intent == CORRECTION or intent in OPENINGS else ""
    if intent in REQUESTS:
        # "Do be quiet" asks for nothing.
        rest, asked = asked_words(intent, turn)
        words = rest if not asked or intent == _WHETHER else ""
    just = bool(turn.attributes.get(SENT))
    return stops(Phrase(words).spoken, language(turn.locale), may_be_message=not just)


def _calls_off(intent: str, turn: Turn) -> bool:
    """Whether it is "actually cancel that one": of what was sent before, or of a question, not."""
    if turn.pending not in FREE:
        return False
    if intent == _UNSEND:
        return not turn.slots
    words = turn.slots.get(_MESSAGE, "") if intent == CORRECTION or intent in OPENINGS else ""
    return only_calls_off(Phrase(words).spoken, language(turn.locale))


def _by_its_words(intent: str, turn: Turn) -> tuple[str, Turn]:
    if intent in REQUESTS:
        meant = carried(intent, turn)
        return heard_instead(*meant) or meant
    if turn.pending not in FREE or intent == NEVER_MIND:
        return _instead(intent, turn)
    return _opened(intent, turn)


def _opened(intent: str, turn: Turn) -> tuple[str, Turn]:
    if intent in OPENINGS or intent == CORRECTION:
        words = Phrase(turn.slots.get(_MESSAGE) or turn.slots.get(_NAME) or "")
        known = language(turn.locale)
        if takes_leave(words.spoken, known):
            return _STOP, turn
        off = not turn.attributes.get(SENT) and _is_off(words.spoken, known)
        return (_CANCEL, turn) if off else opened(intent, turn)
    if intent in SENDING:
        return SENDING[intent](intent, turn)
    if intent in CHOICES and not turn.resolved_ids:
        return chosen(intent, turn)
    if intent in BY_NAME and turn.slots.get(_NAME):
        return _named_or_said(intent, turn)
    return intent, turn


def _is_off(spoken: NameWords, known: Language) -> bool:
    """Whether nothing is to be done; "delete my last one" is of what an earlier session sent."""
    is_of_the_last = any(
        longest_at(known.sent["last_one"], spoken, at) for at in range(len(spoken))
    )
    return is_called_off(spoken, known) or (only_calls_off(spoken, known) and not is_of_the_last)


def _named_or_said(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take words for what they say that are nobody's name, where no name was asked for."""
    words = turn.slots[_NAME]
    intent, turn = named(intent, turn)
    is_name = len(Phrase(words)) == 1 or begins_with_a_name(words, turn) or is_known(words, turn)
    if intent != _RECIPIENT or turn.question or is_name or turn.attributes.get(JUST_SENT):
        return intent, turn
    return opened(CORRECTION, replace(turn, slots={_MESSAGE: words, BARE_SLOT: words}))


def _instead(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Take what is to be heard in place of a text, or what follows "never mind"."""
    if turn.pending in ASKS_FOR_TEXT:
        return heard_first(turn.slots.get(_MESSAGE, ""), turn) or (intent, turn)
    if heard := heard_instead(intent, turn):
        return heard
    rest = turn.slots.get(REST, "") if turn.pending in FREE else ""
    if rest and _begins_another(rest, turn):
        return CORRECTION, replace(turn, slots={_MESSAGE: rest})
    request = read_request(rest, turn.locale) if rest else None
    return as_intent(request, turn) if request else (intent, turn)


def _begins_another(words: str, turn: Turn) -> bool:
    """Whether it is "(never mind) tell Ana ...", where nothing was just sent that may be meant."""
    just = turn.attributes.get(JUST_SENT) or turn.attributes.get(JUST_SCHEDULED)
    return not just and begun(Phrase(words), language(turn.locale)) is not None
