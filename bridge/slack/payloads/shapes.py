"""Slack's shapes and ours: what is sent, and what comes back. Pure."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bridge.slack.payloads.mentions import with_mentions
from bridge.slack.payloads.values import brief, identifier, mapping, text
from postbox.directory.entries import Conversation, Person

if TYPE_CHECKING:
    from postbox.outbox.commands import SendMessage

T = TypeVar("T")

EVENT_TYPE = "earshot_sent"
SYSTEM_USERS = {"USLACKBOT", "USLACK"}
"""Slack's own senders; its lists do not mark Slackbot as a bot."""


@dataclass(frozen=True)
class Identity:
    """Whom a token speaks for."""

    team_id: str
    user_id: str
    user_name: str


@dataclass(frozen=True)
class Page(Generic[T]):
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


def person(user: Mapping[str, Any]) -> Person:
    """Return a user object of Slack's as the directory keeps it; its id is "" where it has none.

    Former members and bots are kept for their names. Strangers, who share a channel from another
    workspace, are people like all others.
    """
    profile, user_id = mapping(user.get("profile")), identifier(user.get("id"))
    is_bot = user.get("is_bot") or user.get("is_workflow_bot") or user_id in SYSTEM_USERS
    return Person(
        id=user_id,
        real_name=brief(profile.get("real_name")) or brief(user.get("real_name")),
        display_name=brief(profile.get("display_name")),
        handle=brief(user.get("name")),
        reachable=not (is_bot or user.get("deleted")),
    )


def conversation(each: Mapping[str, Any]) -> Conversation:
    """Return a conversation object of Slack's as the directory keeps it; "" for what is no id.

    A group message still has its name, by which group_names finds its members.
    """
    conversation_id, name = identifier(each.get("id")), brief(each.get("name"))
    if each.get("is_im"):
        user = identifier(each.get("user"))
        return Conversation(conversation_id, "", "im", (user,) if user else ())
    if each.get("is_mpim"):
        return Conversation(conversation_id, name, "mpim")
    return Conversation(conversation_id, name, "group" if each.get("is_private") else "channel")
