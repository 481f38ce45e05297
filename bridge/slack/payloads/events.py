"""What a Slack event means for the inbox. Pure: an envelope in, a change out.

Events come in any order, more than once, and for more than can be spoken
(https://docs.slack.dev/reference/events/message).
"""

from collections.abc import Mapping
from typing import Any

from bridge.slack.payloads import directory_events
from bridge.slack.payloads.changes import Arrived, Deleted, Edited, LinksEnded, Redrawn
from bridge.slack.payloads.directory_events import happened_at
from bridge.slack.payloads.message_content import content_of
from bridge.slack.payloads.reaction_events import Reacted, reacted
from postbox.inbox.message import InboxMessage

LATEST_ARRIVAL_SECONDS = 600
"""An edit this long after its message is not taken for the message itself."""

_ABOUT_A_CONVERSATION = [
    "join",
    "leave",
    "topic",
    "purpose",
    "name",
    "archive",
    "unarchive",
    "convert_to_private",
    "convert_to_public",
    "posting_permissions",
]
UNSPOKEN_SUBTYPES = frozenset(
    f"{place}_{what}" for place in ("channel", "group") for what in _ABOUT_A_CONVERSATION
) | {
    "pinned_item",
    "unpinned_item",
    "reminder_add",
    "document_mention",
    "assistant_app_thread",
    "tombstone",
    "message_replied",
}


Change = (
    Arrived | Edited | Redrawn | Deleted | LinksEnded | Reacted | directory_events.DirectoryEvent
)


class NotAnEvent(ValueError):
    """The envelope lacks what every event of its kind has."""


def read(envelope: Mapping[str, Any]) -> Change | None:
    """Return what the event changes, None when nothing; NotAnEvent when it makes no sense."""
    try:
        return _read(envelope, envelope["event"])
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise NotAnEvent(type(error).__name__) from error


def _read(envelope: Mapping[str, Any], event: Mapping[str, Any]) -> Change | None:
    kind = event["type"]
    if kind == "tokens_revoked":
        users = frozenset(event["tokens"].get("oauth", ()))
        return LinksEnded(envelope["team_id"], users, "token_revoked", happened_at(envelope))
    if kind == "app_uninstalled":
        return LinksEnded(envelope["team_id"], None, "app_uninstalled", happened_at(envelope))
    if kind in {"reaction_added", "reaction_removed"}:
        return reacted(_team(envelope), event)
    if kind != "message":
        return directory_events.read(envelope)
    subtype = event.get("subtype")
    if subtype == "message_deleted":
        return Deleted(_gone(envelope, event, event["deleted_ts"]))
    if subtype == "message_changed":
        return _changed(envelope, event)
    if subtype in UNSPOKEN_SUBTYPES or event.get("hidden"):
        return None
    return _arrived(envelope, event, event)


def _changed(envelope: Mapping[str, Any], event: Mapping[str, Any]) -> Change | None:
    message, before = event["message"], event.get("previous_message") or {}
    if message.get("subtype") == "tombstone":
        return Deleted(_gone(envelope, event, message["ts"]))
    if message.get("subtype") in UNSPOKEN_SUBTYPES:
        return None
    arrived = _arrived(envelope, event, message)
    if _text(message) == _text(before):
        same = content_of(before) == arrived.message.content
        return None if same else Redrawn(arrived.message)
    edited_ts = arrived.message.edited_ts or str(event.get("event_ts") or event["ts"])
    later = float(edited_ts) - float(arrived.message.ts)
    return Edited(arrived, is_late=later > LATEST_ARRIVAL_SECONDS)


def arrived_of(
    envelope: Mapping[str, Any], event: Mapping[str, Any], message: Mapping[str, Any]
) -> Arrived:
    """Return a message object as it arrives in the event's conversation, or raise NotAnEvent."""
    try:
        return _arrived(envelope, event, message)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise NotAnEvent(type(error).__name__) from error


def _arrived(
    envelope: Mapping[str, Any], event: Mapping[str, Any], message: Mapping[str, Any]
) -> Arrived:
    channel = event["channel"]
    profile = message.get("bot_profile") or {}
    user = message.get("user")
    return Arrived(
        message=InboxMessage(
            team_id=_team(envelope),
            conversation_id=channel,
            ts=_ts(message["ts"]),
            author_id=user or message.get("bot_id") or "",
            author_name=message.get("username") or (None if user else profile.get("name")),
            text=_text(message),
            kind=event.get("channel_type") or _kind(channel),
            thread_ts=message.get("thread_ts"),
            content=content_of(message),
            by_this_app=_is_by_this_app(envelope, message),
            subtype=message.get("subtype"),
            edited_ts=(message.get("edited") or {}).get("ts"),
        ),
        parent_user_id=message.get("parent_user_id"),
        authorized=frozenset(
            each["user_id"] for each in envelope.get("authorizations") or () if each.get("user_id")
        ),
        client_msg_id=message.get("client_msg_id") or None,
    )


def _gone(envelope: Mapping[str, Any], event: Mapping[str, Any], ts: str) -> InboxMessage:
    return InboxMessage(
        team_id=_team(envelope),
        conversation_id=event["channel"],
        ts=_ts(ts),
        author_id="",
        author_name=None,
        text="",
        kind=event.get("channel_type") or _kind(event["channel"]),
        deleted=True,
    )


def _team(envelope: Mapping[str, Any]) -> str:
    """Return the workspace through whose installation the event was told.

    A channel that two workspaces share is told of to both; the envelope's own team may be either.
    """
    authorizations = envelope.get("authorizations") or [{}]
    team = authorizations[0].get("team_id") or envelope.get("context_team_id")
    return str(team or envelope["team_id"])


def _text(message: Mapping[str, Any]) -> str:
    """Return the text, or what bots put in its place."""
    if message.get("text"):
        return str(message["text"])
    attachments = message.get("attachments") or ()
    said = (each.get("fallback") or each.get("text") or each.get("title") for each in attachments)
    return "\n".join(str(each) for each in said if each)


def _is_by_this_app(envelope: Mapping[str, Any], message: Mapping[str, Any]) -> bool:
    app_id = message.get("app_id")
    return app_id is not None and app_id == envelope.get("api_app_id")


def _ts(value: str) -> str:
    float(value)
    return value


def _kind(conversation_id: str) -> str:
    return {"D": "im", "G": "group"}.get(conversation_id[:1], "channel")
