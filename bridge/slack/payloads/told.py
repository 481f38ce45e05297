"""Which messages are told of: what people and apps say, and not what Slack notes down. Pure.

Subtypes: https://docs.slack.dev/reference/events/message, and more that Slack sends unannounced.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

from bridge.slack.payloads.values import identifier, mapping, rows, text

_ABOUT_A_CONVERSATION = (
    "archive",
    "canvas_updated",
    "convert_to_private",
    "convert_to_public",
    "join",
    "leave",
    "name",
    "posting_permissions",
    "purpose",
    "topic",
    "unarchive",
)
_NOTED = frozenset(
    f"{place}_{what}" for place in ("channel", "group") for what in _ABOUT_A_CONVERSATION
) | {
    "app_conversation_join",
    "app_conversation_leave",
    "assistant_app_thread",
    "bot_add",
    "bot_disable",
    "bot_enable",
    "bot_remove",
    "document_mention",
    "joiner_notification",
    "joiner_notification_for_inviter",
    "message_replied",
    "mpdm_move",
    "pinned_item",
    "reminder_add",
    "reminder_delete",
    "tabbed_canvas_updated",
    "tombstone",
    "unpinned_item",
}
_NOTED_BEGINNINGS = ("external_channel_",)
HUDDLES = frozenset({"huddle_thread", "sh_room_created"})
_SPOKEN = HUDDLES | {
    "",
    "bot_message",
    "ekm_access_denied",
    "file_share",
    "me_message",
    "thread_broadcast",
}
_SAYS_SOMETHING = ("blocks", "attachments", "files")


class Telling(Enum):
    """What becomes of a message."""

    TOLD = auto()
    NOTED = auto()
    """Slack notes down what somebody did; nobody speaks."""
    UNKNOWN = auto()
    """Of a kind that nobody knows yet, and without anything to tell."""


def telling(message: Mapping[str, Any]) -> Telling:
    """Return whether a message is told of."""
    subtype = text(message.get("subtype"))
    if subtype in _SPOKEN:
        return Telling.TOLD
    if subtype in _NOTED or subtype.startswith(_NOTED_BEGINNINGS):
        return Telling.NOTED
    has_words = text(message.get("text")).strip() or any(
        rows(message.get(name)) for name in _SAYS_SOMETHING
    )
    return Telling.TOLD if has_words else Telling.UNKNOWN


def author_of(message: Mapping[str, Any]) -> str:
    """Return who wrote a message, "" where that is only an app; a huddle is of who began it."""
    if text(message.get("subtype")) in HUDDLES:
        return identifier(mapping(message.get("room")).get("created_by"))
    return identifier(message.get("user"))
