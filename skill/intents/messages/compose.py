""" "Send a message": to whom, and what?"""

from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import with_composer
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply

INTENT = "ComposeIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Begin an empty message."""
    return with_composer(turn, services, lambda composer: proceed(Draft(), composer))
