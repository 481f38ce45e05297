"""Which Slack app signs with which secret; of secrets only digests are kept."""

from postbox.store import keys
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, put, text_in
from postbox.store.table import Table


class Apps:
    """The Slack apps that events came from."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def of(self, secret: str, app_id: str) -> str:
        """Return the app that signs with the secret of this digest: this one where none is known.

        Raises MailboxUnavailable.
        """
        key = keys.app(secret)
        item = self._table.get(key)
        known = self._table.sift_one("App", _app_id, item)
        if known:
            return known
        try:
            condition = "" if item else "attribute_not_exists(pk)"
            self._table.apply(put({**key, "app_id": app_id}, condition))
        except ConditionFailed:
            # Another event of the same moment told it.
            return self._table.sift_one("App", _app_id, self._table.get(key)) or app_id
        return app_id


def _app_id(item: Item) -> str:
    return text_in(item, "app_id")
