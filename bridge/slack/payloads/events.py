"""What a Slack event means for the inbox. Pure: an envelope in, a change out.

Events come in any order, more than once, and for more than can be spoken
(https://docs.slack.dev/reference/events/message).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bridge.slack.payloads.changes import (
    Arrived,
    Deleted,
    Edited,
    LinksEnded,
    Redrawn,
    Unknown,
)
from bridge.slack.payloads.message_content import content_of, kept_text
from bridge.slack.payloads.reaction_events import Reacted, reacted
from bridge.slack.payloads.told import Telling, author_of, telling
from bridge.slack.payloads.values import (
    brief,
    happened_at,
    identifier,
    mapping,
    rows,
    text,
    timestamp,
)
from postbox.inbox.language import guessed
from postbox.inbox.message import InboxMessage

LATEST_ARRIVAL_SECONDS = 600
"""An edit this long after its message is not taken for the message itself."""

_KINDS = frozenset({"channel", "group", "im", "mpim"})

if TYPE_CHECKING:
    from bridge.slack.payloads.directory_events import DirectoryEvent

    Change = Arrived | Edited | Redrawn | Deleted | LinksEnded | Reacted | Unknown | DirectoryEvent


class NotAnEvent(ValueError):
    """The envelope lacks what every event of its kind has."""


def read(envelope: Mapping[str, Any]) -> "Change | None":
    """Return what the event changes, None when nothing; NotAnEvent when it makes no sense."""
    event = mapping(envelope.get("event"))
    try:
        return _read(envelope, event)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise NotAnEvent(type(error).__name__) from error


def _read(envelope: Mapping[str, Any], event: Mapping[str, Any]) -> "Change | None":
    kind = text(event["type"])
    if kind == "tokens_revoked":
        revoked = mapping(event["tokens"]).get("oauth")
        users = frozenset(map(identifier, revoked if isinstance(revoked, list) else ()))
        return LinksEnded(_own_team(envelope), users, "token_revoked", happened_at(envelope))
    if kind == "app_uninstalled":
        return LinksEnded(_own_team(envelope), None, "app_uninstalled", happened_at(envelope))
    if kind in {"reaction_added", "reaction_removed"}:
        return reacted(_team(envelope), event)
    if kind != "message":
        from bridge.slack.payloads import directory_events  # noqa: PLC0415 - most are messages

        return directory_events.read(envelope)
    subtype = text(event.get("subtype"))
    if subtype == "message_deleted":
        return Deleted(_gone(envelope, event, event["deleted_ts"]))
    if subtype == "message_changed":
        return _changed(envelope, event)
    if event.get("hidden"):
        return None
    told = telling(event)
    if told is not Telling.TOLD:
        return Unknown() if told is Telling.UNKNOWN else None
    return _arrived(envelope, event, event)


def _changed(envelope: Mapping[str, Any], event: Mapping[str, Any]) -> "Change | None":
    message, before = mapping(event["message"]), mapping(event.get("previous_message"))
    if message.get("subtype") == "tombstone":
        return Deleted(_gone(envelope, event, message["ts"]))
    if telling(message) is not Telling.TOLD:
        return None
    arrived = _arrived(envelope, event, message)
    if _text(message) == _text(before):
        same = content_of(before) == arrived.message.content
        return None if same else Redrawn(arrived.message)
    stamps = (arrived.message.edited_ts, timestamp(event.get("event_ts")))
    edited_ts = next(filter(None, stamps), "") or _required(timestamp(event["ts"]), "ts")
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
    channel = _required(identifier(event["channel"]), "channel")
    profile = mapping(message.get("bot_profile"))
    user = author_of(message)
    name = brief(message.get("username")) or ("" if user else brief(profile.get("name")))
    return Arrived(
        message=InboxMessage(
            team_id=_team(envelope),
            conversation_id=channel,
            ts=_required(timestamp(message["ts"]), "ts"),
            author_id=user or identifier(message.get("bot_id")),
            author_name=name or None,
            text=_text(message),
            language=guessed(_text(message)),
            kind=_kind(channel, event.get("channel_type")),
            thread_ts=timestamp(message.get("thread_ts")) or None,
            content=content_of(message),
            by_this_app=_is_by_this_app(envelope, message),
            subtype=identifier(message.get("subtype")) or None,
            edited_ts=timestamp(mapping(message.get("edited")).get("ts")) or None,
        ),
        parent_user_id=identifier(message.get("parent_user_id")) or None,
        authorized=frozenset(
            user_id
            for row in rows(envelope.get("authorizations"))
            if (user_id := identifier(row.get("user_id")))
        ),
        client_msg_id=identifier(message.get("client_msg_id")) or None,
    )


def _gone(envelope: Mapping[str, Any], event: Mapping[str, Any], ts: object) -> InboxMessage:
    channel = _required(identifier(event["channel"]), "channel")
    return InboxMessage(
        team_id=_team(envelope),
        conversation_id=channel,
        ts=_required(timestamp(ts), "ts"),
        author_id="",
        author_name=None,
        text="",
        kind=_kind(channel, event.get("channel_type")),
        deleted=True,
    )


def _team(envelope: Mapping[str, Any]) -> str:
    """Return the workspace through whose installation the event was told.

    A channel that two workspaces share is told of to both; the envelope's own team may be either.
    """
    authorizations = rows(envelope.get("authorizations")) or [{}]
    told_to = identifier(authorizations[0].get("team_id"))
    return told_to or identifier(envelope.get("context_team_id")) or _own_team(envelope)


def _own_team(envelope: Mapping[str, Any]) -> str:
    return _required(identifier(envelope["team_id"]), "team_id")


def _text(message: Mapping[str, Any]) -> str:
    """Return the text, or what bots put in its place; of a very long one the beginning."""
    written = text(message.get("text"))
    if not written:
        said = (
            text(row.get("fallback")) or text(row.get("text")) or text(row.get("title"))
            for row in rows(message.get("attachments"))
        )
        written = "\n".join(filter(None, said))
    return kept_text(written)


def _is_by_this_app(envelope: Mapping[str, Any], message: Mapping[str, Any]) -> bool:
    app_id = identifier(message.get("app_id"))
    return bool(app_id) and app_id == envelope.get("api_app_id")


def _required(value: str, name: str) -> str:
    if not value:
        raise ValueError(name)
    return value


def _kind(conversation_id: str, told: object) -> str:
    if isinstance(told, str) and told in _KINDS:
        return told
    return {"D": "im", "G": "group"}.get(conversation_id[:1], "channel")
