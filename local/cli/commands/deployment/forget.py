"""`earshot forget`: all that is kept of somebody, deleted by hand."""

import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from local.cli.deployment import deployed_as
from local.cli.options import Region, Stage

if TYPE_CHECKING:
    from collections import Counter

    from bridge.links.deletion import Deletion
    from postbox.store.table import Table

NOBODY = 1
_MEANING = {
    "conversation": "messages, reactions, watches",
    "read": "what was heard",
    "link": "what was sent, and what became of it",
    "speaker": "settings, names taught, the last answer",
    "unheard": "what was still to be heard",
    "late": "what came late",
    "active": "which conversations were active",
    "team": "names, listings, comparing",
    "profile": "the link itself",
    "household": "in which households it spoke, and what those chose that nobody else speaks in",
}


def forget(
    who: Annotated[
        str, typer.Argument(help="A link's or an account's id, or a Slack TEAM/USER, T0.../U0....")
    ],
    stage: Stage = "local",
    region: Region = "us-east-1",
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete all that is kept of a link or an account; print how much of it.

    Nobody speaks as it afterwards. What Slack has stays in Slack.
    """
    deployed = deployed_as(stage, region)
    # The table brings boto3 along: imported once there is one.
    from postbox.store.table import Table  # noqa: PLC0415

    table = Table(deployed.client("dynamodb"), deployed.table)
    link_ids, account_ids = _found(table, who)
    if not link_ids:
        typer.echo(f"Nobody is known as {who}.", err=True)
        raise typer.Exit(NOBODY)
    if not yes:
        typer.confirm(f"Delete all that is kept of {', '.join(link_ids)}?", abort=True)
    for account_id, deleted in _ended(table, account_ids):
        typer.echo(f"account {account_id}: ended")
        _tell(deleted)
    for link_id, deleted in _deleted(table, link_ids):
        typer.echo(f"link {link_id}: {sum(deleted.values())} items deleted")
        _tell(deleted)


def _tell(deleted: "Counter[str]") -> None:
    for kind, count in sorted(deleted.items()):
        typer.echo(f"  {count:6} {kind:13} {_MEANING.get(kind, '')}".rstrip())


def _found(table: "Table", who: str) -> tuple[list[str], list[str]]:
    """Return the ids of the links that are meant, and of all accounts that use them."""
    from postbox.accounts.stores.accounts import Accounts  # noqa: PLC0415
    from postbox.accounts.stores.identities import Identities  # noqa: PLC0415
    from postbox.links.stores.links import Links  # noqa: PLC0415

    accounts, team_and_user = Accounts(table), who.split("/")
    account = accounts.get(who)
    if account is not None:
        own = [link.link_id for link in account.links]
        return [link_id for link_id in own if accounts.users_of(link_id) == [who]], [who]
    if len(team_and_user) == 2:
        who = Identities(table).link_of(team_and_user[0], team_and_user[1]) or who
    if Links(table).get(who) is None:
        return [], []
    return [who], accounts.users_of(who)


def _ended(table: "Table", account_ids: list[str]) -> "list[tuple[str, Counter[str]]]":
    from postbox.accounts.stores.accounts import Accounts  # noqa: PLC0415
    from postbox.households.audit import Action, Audited  # noqa: PLC0415
    from postbox.households.stores.audit_trail import AuditTrail  # noqa: PLC0415

    accounts, deletion, found = Accounts(table), _deletion(table), []
    for account_id in account_ids:
        account: Any = accounts.get(account_id)
        if account is not None:
            accounts.end(account)
            by_hand = Audited(Action.UNLINKED, time.time(), f"forget/{account_id}", account_id)
            AuditTrail(table).note(by_hand)
        found.append((account_id, deletion.forget_account(account_id)))
    return found


def _deletion(table: "Table") -> "Deletion":
    from bridge.links.deletion import Deletion  # noqa: PLC0415

    return Deletion(table, time.time, lambda: float("inf"))


def _deleted(table: "Table", link_ids: list[str]) -> "list[tuple[str, Counter[str]]]":
    from postbox.accounts.stores.identities import Identities  # noqa: PLC0415
    from postbox.links.stores.leavings import Left  # noqa: PLC0415
    from postbox.links.stores.links import Links  # noqa: PLC0415
    from postbox.links.stores.sealed_tokens import SealedTokens  # noqa: PLC0415

    now, found, deletion = time.time(), [], _deletion(table)
    for link_id in link_ids:
        link: Any = Links(table).get(link_id)
        SealedTokens(table).drop(link_id)
        if link is None:
            continue
        Identities(table).forget(link.workspace_id, link.user_id)
        found.append((link_id, deletion.forget(Left(link_id, link.team_id, now, now))))
    return found
