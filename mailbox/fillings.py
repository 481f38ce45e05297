"""Where it is kept how far workspaces were compared with Slack."""

from dataclasses import replace

from mailbox import keys
from mailbox.codec import from_record, to_record
from mailbox.errors import ConditionFailed, MailboxUnavailable
from mailbox.expiry import DAY, FORTNIGHT
from mailbox.filling import Compared, Filling
from mailbox.table import Table, put, update

MOST_DONE = 1000
"""More than a sweep has."""
TRIES = 4


class Fillings:
    """The comparings of all workspaces."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def get(self, team_id: str) -> Filling:
        """Return where a workspace's comparing stands."""
        item = self._table.get(keys.filling(team_id))
        return from_record(Filling, item) if item else Filling(team_id)

    def save(self, before: Filling, after: Filling) -> None:
        """Keep where it stands; what was wanted since `before` was read stays wanted."""
        for _ in range(TRIES):
            item = {**keys.filling(after.team_id), **to_record(after), "done": _last(after.done)}
            condition = "attribute_not_exists(pk) OR #wanted_at = :before"
            try:
                self._table.apply(put(item, condition, {":before": before.wanted_at}))
            except ConditionFailed:
                before = self.get(after.team_id)
                is_wanted, wanted_at = before.is_wanted, before.wanted_at
                after = replace(after, is_wanted=is_wanted, wanted_at=wanted_at, done=before.done)
            else:
                return
        raise MailboxUnavailable("a filling that others want all the time")

    def want(self, team_id: str, now: float) -> None:
        """Events may have been lost: have every conversation compared."""
        changes = {"version": Filling.VERSION, "team_id": team_id, "is_wanted": True}
        key = keys.filling(team_id)
        self._table.apply(update(key, {**changes, "wanted_at": now, "done": []}))

    def compared(self, team_id: str, conversation_ids: list[str]) -> dict[str, Compared]:
        """Return how far these conversations were compared, by id."""
        wanted = [keys.compared(team_id, each) for each in dict.fromkeys(conversation_ids)]
        known = [from_record(Compared, item) for item in self._table.get_many(wanted)]
        found = {each.conversation_id: each for each in known}
        return {each: found.get(each) or Compared(team_id, each) for each in conversation_ids}

    def keep(self, compared: Compared, now: float) -> None:
        """Keep how far a conversation was compared."""
        key = keys.compared(compared.team_id, compared.conversation_id)
        expires_at = int(now) + FORTNIGHT + DAY
        self._table.apply(put({**key, **to_record(compared), "expires_at": expires_at}))


def _last(done: tuple[str, ...]) -> list[str]:
    # More would not fit into an item.
    return list(done[-MOST_DONE:])
