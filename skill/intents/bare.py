"""A message said without a verb for sending: "tell Slack I'm on stage in two minutes"."""

from dataclasses import replace

from skill.composing.desk import Desk
from skill.composing.opening import begin, with_desk
from skill.composing.planned import planned
from skill.scheduling.splitting import TimeSplitter
from skill.services import Services
from skill.turn import Reply, Turn
from skill.understanding.openings import openings
from skill.understanding.phrase import Phrase
from skill.understanding.understanding import Carrier

SLOT = "message"
INTENTS = frozenset(openings())


def restored(intent: str, turn: Turn) -> Turn:
    """Return the turn with the message as it was said, where an opening's intent took words off."""
    if intent not in INTENTS:
        return turn
    words = f"{openings()[intent]} {turn.slots.get(SLOT, '')}".strip()
    return replace(turn, slots={**turn.slots, SLOT: words})


def handle(turn: Turn, services: Services) -> Reply:
    """Send what was said; what begins with a time is for then."""
    return with_desk(turn, services, _handle)


def _handle(desk: Desk) -> Reply:
    words = desk.turn.slots.get(SLOT, "")
    if TimeSplitter(desk.turn.locale).leading(Phrase(words)):
        return planned(words, Carrier.TEXT, desk)
    return begin(words, Carrier.BARE, desk)
