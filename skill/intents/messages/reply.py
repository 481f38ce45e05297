""" "Reply, thanks": to where the message came from that was read last, in its thread."""

from postbox.inbox.message import InboxMessage
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Choice, Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, dictated, with_composer
from skill.composing.sent.corrections import sent_to_one
from skill.reading.last_told import last_told
from skill.reading.planning.course import Course
from skill.reading.planning.spoken_names import SpokenNames
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import EXACT, NAMED_FROM, Candidate, Kind
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.understood import PhraseOutcome

INTENT = "ReplyIntent"
SLOT = "message"
_MOST_OFFERED = 3


def handle(turn: Turn) -> Reply:
    """Answer what was read last; where several conversations were read, read it back first."""
    return with_composer(turn, _handle)


def told_in_session(composer: SendingComposer) -> list[InboxMessage]:
    """Return the messages of the answer that was said last, if that was in this session."""
    if not Course.of(composer.request.attributes).last:
        return []
    return last_told(composer.request, composer.link, composer.reader.inbox)


def with_a_name(words: str, composer: SendingComposer) -> str:
    """Return the words with a name for "him" or "her": whose message came last, read or sent."""
    phrase = Phrase(words)
    if phrase.spoken[:1] not in language(composer.request.locale).signs["pronouns"]:
        return words
    just_sent = composer.request.attributes.get(JUST_SENT)
    authors = set() if just_sent else {message.author_id for message in told_in_session(composer)}
    name = _person(authors, composer) or sent_to_one(composer)
    return f"{name} {phrase.after(1)}" if name else words


def _person(ids: set[str], composer: Composer) -> str:
    person = composer.book.directory.people.get(next(iter(ids))) if len(ids) == 1 else None
    return person.full_name if person else ""


def _handle(composer: SendingComposer) -> Reply:
    return answered(composer.request.slots.get(SLOT, ""), composer)


def answered(words: str, composer: SendingComposer, *, is_doubtful: bool = False) -> Reply:
    """Answer what was read last with these words; where it may be meant otherwise, ask first."""
    messages = last_told(composer.request, composer.link, composer.reader.inbox)
    if not messages:
        return Reply(say("nothing_to_reply_to"))
    composer.prepare(words)
    named = _named(words, messages, composer)
    if named is None and composer.understanding.names.named(Phrase(words).spoken, 0):
        other = composer.understand(words, Carrier.RECIPIENT)
        if other.outcome is PhraseOutcome.CERTAIN and other.text:
            # "Answer Joy try the red one", where Joy was read some answers before.
            return begin(words, Carrier.RECIPIENT, composer, read_back=True)
    if named is None and (several := _whences(messages, composer)):
        choice = Choice("", several, len(several))
        draft = Draft(text=dictated(words, composer), choices=(choice,), is_doubtful=is_doubtful)
        return proceed(draft, composer)
    message, words = named or (messages[-1], words)
    places = {(message.conversation_id, message.thread_ts) for message in messages}
    draft = Draft(
        text=dictated(words, composer),
        to=(_whence(message, composer),),
        thread_ts=message.thread_ts or "",
        is_doubtful=is_doubtful or (len(places) > 1 and named is None),
    )
    return proceed(draft, composer)


def _whences(messages: list[InboxMessage], composer: Composer) -> tuple[Candidate, ...]:
    """Return the conversations that may be answered, where they are several and no thread's."""
    found = {
        candidate.id: candidate
        for candidate in (_whence(message, composer) for message in messages)
    }
    in_thread = any(message.thread_ts for message in messages)
    return tuple(found.values()) if 1 < len(found) <= _MOST_OFFERED and not in_thread else ()


def _named(
    words: str, messages: list[InboxMessage], composer: Composer
) -> tuple[InboxMessage, str] | None:
    """Return whose message "reply to Hope yes I did" answers, and the words of the answer."""
    phrase, known = Phrase(words), language(composer.request.locale)
    start = longest_at(known.to, phrase.spoken, 0)
    if not start and phrase.spoken[:1] in known.signs["pronouns"] and len(phrase) > 1:
        return _only_author(messages, phrase.after(1))
    for end in range(len(phrase), start, -1):
        found = composer.recipients(phrase.between(start, end))
        ids = {candidate.id for one in found.resolutions for candidate in one.candidates}
        written = found.least_score >= NAMED_FROM
        theirs = [message for message in messages if message.author_id in ids]
        if not start and (end == len(phrase) or found.certainty is not Certainty.CERTAIN):
            continue
        if written and theirs and len({message.author_id for message in theirs}) == 1:
            return theirs[-1], phrase.after(end)
    return None


def _only_author(messages: list[InboxMessage], words: str) -> tuple[InboxMessage, str] | None:
    """Return what "answer him I can't" answers; None where several have written."""
    authors = {message.author_id for message in messages}
    return (messages[-1], words) if len(authors) == 1 else None


def _whence(message: InboxMessage, composer: Composer) -> Candidate:
    """Return the conversation of a message; a direct message by the person who wrote it."""
    if message.kind == "im":
        person = composer.book.directory.people.get(message.author_id)
        name = person.full_name if person else composer.request.phrases.plain("unknown_author")
        return Candidate(message.author_id, name, Kind.PERSON, EXACT, "reply")
    spoken = SpokenNames(composer.book.names).conversation(message.conversation_id)
    name = spoken or composer.request.phrases.plain("unknown_place")
    return Candidate(message.conversation_id, name, Kind.CHANNEL, EXACT, "reply")
