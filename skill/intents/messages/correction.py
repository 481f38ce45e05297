""" "Crates not boxes", "seven I mean", "Olu as well": of what was just sent or is read back."""

from skill.composing.composer import SendingComposer
from skill.composing.opening import begin, with_composer
from skill.composing.sent.corrections import corrected
from skill.composing.sent.further import sent_after_all
from skill.composing.sent.in_session import sent_in_session
from skill.composing.sent.recent import corrected_lately
from skill.composing.sent.taking_back import asked_back, is_taken_back
from skill.intents.messages.pronouns import begun_in
from skill.intents.sent import undo
from skill.intents.session import fallback
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import BARE_SLOT
from skill.turn.reply import Reply
from skill.understanding.answers.sent.of_sent import AboutSent, OfSent
from skill.understanding.carrier import Carrier
from skill.understanding.openings import openings
from skill.understanding.phrase import Phrase

SLOT, NAME = "message", "recipient"
_LONG = 6
"""So many words correct nothing where nothing was said before."""


def handle(turn: Turn) -> Reply:
    """Put right what was just sent, begin another message, or say that it is not understood."""
    if BARE_SLOT in turn.slots:
        return with_composer(turn, lambda composer: _stated(said(turn), composer))
    return with_composer(turn, lambda composer: _handle(said(turn), composer))


def _stated(words: str, composer: SendingComposer) -> Reply:
    """Begin a message of words that no sentence of the model has, where they tell something.

    A device may hand over the words of any other sentence as well: what begins with a verb of
    sending is taken so, and what surely tells nothing is not understood.
    """
    read = composer.of_sent(words)
    message = read.message
    if sent_in_session(composer) or read.is_of_the_last or (message and message.carrier):
        return _handle(words, composer)
    lately = corrected_lately(words, composer, asks=True)
    if lately:
        return lately
    stated = composer.understanding.states(Phrase(words))
    may_state = stated or composer.understanding.may_state(Phrase(words))
    if not may_state and len(Phrase(words)) < _LONG:
        return fallback.not_understood()
    return begin(words, Carrier.BARE, composer, read_back=not stated)


def said(turn: Turn) -> str:
    """Return the words that were said, whatever slot took them."""
    return turn.slots.get(SLOT) or turn.slots.get(NAME) or ""


def said_of_sent(words: str, composer: SendingComposer) -> Reply | None:
    """Return what words do to what was just sent; None where they do nothing to it."""
    sent = sent_in_session(composer)
    read = composer.of_sent(words, sent.text if sent else "")
    is_of_one = sent is not None or read.is_of_the_last
    if is_of_one and read.said is AboutSent.TAKES_BACK:
        if not read.is_sure:
            return asked_back(composer.link, composer.outbox)
        return undo.taken_back(composer, read.names)
    return corrected(words, composer)


def _handle(words: str, composer: SendingComposer) -> Reply:
    return (
        sent_after_all(words, composer)
        or said_of_sent(words, composer)
        or corrected_lately(words, composer)
        or begun(words, composer)
    )


def begun(words: str, composer: SendingComposer) -> Reply:
    """Begin another message, or say that what was sent stays, or that it is not understood."""
    read = composer.of_sent(words)
    return (
        _with_nothing_to_replace(read, composer)
        or begun_in(read.message, composer)
        or _said_whole(words, composer)
        or (stays_sent(words, composer) if sent_in_session(composer) else None)
        or fallback.not_understood()
    )


def _with_nothing_to_replace(read: OfSent, composer: SendingComposer) -> Reply | None:
    """Read back the other message of "take it back and tell Ana ...", where nothing was sent."""
    message = read.message
    if read.said is not AboutSent.REPLACES or message is None or message.carrier is None:
        return None
    return begin(message.words, message.carrier, composer, read_back=True)


def stays_sent(words: str, composer: SendingComposer) -> Reply:
    """Ask whether to take back what was just sent, or say that it stays."""
    if is_taken_back(composer):
        # Nothing stands that could be taken back, or stay.
        return fallback.not_understood()
    if composer.of_sent(words).said is AboutSent.MAY_TAKE_BACK:
        return asked_back(composer.link, composer.outbox)
    return Reply(say("stays_sent"), is_slight=True)


def _said_whole(words: str, composer: SendingComposer) -> Reply | None:
    """Begin a message of words that have a "not ..." of their own, where nothing was sent yet."""
    spoken = Phrase(words).spoken
    leads = (Phrase(words).spoken for opening in openings().values() for words in opening.all)
    begins = any(spoken[: len(lead)] == lead for lead in leads)
    if not composer.request.is_one_shot or not (begins or len(spoken) >= _LONG):
        return None
    # "Share that with everyone" arrives as "everyone too".
    stated = begins and composer.understanding.states(Phrase(words))
    return begin(words, Carrier.BARE, composer, read_back=not stated)
