"""People and conversations as one line of text each, in which the stored tables hold them. Pure."""

from functools import lru_cache

from postbox.directory.entries import Conversation, FormerConversation, Person
from postbox.directory.names.tables.parts import FIELD, RECORD, record

_GONE = "-"


def person_line(person: Person) -> str:
    """Return a person as a line."""
    names = (person.real_name, person.display_name, person.handle)
    return record((person.id, *names, "" if person.reachable else _GONE))


@lru_cache(maxsize=8192)
def person_of(line: str) -> Person:
    """Return the person of a line."""
    user_id, real_name, display_name, handle, gone = line.split(FIELD)
    return Person(user_id, real_name, display_name, handle, not gone)


def conversation_line(conversation: Conversation) -> str:
    """Return a conversation as a line."""
    users, names = " ".join(conversation.with_users), "/".join(conversation.former_names)
    return record((conversation.id, conversation.name, conversation.kind, users, names))


@lru_cache(maxsize=8192)
def conversation_of(line: str) -> Conversation:
    """Return the conversation of a line."""
    conversation_id, name, kind, users, names = line.split(FIELD)
    former = tuple(names.split("/")) if names else ()
    return Conversation(conversation_id, name, kind, tuple(users.split()), former)


def former_line(former: FormerConversation) -> str:
    """Return a former conversation as a line."""
    return record((former.id, former.name, former.kind, f"{former.ended_at:.0f}"))


def former_of(line: str) -> FormerConversation:
    """Return the former conversation of a line."""
    conversation_id, name, kind, ended_at = line.split(FIELD)
    return FormerConversation(conversation_id, name, kind, float(ended_at))


def people_of(lines: str) -> tuple[Person, ...]:
    """Return the people of several lines."""
    return tuple(map(person_of, lines.split(RECORD)))


def conversations_of(lines: str) -> tuple[Conversation, ...]:
    """Return the conversations of several lines."""
    return tuple(map(conversation_of, lines.split(RECORD)))
