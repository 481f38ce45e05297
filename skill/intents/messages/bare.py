"""A message said without a verb for sending: "tell Slack I'm on stage in two minutes"."""

from skill.composing.composer import Composer
from skill.composing.corrections import corrected
from skill.composing.next_step import SENT
from skill.composing.opening import begin, with_composer
from skill.composing.planned import planned
from skill.intents.messages import undo
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.answers.spoken_answers import takes_back
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.phrase import Phrase
from skill.understanding.times.splitting import TimeSplitter

SLOT = "message"


def _is_taken_back(turn: Turn) -> bool:
    return SENT in turn.attributes and takes_back(turn.slots.get(SLOT, ""), language(turn.locale))


def handle(turn: Turn, services: Services) -> Reply:
    """Send what was said, or correct what was just sent; what begins with a time is for then."""
    if _is_taken_back(turn):
        return undo.handle_unsend(turn, services)
    return with_composer(turn, services, _handle)


def _handle(composer: Composer) -> Reply:
    words = composer.turn.slots.get(SLOT, "")
    correction = corrected(words, composer)
    if correction:
        return correction
    if TimeSplitter(composer.turn.locale).leading(Phrase(words)):
        return planned(words, Carrier.TEXT, composer)
    return begin(words, Carrier.BARE, composer)
