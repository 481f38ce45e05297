"""Where it is kept how far workspaces were compared with Slack."""

from dataclasses import replace
from functools import partial

from postbox.inbox.backfill import Backfill, Compared
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from postbox.store.items import put, update
from postbox.store.keys import DAY, FORTNIGHT
from postbox.store.table import Table

MOST_DONE = 1000
"""More than a sweep has."""
TRIES = 4
_NOT_WANTED_SINCE = (
    "attribute_not_exists(pk) OR #wanted_at = :before OR NOT attribute_type(#wanted_at, :number)"
)
"""A backfill that cannot be read begins anew."""


class Backfills:
    """The comparings of all workspaces."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def get(self, team_id: str) -> Backfill:
        """Return where a workspace's comparing stands."""
        item = self._table.get(keys.backfill(team_id))
        found = self._table.sift_one("Backfill", partial(from_record, Backfill), item)
        return found or Backfill(team_id)

    def save(self, before: Backfill, after: Backfill) -> None:
        """Keep where it stands; what was wanted since `before` was read stays wanted."""
        for _ in range(TRIES):
            item = {**keys.backfill(after.team_id), **to_record(after), "done": _last(after.done)}
            values = {":before": before.wanted_at, ":number": "N"}
            try:
                self._table.apply(put(item, _NOT_WANTED_SINCE, values))
            except ConditionFailed:
                before = self.get(after.team_id)
                is_wanted, wanted_at = before.is_wanted, before.wanted_at
                after = replace(after, is_wanted=is_wanted, wanted_at=wanted_at, done=before.done)
            else:
                return
        raise MailboxUnavailable("a backfill that others want all the time")

    def want(self, team_id: str, now: float) -> None:
        """Events may have been lost: have every conversation compared."""
        changes = {"version": Backfill.VERSION, "team_id": team_id, "is_wanted": True}
        key = keys.backfill(team_id)
        self._table.apply(update(key, {**changes, "wanted_at": now, "done": []}))

    def compared(self, team_id: str, conversation_ids: list[str]) -> dict[str, Compared]:
        """Return how far these conversations were compared, by id."""
        wanted = [
            keys.compared(team_id, conversation_id)
            for conversation_id in dict.fromkeys(conversation_ids)
        ]
        items = self._table.get_many(wanted)
        known = self._table.sift("Compared", partial(from_record, Compared), items)
        found = {compared.conversation_id: compared for compared in known}
        return {
            conversation_id: found.get(conversation_id) or Compared(team_id, conversation_id)
            for conversation_id in conversation_ids
        }

    def keep(self, compared: Compared, now: float) -> None:
        """Keep how far a conversation was compared."""
        key = keys.compared(compared.team_id, compared.conversation_id)
        expires_at = int(now) + FORTNIGHT + DAY
        self._table.apply(put({**key, **to_record(compared), "expires_at": expires_at}))


def _last(done: tuple[str, ...]) -> list[str]:
    # More would not fit into an item.
    return list(done[-MOST_DONE:])
