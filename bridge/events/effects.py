"""What a change that Slack tells of does: to links, to the inbox, to the names.

Where several people have mailboxes of their own, it is kept in each that it belongs into.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from bridge.events.services import ReceiveServices
from bridge.slack.payloads.changes import Arrived, Deleted, Edited, LinksEnded, Redrawn, Unknown
from bridge.slack.payloads.reaction_events import Reacted
from postbox.links.link import Link
from postbox.store.errors import ConditionFailed, MailboxUnavailable

if TYPE_CHECKING:
    from bridge.events.mailboxes import Delivery, InAConversation
    from bridge.slack.payloads.events import Change

KEPT_WHEN_REVOKED = 20 * 3600.0
"""Seconds for which what is kept of a link waits for a new linking: it is gone within a day."""


def carry_out(change: "Change", services: ReceiveServices) -> str:
    """Do what a change asks for, and say in a word what was done; raises as the mailbox does."""
    match change:
        case LinksEnded():
            return _end_links(change, services)
        case Unknown():
            return "of an unknown kind, and empty"
        case Arrived() | Edited() | Redrawn() | Deleted() | Reacted():
            return _take_in(change, services)
        case _:
            return services.directory().take(change)


def _take_in(change: "InAConversation", services: ReceiveServices) -> str:
    links = services.links.of_team(_team_of(change))
    if not links:
        return "no link"
    if not any(link.is_own_mailbox for link in links):
        return _put_in(change, links, services)
    found = services.mailboxes().deliveries(change, links)
    puts = services.mailboxes().together(partial(_put_by_itself, services), found)
    done = [put for put in puts if put]
    return f"in {len(done)} of {len(found)} mailboxes"


def _put_by_itself(services: ReceiveServices, delivery: "Delivery") -> bool:
    """Keep a change in one mailbox; what cannot be kept there keeps no other from it."""
    change, links = delivery
    try:
        _put_in(change, links, services)
    except MailboxUnavailable:
        raise
    except Exception as error:  # noqa: BLE001 - the others have theirs
        services.aside("event", type(error).__name__)
        return False
    return True


def _put_in(change: "InAConversation", links: Sequence[Link], services: ReceiveServices) -> str:
    match change:
        case Arrived():
            return services.intake.take(change, links).did
        case Edited():
            return services.intake.edit(change, links).did
        case Redrawn(message):
            return "redrawn" if services.inbox.redraw(message) else "nothing to do"
        case Deleted(message):
            services.inbox.delete(message)
            return "deleted"
        case Reacted(team_id, conversation_id, reaction, is_there, at):
            tell = services.reactions().add if is_there else services.reactions().remove
            tell(team_id, conversation_id, reaction, at)
            return "reaction added" if is_there else "reaction removed"


def _team_of(change: "InAConversation") -> str:
    match change:
        case Arrived(message) | Redrawn(message) | Deleted(message):
            return message.team_id
        case Edited(arrived):
            return arrived.message.team_id
        case Reacted():
            return change.team_id


def _end_links(ended: LinksEnded, services: ReceiveServices) -> str:
    count = 0
    for link in services.links.of_team(ended.team_id):
        if ended.ends(link):
            try:
                _end_link(link, ended.problem, services)
            except ConditionFailed:
                # It has just been made anew, perhaps; the refresh function asks Slack.
                continue
            count += 1
    return f"{count} links ended"


def _end_link(link: Link, problem: str, services: ReceiveServices) -> None:
    """End a link; with it goes its token, and what is kept of it unless it is linked anew."""
    now = services.clock()
    if not link.is_own_mailbox:
        services.links.end(link, problem, now)
        return
    # Seldom needed: an owner's token is not kept here.
    from postbox.households.audit import Action, Audited  # noqa: PLC0415
    from postbox.households.stores.audit_trail import audit_write  # noqa: PLC0415
    from postbox.links.stores.leavings import Left, left_write  # noqa: PLC0415
    from postbox.links.stores.sealed_tokens import token_delete  # noqa: PLC0415

    left = Left(link.link_id, link.team_id, now, now + KEPT_WHEN_REVOKED)
    # Slack tells of a link; which accounts used it is not read here.
    unlinked = Audited(Action.UNLINKED, now, f"slack/{link.link_id}", "-", link.link_id)
    gone = (left_write(left), token_delete(link.link_id), audit_write(unlinked))
    services.links.end(link, problem, now, *gone)
