""" "Who was that?", "When was that?": about what was read last."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from postbox.directory.names.spelling import aloud, without_asides
from postbox.inbox.message import InboxMessage
from skill.intents.reading.read_on import open_question
from skill.reading.answering import count
from skill.reading.last_told import last_told
from skill.reading.planning.places import place
from skill.reading.planning.scope import NEW
from skill.reading.planning.stored import who_wrote
from skill.reading.planning.written_at import moment
from skill.reading.reader import Reader, TellingReader
from skill.speech.said import Said, all_of, say, sentence
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import SENT


def handle_who(turn: Turn) -> Reply:
    """Say the full names of those who wrote it, and where."""
    return _about(turn, _who)


def handle_when(turn: Turn) -> Reply:
    """Say when it was written, by the listener's clock."""
    return _about(turn, _when)


def _about(turn: Turn, said: Callable[[Sequence[InboxMessage], Reader], Said]) -> Reply:
    reader = Reader.of(turn)
    messages = last_told(turn, reader.link, turn.inbox)
    question = open_question(reader.course)
    if not messages or (turn.attributes.get(SENT) and not reader.course.told):
        return _of_nothing_read(turn)
    return Reply(said(messages, reader), question)


def _of_nothing_read(turn: Turn) -> Reply:
    """Behind a message of one's own it is about that one, else about what there is."""
    if turn.attributes.get(SENT):
        from skill.intents.sent import own_messages  # noqa: PLC0415 - rarely meant so

        return own_messages.handle(replace(turn, slots={}))
    return count(NEW, TellingReader.of(turn))


def _who(messages: Sequence[InboxMessage], reader: Reader) -> Said:
    by_place: dict[str, dict[str, None]] = {}
    for message in messages:
        where = place(message, reader.listener)
        by_place.setdefault(where, {})[_full_name(message, reader)] = None
    return tuple(
        sentence("that_was_in", names=all_of(names), conversation=where)
        if where
        else sentence("that_was", names=all_of(names))
        for where, names in by_place.items()
    )


def _full_name(message: InboxMessage, reader: Reader) -> str:
    """Return the full name, with the handle where another person has the same."""
    directory = reader.names.directory(reader.link.team_id)
    person = directory.people.get(message.author_id)
    if person is None:
        return who_wrote(message, reader.listener)
    name = without_asides(person.full_name)
    others = (other for other in directory.people.values() if other.id != person.id)
    if any(without_asides(other.full_name).casefold() == name.casefold() for other in others):
        handle = aloud(person.handle or person.display_name)
        return reader.request.phrases.plain("name_with_handle", name=name, handle=handle)
    return name


def _when(messages: Sequence[InboxMessage], reader: Reader) -> Said:
    listener = reader.listener
    written = sorted(message.ts for message in messages)
    first, last = moment(written[0], listener), moment(written[-1], listener)
    if first == last:
        return say("that_was_written", when=first)
    return say("that_was_written_between", first=first, last=last)
