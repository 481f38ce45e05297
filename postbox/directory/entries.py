"""The names of a workspace: its people and conversations. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


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


@dataclass(frozen=True)
class Directory:
    """Everybody and everything that has a name, by id."""

    people: Mapping[str, Person] = field(default_factory=dict)
    conversations: Mapping[str, Conversation] = field(default_factory=dict)

    @classmethod
    def of(cls, people: Iterable[Person], conversations: Iterable[Conversation]) -> "Directory":
        """Index people and conversations by their ids."""
        return cls({each.id: each for each in people}, {each.id: each for each in conversations})
