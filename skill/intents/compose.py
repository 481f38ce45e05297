""" "Send a message": to whom, and what?"""

from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import with_desk
from skill.services import Services
from skill.turn import Reply, Turn

INTENT = "ComposeIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Begin an empty message."""
    return with_desk(turn, services, lambda desk: proceed(Draft(), desk))
