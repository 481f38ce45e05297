"""Which link a Slack identity has: who links again finds the same one."""

from postbox.store import account_keys as keys
from postbox.store.items import Item, Write, delete, put, text_in
from postbox.store.table import Table


class Identities:
    """The link ids of Slack identities; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def link_of(self, team_id: str, user_id: str) -> str | None:
        """Return the id of somebody's link, None where there is none."""
        item = self._table.get(keys.identity(team_id, user_id))
        return self._table.sift_one("Identity", _link_id, item)

    def is_of(self, link_id: str, team_id: str, user_id: str) -> bool:
        """Whether a link is somebody's."""
        return self.link_of(team_id, user_id) == link_id

    def forget(self, team_id: str, user_id: str) -> None:
        """Forget somebody's link."""
        self._table.apply(delete(keys.identity(team_id, user_id)))


def identity_write(team_id: str, user_id: str, link_id: str) -> Write:
    """Return what gives somebody a link, if they have none, this one, or one nobody can read."""
    item = {**keys.identity(team_id, user_id), "link_id": link_id}
    free = "attribute_not_exists(pk) OR NOT attribute_type(#link_id, :text)"
    condition = f"{free} OR #link_id = :link_id"
    return put(item, condition, {":link_id": link_id, ":text": "S"})


def _link_id(item: Item) -> str:
    return text_in(item, "link_id")
