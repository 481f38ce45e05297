"""What people who linked do, and what is kept for each of them."""

from bridge.refresh_lambda import SCHEDULED
from postbox.accounts.digests import digest
from postbox.inbox.message import AttentionReason
from postbox.inbox.stores.inbox import Inbox
from postbox.links.link import Link
from postbox.outbox.commands import LeaveAccount, SendMessage
from postbox.outbox.queue import OutboxQueue
from tests.accounts.linking_world import Linked


def linked(world: Linked, person: str) -> Link:
    """Link somebody, and let their names be listed."""
    tokens = world.linked(person)
    account = world.access.account_of(tokens["access_token"], world.now)
    link = world.links.get(account.links[0].link_id)
    assert link is not None
    world.parts.refresh({"detail-type": SCHEDULED})
    return link


def texts(world: Linked, link: Link, place: str) -> list[str]:
    found = Inbox(world.table).newest(link.team_id, place, 20)
    return [message.text for message in reversed(found)]


def calls(world: Linked, link: Link) -> list[AttentionReason]:
    return [attention.reason for attention in Inbox(world.table).unheard(link.link_id)]


def write(world: Linked, author: str, place, text: str) -> None:
    workspace = world.parts.workspace
    workspace.post(workspace.find_person(author), place, text)
    world.parts.pump()


def send(world: Linked, link: Link, place: str, text: str) -> None:
    queue = OutboxQueue(world.parts.cloud.client("sqs"), world.parts.cloud.outbox_url)
    queue.send(
        SendMessage(
            id=f"m-{link.link_id}-{digest(text)[:8]}",
            link_id=link.link_id,
            team_id=link.team_id,
            conversation_id=place,
            conversation_name="general",
            spoken_at=world.now,
            locale="en-US",
            text=text,
        )
    )
    world.parts.pump()


def account_of(world: Linked, link_id: str) -> str:
    (account_id,) = world.accounts.users_of(link_id)
    return account_id


def leave(world: Linked, link, account_id: str) -> None:
    queue = OutboxQueue(world.parts.cloud.client("sqs"), world.parts.cloud.outbox_url)
    queue.send(
        LeaveAccount(
            id=f"leave-{account_id}",
            link_id=link.link_id,
            team_id=link.team_id,
            conversation_id="",
            conversation_name="",
            spoken_at=world.now,
            locale="en-US",
            account_id=account_id,
        )
    )
    world.parts.pump()


def kept_of(world: Linked, link) -> list[str]:
    """Return the keys of all that is still kept of a link; the trail, ids and times, is apart."""
    return [
        f"{item['pk']['S']} {item['sk']['S']}"
        for item in world.items()
        if not item["pk"]["S"].startswith("AUDIT#")
        and (
            link.link_id in f"{item['pk']['S']}{item['sk']['S']}"
            or item.get("link_id", {}).get("S") == link.link_id
        )
    ]
