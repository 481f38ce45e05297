"""The names of a workspace: its people and conversations. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from postbox.frozen import Frozen

T = TypeVar("T")


class HasId(Protocol):
    """Somebody or something in a directory."""

    @property
    def id(self) -> str:
        """Its id in Slack."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the workspace, perhaps a former one: old messages still need the name."""

    id: str
    real_name: str
    display_name: str = ""
    handle: str = ""
    """Slack's `name`: lower case, unique once."""
    reachable: bool = True
    """False for deactivated people and for bots: they are named, never written to."""

    @property
    def full_name(self) -> str:
        """The name to say when nothing shorter is clear."""
        return self.real_name or self.display_name or self.handle


@dataclass(frozen=True, slots=True)
class Conversation:
    """A channel ("channel", or "group" when private), or a direct or group message."""

    id: str
    name: str
    kind: str
    with_users: tuple[str, ...] = ()
    """Who else is in a direct ("im") or group ("mpim") message, by user id."""
    former_names: tuple[str, ...] = ()
    """What it was called before, the newest first."""


@dataclass(frozen=True, slots=True)
class FormerConversation:
    """A channel that nothing can be written to any more: archived, deleted, or left."""

    id: str
    name: str
    kind: str
    ended_at: float
    """When that became known, in epoch seconds."""


class DirectoryUpdate(Frozen):
    """What is to be put into a directory, by id; None for what is to be taken out."""

    people: Mapping[str, Person] = field(default_factory=dict)
    conversations: Mapping[str, "Conversation | None"] = field(default_factory=dict)
    former: Mapping[str, "FormerConversation | None"] = field(default_factory=dict)

    @property
    def ids(self) -> Mapping[str, Iterable[str]]:
        """Whom and what it is about, by the mapping of the index."""
        places = {*self.conversations, *self.former}
        return {"people_by_id": self.people, "conversations_by_id": places}


class Directory(Frozen):
    """Everybody and everything that has a name, by id."""

    people: Mapping[str, Person] = field(default_factory=dict)
    conversations: Mapping[str, Conversation] = field(default_factory=dict)
    former: Mapping[str, FormerConversation] = field(default_factory=dict)
    """Channels of before, so that their names are not taken for words."""

    @classmethod
    def of(
        cls,
        people: Iterable[Person],
        conversations: Iterable[Conversation],
        former: Iterable[FormerConversation] = (),
    ) -> "Directory":
        """Index people and conversations by their ids."""
        return cls(
            {person.id: person for person in people},
            {conversation.id: conversation for conversation in conversations},
            {conversation.id: conversation for conversation in former},
        )

    def updated(self, update: DirectoryUpdate) -> "Directory":
        """Return a directory with an update put into it; all of it is gone through."""
        return Directory(
            {**self.people, **update.people},
            _put(self.conversations, update.conversations),
            _put(self.former, update.former),
        )


def _put(before: Mapping[str, T], update: Mapping[str, T | None]) -> dict[str, T]:
    merged: dict[str, T | None] = {**before, **update}
    return {identifier: entry for identifier, entry in merged.items() if entry is not None}
