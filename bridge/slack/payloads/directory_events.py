"""What a Slack event tells of people and conversations. Pure: an envelope in, a change out.

Sources: docs.slack.dev/reference/events/<type> for each type named here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bridge.slack.payloads.entries import person
from bridge.slack.payloads.values import brief, happened_at, identifier, rows, text
from postbox.directory.change import ChangeKind, DirectoryChange

_ABOUT_PEOPLE = {"user_change", "team_join"}
_GONE = {
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "group_archive",
    "group_deleted",
    "group_left",
    "member_left_channel",
}
_RENAMED = {"channel_rename", "group_rename"}
_UNKNOWN = {
    "channel_created",
    "channel_unarchive",
    "group_open",
    "group_unarchive",
    "im_created",
    "member_joined_channel",
}
_ID_CHANGED = "channel_id_changed"
DIRECTORY_EVENTS = _ABOUT_PEOPLE | _GONE | _RENAMED | _UNKNOWN | {_ID_CHANGED}
"""What the Slack app has to subscribe to."""

_OF_ONE_MEMBER = {"member_joined_channel", "member_left_channel"}
_OF_WHOM_IT_IS_TOLD_TO = {"channel_left", "group_left", "group_open", "im_created"}


@dataclass(frozen=True)
class DirectoryEvent:
    """A change, and whom it concerns."""

    change: DirectoryChange
    only_for: str | None = None
    """The user who must be linked for it to matter; None for anybody of the workspace."""


def read(envelope: Mapping[str, Any]) -> DirectoryEvent | None:
    """Return what the event tells of the directory, None when nothing.

    Raises KeyError, TypeError, AttributeError or ValueError when it makes no sense.
    """
    event = envelope["event"]
    kind = text(event["type"])
    if kind in _ABOUT_PEOPLE:
        return DirectoryEvent(_about_a_person(envelope, event["user"]))
    if kind in _GONE:
        change = _about_a_conversation(envelope, ChangeKind.GONE)
        return DirectoryEvent(change, _member(event) or _told_to(envelope))
    if kind in _RENAMED:
        name = brief(event["channel"]["name"])
        return DirectoryEvent(_about_a_conversation(envelope, ChangeKind.NAME, name))
    if kind == _ID_CHANGED:
        new_id = _required(event["new_channel_id"])
        return DirectoryEvent(_about_a_conversation(envelope, ChangeKind.MOVED, new_id))
    if kind in _UNKNOWN:
        change = _about_a_conversation(envelope, ChangeKind.UNKNOWN)
        return DirectoryEvent(change, _creator(event) or _member(event) or _told_to(envelope))
    return None


def _about_a_person(envelope: Mapping[str, Any], user: Mapping[str, Any]) -> DirectoryChange:
    found = person(user)
    return DirectoryChange(
        team_id=_required(envelope["team_id"]),
        id=_required(found.id),
        kind=ChangeKind.PERSON,
        at=happened_at(envelope),
        event_id=brief(envelope.get("event_id")),
        name=found.handle,
        real_name=found.real_name,
        display_name=found.display_name,
        reachable=found.reachable,
    )


def _about_a_conversation(
    envelope: Mapping[str, Any], kind: ChangeKind, name: str = ""
) -> DirectoryChange:
    event = envelope["event"]
    channel = event["old_channel_id"] if event["type"] == _ID_CHANGED else event["channel"]
    return DirectoryChange(
        team_id=_required(envelope["team_id"]),
        id=_required(channel["id"] if isinstance(channel, Mapping) else channel),
        kind=kind,
        at=happened_at(envelope),
        event_id=brief(envelope.get("event_id")),
        name=name,
    )


def _member(event: Mapping[str, Any]) -> str | None:
    return _required(event["user"]) if event["type"] in _OF_ONE_MEMBER else None


def _told_to(envelope: Mapping[str, Any]) -> str | None:
    """Return on whose behalf Slack tells what only one member did, where it says so."""
    if envelope["event"]["type"] not in _OF_WHOM_IT_IS_TOLD_TO:
        return None
    named = rows(envelope.get("authorizations")) or [{}]
    return identifier(named[0].get("user_id")) or None


def _creator(event: Mapping[str, Any]) -> str | None:
    if event["type"] != "channel_created":
        return None
    return _required(event["channel"]["creator"])


def _required(value: object) -> str:
    found = identifier(value)
    if not found:
        raise ValueError("no id")
    return found
