"""Names that a speaker taught, or chose when asked: what this link means by them."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from postbox.directory.names.words import key, words
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.table import Table, delete, put


@dataclass(frozen=True)
class Alias:
    """A spoken name and what it means to one link."""

    VERSION: ClassVar[int] = 1

    link_id: str
    spoken: str
    """As it was dictated, without an article."""
    target_id: str
    """A person's user id, or a conversation's id."""
    target_name: str
    kind: str
    """A skill.understanding.names.candidate.Kind."""
    learned_at: float

    @property
    def key(self) -> str:
        """The name as it is looked up."""
        return key_of(self.spoken)


def key_of(spoken: str) -> str:
    """Return how a name is looked up: folded, its words run together."""
    return key(word.spoken for word in words(spoken))


class Aliases:
    """The aliases of all links."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def of(self, link_id: str) -> list[Alias]:
        """Return a link's aliases in alphabetical order."""
        items = self._table.query(keys.speaker_partition(link_id), "ALIAS#")
        return list(self._table.sift("Alias", partial(from_record, Alias), items))

    def learn(self, alias: Alias) -> None:
        """Keep an alias; it replaces an earlier one of that name."""
        self._table.apply(put({**keys.alias(alias.link_id, alias.key), **to_record(alias)}))

    def forget(self, alias: Alias) -> None:
        """Drop an alias."""
        self._table.apply(delete(keys.alias(alias.link_id, alias.key)))
