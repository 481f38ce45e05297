"""Which workspace an account means where none is named: the voice side's only word on accounts."""

from postbox.accounts.account import Account, AccountLink
from postbox.store import account_keys as keys
from postbox.store.items import Item, delete, put, text_in
from postbox.store.table import Table


class Choices:
    """The default workspaces that were chosen by voice; everything raises MailboxUnavailable.

    They have a partition of their own: the voice side may not write what an account lets in.
    """

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def default_of(self, account: Account) -> AccountLink:
        """Return the workspace that is meant; the first one where none of its own was chosen."""
        if len(account.links) == 1:
            return account.links[0]
        return self.chosen_by(account) or account.links[0]

    def chosen_by(self, account: Account) -> AccountLink | None:
        """Return the workspace that was chosen, None where none of the account's own was."""
        item = self._table.get(keys.choice(account.account_id))
        chosen = self._table.sift_one("Choice", _link_id, item)
        return account.link(chosen) if chosen else None

    def choose(self, account: Account, link_id: str) -> None:
        """Keep a choice."""
        self._table.apply(put({**keys.choice(account.account_id), "link_id": link_id}))

    def forget(self, account_id: str) -> None:
        """Drop an account's choice."""
        self._table.apply(delete(keys.choice(account_id)))


def _link_id(item: Item) -> str:
    return text_in(item, "link_id")
