"""Names that a speaker taught, or chose when asked: what this link means by them."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar, NamedTuple

from postbox.directory.names.words import key, words
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.items import Item, delete, put, text_in
from postbox.store.keys import DAY
from postbox.store.table import Table

_CHOICE_KEPT = 30 * DAY


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


class _Choice(NamedTuple):
    target: str
    request_id: str
    again: bool


def _choice(item: Item) -> _Choice:
    return _Choice(text_in(item, "target"), text_in(item, "request_id"), bool(item["again"]))


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

    def chosen_again(self, alias: Alias, request_id: str) -> bool:
        """Note who was chosen among several of a name; return whether it was the same as before.

        A choice is forgotten after thirty days. Another choice takes its place. A request that
        Alexa sends again counts once, and the answer is the same.
        """
        key = keys.chosen_name(alias.link_id, alias.key)
        before = self._table.sift_one("Choice", _choice, self._table.get(key))
        if before and (before.target, before.request_id) == (alias.target_id, request_id):
            return before.again
        again = before is not None and before.target == alias.target_id
        choice = {"target": alias.target_id, "request_id": request_id, "again": again}
        expires = int(alias.learned_at + _CHOICE_KEPT)
        self._table.apply(put({**key, **choice, "expires_at": expires}))
        return again

    def forget(self, alias: Alias) -> None:
        """Drop an alias, and what was chosen last among those that have the name."""
        self._table.apply(
            delete(keys.alias(alias.link_id, alias.key)),
            delete(keys.chosen_name(alias.link_id, alias.key)),
        )
