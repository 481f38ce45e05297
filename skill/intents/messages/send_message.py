""" "Send, I'm giving the demo now", "send lunch is here to random", "send a message"."""

from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, to_default, with_composer
from skill.composing.sent.corrections import begun_to
from skill.composing.sent.for_others import moved_as_it, sent_again_to
from skill.composing.sent.further import further, sent_after_all
from skill.composing.sent.recent import copied_lately, moved_lately
from skill.intents.messages.pronouns import begin_told, means_several, told_in_session
from skill.intents.messages.reply import answered, points_there
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import DID
from skill.understanding.answers.which_answered import without_pointing
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_before
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
    answer = without_pointing(words, composer.request.locale)
    if _is_answer(answer, composer):
        return answered(answer, composer, is_doubtful=True)
    if points_there(words, composer):
        return answered(words, composer, is_doubtful=True)
    to_all = _to_all_of_them(words, composer)
    if to_all and means_several(to_all, composer):
        return begin_told(to_all, Carrier.RECIPIENT, composer)
    return (
        sent_after_all(words, composer)
        or sent_again_to(words, composer)
        or copied_lately(words, composer)
        or moved_as_it(words, composer)
        or moved_lately(words, composer)
        or begun_to(composer.of_sent(words), composer)
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


def _to_all_of_them(words: str, composer: SendingComposer) -> str:
    """Return "both yes" of "yes to both"; "" where it is not for all who wrote."""
    phrase, known = Phrase(words), language(composer.request.locale)
    several = longest_before(known.asked["all_of_them"], phrase.spoken, len(phrase))
    at = len(phrase) - several
    led = longest_before(known.to, phrase.spoken[:at], at) if several else 0
    return f"{phrase.after(at)} {phrase.between(0, at - led)}" if 0 < led < at else ""


def _is_answer(words: str, composer: SendingComposer) -> bool:
    """Whether "say yes" may answer what was just read."""
    spoken, known = Phrase(words).spoken, language(composer.request.locale).asked
    short = len(spoken) == 1 and spoken in known["answer_words"]
    return short and bool(told_in_session(composer))
