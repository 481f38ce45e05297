"""What is asked to be heard, in whatever words: an intent and its slots from what they mean.

Alexa's sentences cannot have them all. What comes by a carrier of requests, by an opening or in the
place of a name is read as a request first; a message it is only where it is none.
"""

from dataclasses import replace

from skill.dialog.requested.carried import carried, is_of_the_message
from skill.dialog.requested.misplaced import BY_NAME, CHOICES, chosen, named
from skill.dialog.requested.of_sent import of_sent
from skill.dialog.requested.opened import opened
from skill.dialog.requested.ordered import SENDING
from skill.dialog.requested.own_words import OWN, asks_for_own_words
from skill.dialog.requested.replied import as_reply
from skill.intents.registry import CORRECTION, OPENINGS, REQUESTS
from skill.turn.context import Turn
from skill.turn.question import FREE

_MESSAGE, _NAME = "message", "recipient"


def as_requested(intent: str, turn: Turn) -> tuple[str, Turn]:
    """Return the intent and the turn as they are meant."""
    if words := of_sent(intent, turn):
        return CORRECTION, replace(turn, slots={_MESSAGE: words})
    if asks_for_own_words(intent, turn):
        return OWN, replace(turn, slots={})
    if intent in REQUESTS and is_of_the_message(intent, turn):
        return intent, turn
    return as_reply(intent, turn) or _by_its_words(intent, turn)


def _by_its_words(intent: str, turn: Turn) -> tuple[str, Turn]:
    if intent in REQUESTS:
        return carried(intent, turn)
    if turn.pending not in FREE:
        return intent, turn
    if intent in OPENINGS or intent == CORRECTION:
        return opened(intent, turn)
    if intent in SENDING:
        return SENDING[intent](intent, turn)
    if intent in CHOICES and not turn.resolved_ids:
        return chosen(intent, turn)
    if intent in BY_NAME and turn.slots.get(_NAME):
        return named(intent, turn)
    return intent, turn
