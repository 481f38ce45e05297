"""Links that were left: what is kept of them is still to be deleted."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from postbox.store import account_keys as keys
from postbox.store.codec import from_record, to_record
from postbox.store.items import Write, delete, put
from postbox.store.table import Table


@dataclass(frozen=True)
class Left:
    """A link that was left."""

    VERSION: ClassVar[int] = 1

    link_id: str
    mailbox: str
    """Under which its messages are kept: its `team_id`."""
    at: float
    """When it was left, in epoch seconds."""
    not_before: float
    """From when on what is kept of it is deleted, unless it is linked anew before that."""


class Leavings:
    """All links that were left; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def all(self) -> Iterator[Left]:
        """Yield each of them."""
        items = self._table.query(keys.LEAVING, "LEAVING#")
        return self._table.sift("Left", partial(from_record, Left), items)

    def keep(self, left: Left) -> None:
        """Note that a link was left."""
        self._table.apply(left_write(left))

    def drop(self, left: Left) -> None:
        """Forget one of which nothing is kept any more."""
        self._table.apply(delete(keys.leaving(left.link_id)))


def left_write(left: Left) -> Write:
    """Return what notes that a link was left."""
    return put({**keys.leaving(left.link_id), **to_record(left)})
