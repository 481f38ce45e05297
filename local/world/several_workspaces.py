"""One person's account over several workspaces.

The local Slack is one workspace: what somebody is in another one is another person in it.
"""

from collections.abc import Sequence
from dataclasses import replace

from local.world.aws.moto_cloud import TABLE
from local.world.household import Household
from local.world.in_process import InProcess
from postbox.accounts.account import Account
from postbox.accounts.stores.access import Access
from postbox.store import account_keys as keys
from postbox.store.codec import to_record
from postbox.store.items import put
from postbox.store.table import Table


def join(parts: InProcess, household: Household, workspaces: Sequence[tuple[str, str]]) -> None:
    """Give the first one's account a link for each (workspace, person) of these."""
    table = Table(parts.cloud.client("dynamodb"), TABLE)
    links = tuple(
        replace(_account(table, parts, household.tokens[person]).links[0], workspace_name=name)
        for name, person in workspaces
    )
    for token in (household.token, household.tokens[household.owner]):
        account = replace(_account(table, parts, token), links=links)
        table.apply(
            put({**keys.account(account.account_id), **to_record(account)}),
            *(put(dict(keys.account_use(link.link_id, account.account_id))) for link in links),
        )


def _account(table: Table, parts: InProcess, token: str) -> Account:
    account = Access(table).account_of(token, parts.clock())
    assert account is not None
    return account
