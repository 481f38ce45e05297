""" "Tell Kevin I'm late", "message the dev ops channel that we're live"."""

from skill.composing.composer import Composer
from skill.composing.corrections import sent_again_to
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, with_composer
from skill.intents.messages.reply import told_in_session
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.phrase import Phrase

SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Send what was dictated to whom it names first."""
    return with_composer(turn, services, _handle)


def _handle(composer: Composer) -> Reply:
    words = _with_a_name(composer.turn.slots.get(SLOT, ""), composer)
    return sent_again_to(words, composer) or (
        begin(words, Carrier.RECIPIENT, composer) if words.strip() else proceed(Draft(), composer)
    )


def _with_a_name(words: str, composer: Composer) -> str:
    """Return the words with a name for "him" or "her": whoever wrote what was read last, alone."""
    phrase = Phrase(words)
    if phrase.spoken[:1] not in language(composer.turn.locale).signs["pronouns"]:
        return words
    authors = {message.author_id for message in told_in_session(composer)}
    person = composer.book.directory.people.get(authors.pop()) if len(authors) == 1 else None
    return f"{person.full_name} {phrase.after(1)}" if person else words
