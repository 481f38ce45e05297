"""Accounts, and which of them use a link."""

from collections.abc import Sequence
from functools import partial

from postbox.accounts.account import Account
from postbox.store import account_keys as keys
from postbox.store.codec import from_record, to_record
from postbox.store.items import Write, delete, put
from postbox.store.table import Table


class Accounts:
    """All accounts; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def get(self, account_id: str) -> Account | None:
        """Return an account; None where there is none, or where it cannot be read: nobody's."""
        item = self._table.get(keys.account(account_id))
        return self._table.sift_one("Account", partial(from_record, Account), item)

    def users_of(self, link_id: str) -> list[str]:
        """Return the ids of the accounts that may speak as a link."""
        items = self._table.query(keys.account_uses_partition(link_id), keys.USED)
        return [str(item["sk"]).removeprefix(keys.USED) for item in items]

    def speaks_as_another(self, account: Account, link_id: str) -> bool:
        """Whether an account still speaks as a link beside this one."""
        others = [link.link_id for link in account.links if link.link_id != link_id]
        return any(account.account_id in self.users_of(other) for other in others)

    def stop_using(self, link_id: str, account_id: str) -> None:
        """Let an account speak as a link no more."""
        self._table.apply(delete(keys.account_use(link_id, account_id)))

    def end(self, account: Account) -> None:
        """Forget an account: whatever token leads to it leads nowhere.

        What the voice side keeps of it is still to be deleted.
        """
        self._table.apply(
            put(dict(keys.ended_account(account.account_id))),
            delete(keys.account(account.account_id)),
            *(delete(keys.account_use(link.link_id, account.account_id)) for link in account.links),
        )

    def ended(self) -> list[str]:
        """Return the ids of accounts that ended, and of which something may still be kept."""
        items = self._table.query(keys.LEAVING, keys.ENDED)
        return [str(item["sk"]).removeprefix(keys.ENDED) for item in items]

    def forget_ended(self, account_id: str) -> None:
        """Forget one of which nothing is kept any more."""
        self._table.apply(delete(keys.ended_account(account_id)))


def account_writes(account: Account) -> Sequence[Write]:
    """Return what makes a new account; to be written with what leads to it."""
    return [
        put(_item(account), "attribute_not_exists(pk)"),
        *(put(dict(keys.account_use(link.link_id, account.account_id))) for link in account.links),
    ]


def _item(account: Account) -> dict[str, object]:
    return {**keys.account(account.account_id), **to_record(account)}
