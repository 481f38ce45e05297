""" "Tell Kevin I'm late", "message the dev ops channel that we're live"."""

from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, with_composer
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier

INTENT = "TellIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Send what was dictated to whom it names first."""
    return with_composer(turn, services, _handle)


def _handle(composer: Composer) -> Reply:
    words = composer.turn.slots.get(SLOT, "")
    return (
        begin(words, Carrier.RECIPIENT, composer) if words.strip() else proceed(Draft(), composer)
    )
