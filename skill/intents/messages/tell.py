""" "Tell Kevin I'm late", "message the dev ops channel that we're live"."""

from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import with_composer
from skill.composing.sent.corrections import begun_to
from skill.composing.sent.for_others import sent_again_to
from skill.composing.sent.recent import copied_lately
from skill.intents.messages.pronouns import begin_told, is_for_one_of_several
from skill.intents.messages.reply import answered, answers_a_message
from skill.intents.session import fallback
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase

INTENT = "TellIntent"
SLOT = "message"


def handle(turn: Turn) -> Reply:
    """Send what was dictated to whom it names first."""
    return with_composer(turn, _handle)


def _handle(composer: SendingComposer) -> Reply:
    words = composer.request.slots.get(SLOT, "")
    words = _to_whom(words, composer)
    if _lets_oneself(words, composer):
        return fallback.not_understood()
    if answers_a_message(words, composer) or is_for_one_of_several(words, composer):
        return answered(words, composer)
    return (
        sent_again_to(words, composer, is_told=True)
        or copied_lately(words, composer)
        or begun_to(composer.of_sent(words), composer)
        or (
            begin_told(words, Carrier.RECIPIENT, composer)
            if words.strip()
            else proceed(Draft(), composer)
        )
    )


def _lets_oneself(words: str, composer: SendingComposer) -> bool:
    """Whether it is "(let) me think a second", whose verb Alexa took: nothing is to be noted."""
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    waits = known.asked["hesitating"]
    return spoken[:1] in known.signs["self"] and any(
        longest_at(waits, (*let, *spoken), 0) for let in known.asked["letting"]
    )


def _to_whom(words: str, composer: SendingComposer) -> str:
    """Return "olu the pump is dry" of "(message) for olu the pump is dry"."""
    phrase, leads = Phrase(words), language(composer.request.locale).signs["for"]
    led = longest_at(leads, phrase.spoken, 0)
    if not led:
        return words
    composer.prepare(words)
    names = composer.understanding.names
    return phrase.after(led) if names.named(phrase.spoken, led) else words
