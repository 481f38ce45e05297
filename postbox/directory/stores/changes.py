"""What Slack's events told of people and conversations since they were listed.

One small item for each side of each person or conversation, replaced by what is told later.
"""

from functools import partial

from postbox.directory.change import ChangeKind, DirectoryChange
from postbox.store import directory_keys as keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.items import delete, put
from postbox.store.keys import DAY, Key, team_partition
from postbox.store.table import Table

KEPT_SECONDS = 3 * DAY
"""Longer than any listing is the newest one."""
_IS_NEWER = "attribute_not_exists(pk) OR #at <= :at OR NOT attribute_type(#at, :number)"
"""A change that cannot be read is in nobody's way."""


class DirectoryChanges:
    """The changes of all workspaces that no listing has made superfluous."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def keep(self, change: DirectoryChange, now: float) -> None:
        """Store a change in one write, unless a later one of the same thing is there."""
        item = {**_key(change), **to_record(change), "expires_at": int(now) + KEPT_SECONDS}
        try:
            self._table.apply(put(item, _IS_NEWER, {":at": change.at, ":number": "N"}))
        except ConditionFailed:
            return

    def of(self, team_id: str) -> list[DirectoryChange]:
        """Return a workspace's changes, the oldest first."""
        items = self._table.query(team_partition(team_id), "CHANGE#")
        found = self._table.sift("DirectoryChange", partial(from_record, DirectoryChange), items)
        return sorted(found, key=_moment)

    def standing(self, team_id: str, entity_id: str) -> DirectoryChange | None:
        """Return what was told last of whether a conversation is there."""
        item = self._table.get(keys.directory_change(team_id, entity_id, ChangeKind.GONE.aspect))
        return self._table.sift_one("DirectoryChange", partial(from_record, DirectoryChange), item)

    def drop(self, change: DirectoryChange) -> None:
        """Forget a change that was taken in, unless another one took its place meanwhile."""
        values = {":at": change.at, ":event_id": change.event_id}
        try:
            self._table.apply(delete(_key(change), "#at = :at AND #event_id = :event_id", values))
        except ConditionFailed:
            return


def _key(change: DirectoryChange) -> Key:
    return keys.directory_change(change.team_id, change.id, change.kind.aspect)


def _moment(change: DirectoryChange) -> float:
    return change.at
