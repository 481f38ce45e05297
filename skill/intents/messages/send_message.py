""" "Send, I'm giving the demo now", "send lunch is here to random", "send a message"."""

from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, to_default, with_composer
from skill.composing.sent.corrections import moved_as_it, sent_again_to
from skill.composing.sent.further import further
from skill.composing.sent.recent import copied_lately
from skill.intents.messages.pronouns import told_in_session
from skill.intents.messages.reply import answered
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import DID
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.phrase import Phrase

INTENT = "SendMessageIntent"
SLOT = "message"
READING = frozenset(
    {
        "ReadNewIntent", "ReadRepliesIntent", "ReadMentionsIntent", "ReadFromIntent",
        "LastMessagesIntent", "EarlierIntent", "CatchUpIntent", "NextMessageIntent",
        "AMAZON.RepeatIntent", "WhoWasThatIntent", "WhenWasThatIntent",
    }
)  # fmt: skip
"""Intents whose answers tell of what others wrote."""


def handle(turn: Turn) -> Reply:
    """Send what was dictated to whom it names, else to the default conversation."""
    return with_composer(turn, _handle)


def handle_and_wait(turn: Turn) -> Reply:
    """Send what was dictated and wait for an answer."""
    words = turn.slots.get(SLOT, "")
    return with_composer(turn, lambda composer: begin(words, Carrier.TEXT, composer, waiting=True))


def handle_compose(turn: Turn) -> Reply:
    """Begin an empty message: to whom, and what?"""
    return with_composer(turn, lambda composer: proceed(Draft(), composer))


def _handle(composer: SendingComposer) -> Reply:
    words = composer.request.slots.get(SLOT, "")
    if not words.strip():
        return to_default(Draft(), composer)
    if _is_answer(words, composer):
        return answered(words, composer, is_doubtful=True)
    return (
        sent_again_to(words, composer)
        or copied_lately(words, composer)
        or moved_as_it(words, composer)
        or (answered(words, composer, is_doubtful=True) if _may_answer(words, composer) else None)
        or further(words, Carrier.TEXT, composer)
        or begin(words, Carrier.TEXT, composer)
    )


def _may_answer(words: str, composer: SendingComposer) -> bool:
    """Whether words without an address may be for whom was just read, and not for the default."""
    if composer.request.attributes.get(DID) not in READING:
        return False
    places = {message.conversation_id for message in told_in_session(composer)}
    own = {composer.book.conversation_of(candidate) for candidate in composer.default_only}
    if len(places) != 1 or places == own:
        return False
    return not composer.understand(words, Carrier.TEXT).resolutions


def _is_answer(words: str, composer: SendingComposer) -> bool:
    """Whether "say yes" may answer what was just read."""
    spoken, known = Phrase(words).spoken, language(composer.request.locale).asked
    short = len(spoken) == 1 and spoken in known["answer_words"]
    return short and bool(told_in_session(composer))
