"""The Events API's envelopes for what changes in a workspace.

Source: docs.slack.dev/apis/events-api and docs.slack.dev/reference/events/message. The app
subscribes, on behalf of its users, to message.channels, message.groups, message.im, message.mpim,
reaction_added, reaction_removed, tokens_revoked, app_uninstalled, and to what happens to people
and conversations (roster_events).
"""

import base64
import json
from collections.abc import Iterator
from typing import Any

from local.workspace.api.shapes import message_shape
from local.workspace.events.roster_events import roster_events
from local.workspace.model import Workspace
from local.workspace.team.entities import Change, Conversation, Installation

Envelope = dict[str, Any]
_REACTIONS = {"reaction": "reaction_added", "reaction removed": "reaction_removed"}


def envelopes_of(workspace: Workspace, change: Change) -> list[Envelope]:
    """Return the envelopes that Slack sends of a change, mostly one or none."""
    told = [
        _envelope(workspace, _event(change, **event), [through])
        for event, through in roster_events(workspace, change)
    ]
    if change.conversation is None:
        installed = workspace.installations.active()[:1]
        told += [_envelope(workspace, event, installed) for event in _about_the_app(change)]
        return told
    if change.kind in _REACTIONS:
        watching = _watching(workspace, change.conversation, "reactions:read")
        return [_envelope(workspace, _reaction(change), watching)] if watching else []
    watching = _watching(workspace, change.conversation)
    event = _about_messages(workspace, change, change.conversation)
    return [_envelope(workspace, event, watching), *told] if watching and event else told


def verification(workspace: Workspace) -> Envelope:
    """Return what Slack sends to an address before it is used for events."""
    return {
        "token": workspace.verification_token,
        "challenge": workspace.identifiers.secret("challenge"),
        "type": "url_verification",
    }


def with_new_id(workspace: Workspace, envelope: Envelope) -> Envelope:
    """Return the envelope as Slack sends it when it tells the same event once more."""
    return {**envelope, "event_id": _event_id(workspace)}


def _watching(
    workspace: Workspace, conversation: Conversation, scope: str = ""
) -> list[Installation]:
    """Return one installation through which the app sees this conversation, if there is one.

    It needs the scope, which is by default that for histories. Slack names a single one, however
    many there are.
    """
    scope = scope or f"{conversation.scope_prefix}:history"
    return [
        installation
        for installation in workspace.installations.active()
        if scope in installation.scopes and workspace.can_see(installation.person, conversation)
    ][:1]


def _about_the_app(change: Change) -> Iterator[dict[str, Any]]:
    people = [person.id for person in change.people]
    if change.kind in ("revoke", "uninstall") and people:
        yield _event(change, type="tokens_revoked", tokens={"oauth": people, "bot": []})
    if change.kind == "uninstall":
        yield _event(change, type="app_uninstalled")


def _about_messages(
    workspace: Workspace, change: Change, conversation: Conversation
) -> dict[str, Any] | None:
    place = {"channel": conversation.id, "channel_type": conversation.channel_type}
    message = message_shape(workspace, change.message) if change.message else {}
    hidden = {"type": "message", "hidden": True, "ts": change.event_ts}
    match change.kind:
        case "message":
            return _event(change, **message, **_root(workspace, change), **place)
        case "edit":
            before = message_shape(workspace, change.previous) if change.previous else {}
            texts = {"message": message, "previous_message": before}
            return _event(change, **hidden, subtype="message_changed", **texts, **place)
        case "delete":
            gone = {"deleted_ts": message["ts"], "previous_message": message}
            return _event(change, **hidden, subtype="message_deleted", **gone, **place)
        case "archive":
            return _event(change, **_archived(change, conversation), **place)
        case _:
            return None


def _reaction(change: Change) -> dict[str, Any]:
    """Return the event of a reaction; what an integration wrote is nobody's item."""
    message = change.message
    assert message is not None
    author = {"item_user": message.user} if message.user else {}
    return _event(
        change,
        type=_REACTIONS[change.kind],
        user=change.people[0].id,
        reaction=change.emoji,
        **author,
        item={"type": "message", "channel": message.channel, "ts": message.ts},
    )


def _event(change: Change, **fields: Any) -> dict[str, Any]:
    return {**fields, "event_ts": change.event_ts}


def _root(workspace: Workspace, change: Change) -> dict[str, Any]:
    """Return the parent, which an answer that is also shown in the channel carries along."""
    message, conversation = change.message, change.conversation
    if message is None or conversation is None or message.subtype != "thread_broadcast":
        return {}
    root = workspace.history(conversation).get(message.thread_ts or "")
    return {"root": message_shape(workspace, root)} if root else {}


def _archived(change: Change, conversation: Conversation) -> dict[str, Any]:
    """Return the notice of the archiving that stands in the channel."""
    kind = "group" if conversation.kind == "private" else "channel"
    return {
        "type": "message",
        "subtype": f"{kind}_archive",
        "user": conversation.creator,
        "text": f"<@{conversation.creator}> archived the channel",
        "ts": change.event_ts,
    }


def _envelope(
    workspace: Workspace, event: dict[str, Any], installed: list[Installation]
) -> Envelope:
    event_id = _event_id(workspace)
    return {
        "token": workspace.verification_token,
        "team_id": workspace.team_id,
        "context_team_id": workspace.team_id,
        "context_enterprise_id": None,
        "api_app_id": workspace.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(workspace.clock()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.team_id,
                "user_id": installation.person.id,
                "is_bot": False,
                "is_enterprise_install": False,
            }
            for installation in installed
        ],
        "is_ext_shared_channel": False,
        "event_context": _context(workspace, event, event_id),
    }


def _context(workspace: Workspace, event: dict[str, Any], event_id: str) -> str:
    """Return the name under which Slack knows this event: opaque, beginning with its version."""
    about = {"et": event["type"], "tid": workspace.team_id, "aid": workspace.app_id, "id": event_id}
    return "4-" + base64.urlsafe_b64encode(json.dumps(about).encode()).decode().rstrip("=")


def _event_id(workspace: Workspace) -> str:
    return workspace.identifiers.make("Ev")
