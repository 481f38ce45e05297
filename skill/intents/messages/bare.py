"""A message said without a verb for sending: "tell Slack I'm on stage in two minutes"."""

from skill.composing.composer import Composer
from skill.composing.opening import begin, with_composer
from skill.composing.sent.recent import corrected_lately
from skill.composing.times.planned import planned
from skill.intents.messages.correction import said_of_sent
from skill.reading.guessing import answered
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.times.splitting import TimeSplitter

SLOT = "message"


def handle(turn: Turn) -> Reply:
    """Send what was said, or correct what was just sent; what begins with a time is for then."""
    return with_composer(turn, _handle)


def _handle(composer: Composer) -> Reply:
    words = composer.turn.slots.get(SLOT, "")
    correction = said_of_sent(words, composer)
    if correction:
        return correction
    lately = corrected_lately(words, composer, asks=True)
    if lately:
        return lately
    message = composer.of_sent(words).message
    if message and message.carrier:
        return begin(message.words, message.carrier, composer)
    known = language(composer.turn.locale).asked
    if longest_at(known["self_asking"], Phrase(words).spoken, 0):
        return Reply(say("not_a_message"))
    told = answered(words, composer.turn) if composer.turn.question is None else None
    if told:
        return told
    if TimeSplitter(composer.turn.locale).leading(Phrase(words)):
        return planned(words, Carrier.TEXT, composer)
    return begin(words, Carrier.BARE, composer)
