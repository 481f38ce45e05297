""" "Tell Kevin I'm late", "message the dev ops channel that we're live"."""

from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, with_desk
from skill.services import Services
from skill.turn import Reply, Turn
from skill.understanding.carrier import Carrier

INTENT = "TellIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Send what was dictated to whom it names first."""
    return with_desk(turn, services, _handle)


def _handle(desk: Desk) -> Reply:
    words = desk.turn.slots.get(SLOT, "")
    return begin(words, Carrier.RECIPIENT, desk) if words.strip() else proceed(Draft(), desk)
