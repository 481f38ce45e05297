"""Whose turn it is to be looked after: links in the order in which they are due.

One at a time is claimed, by a conditional write, for as long as a function may run: a worker that
dies over one leaves it to be done again, and a run does as many as it has time for.
"""

from collections.abc import Iterator

from postbox.frozen import Frozen
from postbox.store import account_keys as keys
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, Write, delete, put
from postbox.store.table import Table

CLAIMED_SECONDS = 120.0


class Turn(Frozen):
    """A link's turn, and when it is due in epoch seconds."""

    link_id: str
    at: float


class DueLinks:
    """The turns of all links but the owner's; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def due(self, now: float, most: int) -> list[Turn]:
        """Return whose turn it is, who waited longest first."""
        return list(self._turns(now, most))

    def all(self) -> Iterator[Turn]:
        """Yield the turns of all links, who is due first before the others."""
        return self._turns(9_999_999_999.0, None)

    def claim(self, turn: Turn, now: float) -> Turn | None:
        """Return the turn for this worker alone, None where another one was first."""
        return self._moved(turn, now + CLAIMED_SECONDS)

    def put_off(self, turn: Turn, until: float) -> Turn | None:
        """Let a link be due again at a later moment, where it still has this turn."""
        return self._moved(turn, until)

    def end(self, turn: Turn) -> None:
        """Let a link be due no more."""
        self._table.apply(delete(keys.due(turn.at, turn.link_id)))

    def _moved(self, turn: Turn, until: float) -> Turn | None:
        after = Turn(turn.link_id, until)
        try:
            self._table.apply(
                delete(keys.due(turn.at, turn.link_id), "attribute_exists(pk)"),
                due_write(turn.link_id, until),
            )
        except ConditionFailed:
            return None
        return after

    def _turns(self, until: float, most: int | None) -> Iterator[Turn]:
        last = keys.due(min(until, 9_999_999_999.0), "\uffff")
        items = self._table.between(last["pk"], "DUE#", last["sk"], most=most)
        return self._table.sift("Turn", _turn, items)


def due_write(link_id: str, at: float) -> Write:
    """Return what makes a link due at a moment."""
    return put({**keys.due(at, link_id)})


def _turn(item: Item) -> Turn:
    _, at, link_id = str(item["sk"]).split("#")
    return Turn(link_id, float(at))
