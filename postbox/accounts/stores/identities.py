"""Which link a Slack identity has: who links again finds the same one."""

from postbox.store import account_keys as keys
from postbox.store.errors import ConditionFailed
from postbox.store.table import Item, Table, delete, put


class Identities:
    """The link ids of Slack identities; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def link_of(self, team_id: str, user_id: str) -> str | None:
        """Return the id of somebody's link, None where there is none."""
        item = self._table.get(keys.identity(team_id, user_id))
        return self._table.sift_one("Identity", _link_id, item)

    def claim(self, team_id: str, user_id: str, link_id: str) -> str:
        """Return the id of somebody's link: this one where there is none."""
        key = keys.identity(team_id, user_id)
        try:
            self._table.apply(put({**key, "link_id": link_id}, "attribute_not_exists(pk)"))
        except ConditionFailed:
            return self.link_of(team_id, user_id) or link_id
        return link_id

    def forget(self, team_id: str, user_id: str) -> None:
        """Forget somebody's link."""
        self._table.apply(delete(keys.identity(team_id, user_id)))


def _link_id(item: Item) -> str:
    return str(item["link_id"])
