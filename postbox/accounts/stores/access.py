"""The access tokens that Alexa sends with a request: which account each leads to."""

from postbox.accounts.account import Account
from postbox.accounts.digests import digest
from postbox.accounts.stores.accounts import Accounts
from postbox.store import account_keys as keys
from postbox.store.items import Item, text_in
from postbox.store.table import Table

LONGEST = 512
"""Ours are far shorter; what is longer is nobody's."""


class Access:
    """Looks up accounts by access tokens; tokens are neither kept nor told of."""

    def __init__(self, table: Table) -> None:
        """Look in this table."""
        self._table = table
        self._accounts = Accounts(table)

    def account_of(self, token: str, now: float) -> Account | None:
        """Return whom a token speaks for.

        None where it was never given out, is over, or was ended: there is no difference for who
        asks. Raises MailboxUnavailable.
        """
        if not token or len(token) > LONGEST:
            return None
        item = self._table.get(keys.access(digest(token)))
        found = self._table.sift_one("Access", _account, item)
        if found is None or now >= found[1]:
            return None
        return self._accounts.get(found[0])


def access_item(token: str, account_id: str, expires: float) -> Item:
    """Return what is stored of an access token."""
    return {
        **keys.access(digest(token)),
        "account_id": account_id,
        "expires": expires,
        "expires_at": int(expires) + 1,
    }


def _account(item: Item) -> tuple[str, float]:
    return text_in(item, "account_id"), float(item["expires"])
