"""One request from Slack's Events API: checked, understood, carried out, answered.

Slack wants an answer within three seconds and sends again what was not answered with 2xx, so only
trouble of our own (503) or a stranger (401) gets another one. Nothing of a body is ever logged.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from bridge.events.effects import carry_out
from bridge.events.services import ReceiveServices
from bridge.links.secrets import SecretError
from bridge.slack.payloads import events
from bridge.slack.payloads.changes import Unknown
from bridge.slack.payloads.signature import is_signed
from bridge.slack.payloads.values import brief, identifier, mapping, mended, number, text
from postbox.store.errors import MailboxUnavailable, NotStorable

NOT_KEPT = 503
"""Trouble of our own: Slack sends the event again."""
TROUBLING_RETRIES = {"2", "3"}
"""Slack retries at once, after a minute and after five; then it gives an event up. Where one took
so long to come, others may not have come."""
LONGEST = 6_000_000
"""Characters, as many as Lambda takes bytes: what of a message is too long is left out and told."""
SET_ASIDE = "set aside"


class HttpReply(NamedTuple):
    """The HTTP answer, and for the log in a word what was done."""

    status: int
    done: str
    body: str = ""
    event_id: str = ""
    is_unknown: bool = False
    """Whether it told of a message of a kind that nobody knows yet."""


def receive(request: Mapping[str, Any], services: ReceiveServices) -> HttpReply:
    """Answer one HTTP API request (payload format 2.0)."""
    if len(str(request.get("body") or "")) > LONGEST:
        return HttpReply(413, "too long")
    body = _raw_body(request)
    headers = {
        str(name).lower(): str(value) for name, value in mapping(request.get("headers")).items()
    }
    try:
        secret = services.signing_secret()
    except SecretError as error:
        return HttpReply(NOT_KEPT, str(error))
    if body is None or not is_signed(secret, headers, body, services.clock()):
        return HttpReply(401, "not signed by Slack")
    try:
        envelope = mended(json.loads(body, parse_int=number))
    except (ValueError, RecursionError):
        services.aside("event", "not JSON")
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
        done = "nothing to do" if change is None else carry_out(change, services)
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
    return HttpReply(200, done, event_id=event_id, is_unknown=isinstance(change, Unknown))


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
