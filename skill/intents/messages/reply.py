""" "Reply, thanks": to where the message came from that was read last, in its thread."""

from postbox.inbox.message import InboxMessage
from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated, with_composer
from skill.reading.last_told import last_told
from skill.reading.planning.course import Course
from skill.reading.planning.spoken_names import SpokenNames
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import EXACT, SAME_SOUND, Candidate, Kind
from skill.understanding.phrase import Phrase

INTENT = "ReplyIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Answer what was read last; where several conversations were read, read it back first."""
    return with_composer(turn, services, _handle)


def told_in_session(composer: Composer) -> list[InboxMessage]:
    """Return the messages of the answer that was said last, if that was in this session."""
    if not Course.of(composer.turn.attributes).last:
        return []
    return last_told(composer.turn, composer.link, composer.services)


def _handle(composer: Composer) -> Reply:
    messages = last_told(composer.turn, composer.link, composer.services)
    if not messages:
        return Reply(say("nothing_to_reply_to"))
    words = composer.turn.slots.get(SLOT, "")
    named = _named(words, messages, composer)
    message, words = named or (messages[-1], words)
    places = {(message.conversation_id, message.thread_ts) for message in messages}
    draft = Draft(
        text=dictated(words, composer),
        to=(_whence(message, composer),),
        thread_ts=message.thread_ts or "",
        is_doubtful=len(places) > 1 and named is None,
    )
    return proceed(draft, composer)


def _named(
    words: str, messages: list[InboxMessage], composer: Composer
) -> tuple[InboxMessage, str] | None:
    """Return whose message "reply to Hope yes I did" answers, and the words of the answer."""
    phrase, known = Phrase(words), language(composer.turn.locale)
    start = longest_at(known.to, phrase.spoken, 0)
    if not start:
        return None
    for end in range(len(phrase), start, -1):
        found = composer.recipients(phrase.between(start, end))
        ids = {each.id for one in found.resolutions for each in one.candidates}
        written = found.least_score >= SAME_SOUND
        theirs = [message for message in messages if message.author_id in ids]
        if written and theirs and len({message.author_id for message in theirs}) == 1:
            return theirs[-1], phrase.after(end)
    return None


def _whence(message: InboxMessage, composer: Composer) -> Candidate:
    """Return the conversation of a message; a direct message by the person who wrote it."""
    if message.kind == "im":
        person = composer.book.directory.people.get(message.author_id)
        name = person.full_name if person else composer.turn.phrases.plain("unknown_author")
        return Candidate(message.author_id, name, Kind.PERSON, EXACT, "reply")
    spoken = SpokenNames(composer.book.names).conversation(message.conversation_id)
    name = spoken or composer.turn.phrases.plain("unknown_place")
    return Candidate(message.conversation_id, name, Kind.CHANNEL, EXACT, "reply")
