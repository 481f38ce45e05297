"""A message said without a verb for sending: "tell Slack I'm on stage in two minutes"."""

from skill.composing.composer import SendingComposer
from skill.composing.opening import begin, with_composer
from skill.composing.sent.further import further, sent_after_all
from skill.composing.sent.in_session import sent_in_session
from skill.composing.sent.recent import added_lately, corrected_lately
from skill.composing.times.planned import planned
from skill.intents.messages.correction import said_of_sent
from skill.intents.messages.pronouns import begun_in
from skill.reading.guessing import answered
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.answers.new_message import asked_nicely
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.times.splitting import TimeSplitter
from skill.understanding.wording.exchanges import exchanged

SLOT = "message"


def handle(turn: Turn) -> Reply:
    """Send what was said, or correct what was just sent; what begins with a time is for then."""
    return with_composer(turn, _handle)


def _handle(composer: SendingComposer) -> Reply:
    words = composer.request.slots.get(SLOT, "")
    correction = sent_after_all(words, composer) or said_of_sent(words, composer)
    if correction:
        return correction
    more = _more_of_it(words, composer)
    if more:
        return more
    lately = corrected_lately(words, composer, asks=True)
    if lately:
        return lately
    another = begun_in(composer.of_sent(words).message, composer)
    if another:
        return another
    polite = asked_nicely(Phrase(words), language(composer.request.locale))
    if polite and polite.carrier:
        # What is asked so kindly may as well be asked of everybody.
        return begin(polite.words, polite.carrier, composer, read_back=not polite.is_surely_told)
    known = language(composer.request.locale).asked
    if longest_at(known["self_asking"], Phrase(words).spoken, 0):
        return Reply(say("not_a_message"))
    told = _told(words, composer) if composer.request.question is None else None
    if told:
        return told
    if TimeSplitter(composer.request.locale).leading(Phrase(words)):
        return planned(words, Carrier.TEXT, composer)
    # "Change left to right" with nothing on the left to change is hardly a message.
    is_change = any(exchanged(words, language(composer.request.locale)))
    return further(words, Carrier.BARE, composer) or begin(
        words, Carrier.BARE, composer, read_back=is_change
    )


def _more_of_it(words: str, composer: SendingComposer) -> Reply | None:
    """Return "see you there" of "also say see you there" on its way to the message just sent."""
    phrase, known = Phrase(words), language(composer.request.locale).sent["saying_more"]
    more = phrase.after(longest_at(known, phrase.spoken, 0))
    if more == words or sent_in_session(composer) or composer.of_sent(words).is_to_them:
        return None
    return added_lately(more, composer) or Reply(say("nothing_to_change"))


def _told(words: str, composer: SendingComposer) -> Reply | None:
    """Return what is new that may answer a question to everybody, where the voice may hear it."""
    return answered(words, composer.reader) if composer.find_permission().hears_all else None
