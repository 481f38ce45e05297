"""One request from Slack's Events API: checked, understood, kept, answered.

Slack wants an answer within three seconds and sends again what was not answered with 2xx, so only
trouble of our own (503) or a stranger (401) gets another one. Nothing of a body is ever logged.
"""

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from bridge.events.intake import Intake
from bridge.events.own_app import OwnApp
from bridge.links.secrets import SecretMissing, SecretUnavailable
from bridge.slack.payloads import events
from bridge.slack.payloads.changes import Arrived, Deleted, Edited, LinksEnded, Redrawn, Unknown
from bridge.slack.payloads.reaction_events import Reacted
from bridge.slack.payloads.signature import is_signed
from bridge.slack.payloads.values import brief, identifier, mended, text
from postbox.inbox.stores.inbox import Inbox
from postbox.links.link import Link
from postbox.links.stores.links import Links
from postbox.store.errors import ConditionFailed, MailboxUnavailable, NotStorable

if TYPE_CHECKING:
    from bridge.events.directory_intake import DirectoryIntake
    from bridge.events.mailboxes import Delivery, InAConversation, Mailboxes
    from postbox.inbox.stores.backfills import Backfills
    from postbox.inbox.stores.reactions import Reactions

NOT_KEPT = 503
"""Trouble of our own: Slack sends the event again."""
KEPT_WHEN_REVOKED = 20 * 3600.0
"""Seconds for which what is kept of a link waits for a new linking: it is gone within a day."""
TROUBLING_RETRIES = {"2", "3"}
"""Slack retries at once, after a minute and after five; then it gives an event up. Where one took
so long to come, others may not have come."""


@dataclass(frozen=True, eq=False, repr=False)
class ReceiveServices:
    """What receiving works with."""

    signing_secret: Callable[[], str]
    """Raises as bridge.links.secrets does."""
    intake: Intake
    inbox: Inbox
    links: Links
    own_app: OwnApp
    reactions: "Callable[[], Reactions]"
    """These four are made when they are needed: most events are messages."""
    backfills: "Callable[[], Backfills]"
    directory: "Callable[[], DirectoryIntake]"
    mailboxes: "Callable[[], Mailboxes]"
    aside: Callable[[str, str], None]
    """Told of the kind of what could not be dealt with, and why; never of what it says."""
    clock: Callable[[], float]
    """Epoch seconds."""


LONGEST = 6_000_000
"""Characters, as many as Lambda takes bytes: what of a message is too long is left out and told."""
SET_ASIDE = "set aside"
UNKNOWN = "of an unknown kind, and empty"


class HttpReply(NamedTuple):
    """The HTTP answer, and for the log in a word what was done."""

    status: int
    done: str
    body: str = ""
    event_id: str = ""


def receive(request: Mapping[str, Any], services: ReceiveServices) -> HttpReply:
    """Answer one HTTP API request (payload format 2.0)."""
    if len(str(request.get("body") or "")) > LONGEST:
        return HttpReply(413, "too long")
    body = _raw_body(request)
    headers = {str(name).lower(): str(value) for name, value in _of(request, "headers").items()}
    try:
        secret = services.signing_secret()
    except (SecretMissing, SecretUnavailable) as error:
        return HttpReply(NOT_KEPT, str(error))
    if body is None or not is_signed(secret, headers, body, services.clock()):
        return HttpReply(401, "not signed by Slack")
    try:
        envelope = mended(json.loads(body))
    except (ValueError, RecursionError):
        return HttpReply(200, "not JSON")
    if not isinstance(envelope, dict):
        return HttpReply(200, "not an event")
    return _answered(envelope, headers, services)


def _answered(
    envelope: Mapping[str, Any], headers: Mapping[str, str], services: ReceiveServices
) -> HttpReply:
    reply = _answer(envelope, services)
    retries = headers.get("x-slack-retry-num", "")
    lost = envelope.get("type") == "app_rate_limited" or retries in TROUBLING_RETRIES
    team_id = identifier(envelope.get("team_id"))
    if lost and team_id and reply.status == 200:
        try:
            for mailbox in _mailboxes_of(team_id, services):
                services.backfills().want(mailbox, services.clock())
        except MailboxUnavailable as unavailable:
            return HttpReply(NOT_KEPT, str(unavailable), event_id=reply.event_id)
    return reply


def _mailboxes_of(team_id: str, services: ReceiveServices) -> list[str]:
    own = [link.team_id for link in services.links.of_team(team_id) if link.is_own_mailbox]
    return own or [team_id]


def _answer(envelope: Mapping[str, Any], services: ReceiveServices) -> HttpReply:
    kind, event_id = envelope.get("type"), brief(envelope.get("event_id"))
    if kind == "url_verification":
        return HttpReply(200, "address verified", text(envelope.get("challenge")))
    if kind == "app_rate_limited":
        return HttpReply(200, "Slack drops events: too many in this workspace")
    if kind != "event_callback":
        return HttpReply(200, "unknown type")
    try:
        if not services.own_app.is_meant(text(envelope.get("api_app_id"))):
            return HttpReply(200, "of another app", event_id=event_id)
        change = events.read(envelope)
        done = "nothing to do" if change is None else _carry_out(change, services)
    except events.NotAnEvent:
        return HttpReply(200, "not an event", event_id=event_id)
    except NotStorable as refused:
        # Slack would only send it again, and in vain.
        services.aside("event", str(refused))
        return HttpReply(200, SET_ASIDE, event_id=event_id)
    except MailboxUnavailable as unavailable:
        return HttpReply(NOT_KEPT, str(unavailable), event_id=event_id)
    except Exception as error:  # noqa: BLE001 - Slack ends subscriptions that fail
        services.aside("event", type(error).__name__)
        return HttpReply(200, SET_ASIDE, event_id=event_id)
    return HttpReply(200, done, event_id=event_id)


def _carry_out(change: "events.Change", services: ReceiveServices) -> str:
    match change:
        case LinksEnded():
            return _end_links(change, services)
        case Unknown():
            return UNKNOWN
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


def _raw_body(request: Mapping[str, Any]) -> bytes | None:
    body = request.get("body") or ""
    if not isinstance(body, str):
        return None
    if not request.get("isBase64Encoded"):
        return body.encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        return None


def _of(request: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = request.get(name)
    return value if isinstance(value, Mapping) else {}
