"""Whom "him", "her" and "them" mean: whose message was read, who was sent one, or was asked for."""

from postbox.inbox.message import InboxMessage
from skill.composing.composer import Composer, SendingComposer
from skill.composing.opening import begin
from skill.composing.sent.corrections import sent_to_one
from skill.reading.last_told import last_told
from skill.reading.planning.course import Course
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT, NAMED
from skill.understanding.answers.new_message import NewMessage
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase

_MOST = 3
"""So many people may be meant by one word."""


def told_in_session(composer: SendingComposer) -> list[InboxMessage]:
    """Return the messages of the answer that was said last, if that was in this session."""
    if not Course.of(composer.request.attributes).last:
        return []
    return last_told(composer.request, composer.link, composer.reader.inbox)


def with_a_name(words: str, composer: SendingComposer) -> str:
    """Return the words with a name for "him" or "her", and names for "them" of several."""
    phrase, known = Phrase(words), language(composer.request.locale)
    if means_several(words, composer):
        length = longest_at(known.asked["all_of_them"], phrase.spoken, 0)
        joined = f" {composer.request.phrases.plain('joining_names')} "
        return f"{joined.join(_authors(composer))} {phrase.after(length)}"
    if phrase.spoken[:1] not in known.signs["pronouns"]:
        return words
    name = _asked_for(composer) or _only(_authors(composer)) or sent_to_one(composer)
    return f"{name} {phrase.after(1)}" if name else words


def means_several(words: str, composer: SendingComposer) -> bool:
    """Whether "them", "both of them" stands for all whose messages were just read."""
    known = language(composer.request.locale).asked
    length = longest_at(known["all_of_them"], Phrase(words).spoken, 0)
    return 0 < length < len(Phrase(words)) and 1 < len(_authors(composer)) <= _MOST


def begin_told(words: str, carrier: Carrier, composer: SendingComposer) -> Reply:
    """Begin a message that may be for "her"; what is for several by one word is read back."""
    several = means_several(words, composer)
    return begin(with_a_name(words, composer), carrier, composer, read_back=several)


def begun_in(message: NewMessage | None, composer: SendingComposer) -> Reply | None:
    """Begin the message that other words led to, None where it is none."""
    if message is None or message.carrier is None:
        return None
    return begin_told(message.words, message.carrier, composer)


def _authors(composer: SendingComposer) -> list[str]:
    """Return the names of those whose messages were just read, in that order."""
    if composer.request.attributes.get(JUST_SENT):
        return []
    ids = dict.fromkeys(message.author_id for message in told_in_session(composer))
    people = composer.book.directory.people
    known = [people[author].full_name for author in ids if author in people]
    return known if len(known) == len(ids) else []


def _only(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ""


def _asked_for(composer: Composer) -> str:
    """Return who was named in what could not be done: "call Wei", "tell him ..."."""
    phrase = Phrase(str(composer.request.attributes.get(NAMED) or ""))
    composer.prepare(phrase.text)
    for at in range(len(phrase)):
        if end := composer.understanding.names.named(phrase.spoken, at):
            return phrase.between(at, end)
    return ""
