"""The names of a workspace: its people and conversations, as the skill needs them to speak.

Kept as compressed JSON in slices below DynamoDB's 400 KB an item, written as a new generation that
replaces the old one in a single small write.
"""

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from mailbox import keys
from mailbox.expiry import DAY
from mailbox.table import Table, put

SLICE_BYTES = 350_000


@dataclass(frozen=True)
class Person:
    """A member of the workspace."""

    id: str
    real_name: str
    display_name: str = ""

    @property
    def full_name(self) -> str:
        """The name to say when nothing shorter is clear."""
        return self.real_name or self.display_name


@dataclass(frozen=True)
class Conversation:
    """A channel, or a direct message (then with the other person's id)."""

    id: str
    name: str
    kind: str
    with_user: str = ""


@dataclass(frozen=True)
class Directory:
    """Everybody and everything that has a name."""

    people: dict[str, Person] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)

    @classmethod
    def of(cls, people: Iterable[Person], conversations: Iterable[Conversation]) -> "Directory":
        """Index people and conversations by their ids."""
        return cls({each.id: each for each in people}, {each.id: each for each in conversations})


class Directories:
    """The directories of all workspaces."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table; what was read is remembered by its generation."""
        self._table = table
        self._read: dict[str, tuple[str, Directory]] = {}

    def get(self, team_id: str) -> Directory:
        """Return a workspace's directory; an empty one when there is none yet."""
        item = self._table.get(keys.directory(team_id))
        if item is None:
            return Directory()
        generation, parts = str(item["generation"]), int(item["parts"])
        if self._read.get(team_id, ("", None))[0] != generation:
            self._read[team_id] = (generation, self._load(team_id, generation, parts))
        return self._read[team_id][1]

    def listed_at(self, team_id: str) -> float | None:
        """Return when the names were listed last, in epoch seconds."""
        item = self._table.get(keys.directory(team_id))
        return float(item["listed_at"]) if item else None

    def save(self, team_id: str, directory: Directory, now: float) -> None:
        """Replace a workspace's directory; the old one stays a week for readers under way."""
        generation = f"{now:.3f}"
        packed = gzip.compress(_to_json(directory).encode(), mtime=0)
        slices = [packed[at : at + SLICE_BYTES] for at in range(0, len(packed), SLICE_BYTES)]
        for part, data in enumerate(slices):
            key = keys.directory_part(team_id, generation, part)
            self._table.apply(put({**key, "data": data, "expires_at": int(now) + 7 * DAY}))
        head = {"generation": generation, "parts": len(slices), "listed_at": now}
        self._table.apply(put({**keys.directory(team_id), **head}))

    def _load(self, team_id: str, generation: str, parts: int) -> Directory:
        wanted = [keys.directory_part(team_id, generation, part) for part in range(parts)]
        items = sorted(self._table.get_many(wanted), key=lambda item: str(item["sk"]))
        if len(items) < parts:
            return Directory()
        return _from_json(gzip.decompress(b"".join(bytes(item["data"]) for item in items)))


def _to_json(directory: Directory) -> str:
    people = [[each.id, each.real_name, each.display_name] for each in directory.people.values()]
    conversations = [
        [each.id, each.name, each.kind, each.with_user] for each in directory.conversations.values()
    ]
    content = {"people": people, "conversations": conversations}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _from_json(text: bytes) -> Directory:
    content = json.loads(text)
    return Directory.of(
        (Person(*row) for row in content["people"]),
        (Conversation(*row) for row in content["conversations"]),
    )
