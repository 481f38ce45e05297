"""Slack's shapes and ours: what is sent, and what comes back. Pure."""

import uuid
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from bridge.slack.payloads.mentions import with_mentions
from bridge.slack.payloads.values import mapping, text
from postbox.frozen import Frozen

if TYPE_CHECKING:
    from postbox.outbox.commands import SendMessage

T = TypeVar("T")

EVENT_TYPE = "earshot_sent"


class Identity(NamedTuple):
    """Whom a token speaks for."""

    team_id: str
    user_id: str
    user_name: str


class Page(Frozen, Generic[T]):
    """A part of a list, and the cursor of the next one; empty after the last."""

    entries: Sequence[T]
    cursor: str


def post_of(message: "SendMessage") -> dict[str, Any]:
    """Return the arguments of chat.postMessage; the message's id travels twice."""
    return {
        "channel": message.conversation_id,
        "text": with_mentions(message.text, message.mentions),
        "client_msg_id": client_msg_id(message.id),
        "metadata": {"event_type": EVENT_TYPE, "event_payload": {"id": message.id}},
        **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
    }


def client_msg_id(message_id: str) -> str:
    """Return the UUID by which Slack's server may notice a second post of the same message."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"earshot:{message_id}"))


def is_message(found: Mapping[str, Any], message_id: str) -> bool:
    """Whether what Slack returned is the post of this message."""
    metadata = mapping(found.get("metadata"))
    payload = mapping(metadata.get("event_payload"))
    ours = metadata.get("event_type") == EVENT_TYPE and payload.get("id") == message_id
    return ours or found.get("client_msg_id") == client_msg_id(message_id)


def next_cursor(page: Mapping[str, Any]) -> str:
    """Return where the next page of a list begins: an empty page may be followed by a full one."""
    return text(mapping(page.get("response_metadata")).get("next_cursor"))
