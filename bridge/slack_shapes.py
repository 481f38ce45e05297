"""Slack's shapes and ours: what is sent, and what comes back. Pure."""

import uuid
from dataclasses import dataclass
from typing import Any

from mailbox.directory import Conversation
from mailbox.outbound import OutboundMessage

EVENT_TYPE = "earshot_sent"


@dataclass(frozen=True)
class Identity:
    """Whom a token speaks for."""

    team_id: str
    user_id: str
    user_name: str


def post_of(message: OutboundMessage) -> dict[str, Any]:
    """Return the arguments of chat.postMessage; the message's id travels twice."""
    return {
        "channel": message.conversation_id,
        "text": escaped(message.text),
        "client_msg_id": client_msg_id(message.id),
        "metadata": {"event_type": EVENT_TYPE, "event_payload": {"id": message.id}},
        **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
    }


def escaped(text: str) -> str:
    """Return plain text as Slack takes it: `&`, `<` and `>` escaped, and nothing else."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def client_msg_id(message_id: str) -> str:
    """Return the UUID by which Slack's server may notice a second post of the same message."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"earshot:{message_id}"))


def is_message(found: dict[str, Any], message_id: str) -> bool:
    """Whether what Slack returned is the post of this message."""
    metadata = found.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    ours = metadata.get("event_type") == EVENT_TYPE and payload.get("id") == message_id
    return ours or found.get("client_msg_id") == client_msg_id(message_id)


def conversation(each: dict[str, Any]) -> Conversation:
    """Return a conversation object of Slack's as the directory keeps it."""
    if each.get("is_im"):
        return Conversation(each["id"], "", "im", each.get("user", ""))
    if each.get("is_mpim"):
        return Conversation(each["id"], "", "mpim")
    kind = "group" if each.get("is_private") else "channel"
    return Conversation(each["id"], each.get("name", ""), kind)
