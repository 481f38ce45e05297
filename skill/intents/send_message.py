""" "Tell Slack to send, I'm giving the demo now", "send lunch is here to random"."""

from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.opening import begin, to_default, with_desk
from skill.services import Services
from skill.turn import Reply, Turn
from skill.understanding.carrier import Carrier

INTENT = "SendMessageIntent"
AND_WAIT = "SendAndWaitIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Send what was dictated to whom it names, else to the default conversation."""
    return with_desk(turn, services, _handle)


def handle_and_wait(turn: Turn, services: Services) -> Reply:
    """Send what was dictated and wait for an answer."""
    words = turn.slots.get(SLOT, "")
    return with_desk(turn, services, lambda desk: begin(words, Carrier.TEXT, desk, waiting=True))


def _handle(desk: Desk) -> Reply:
    words = desk.turn.slots.get(SLOT, "")
    return begin(words, Carrier.TEXT, desk) if words.strip() else to_default(Draft(), desk)
