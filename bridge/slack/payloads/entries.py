"""People and conversations as Slack has them, for the directory. Pure."""

from collections.abc import Mapping
from typing import Any

from bridge.slack.payloads.values import brief, identifier, mapping
from postbox.directory.entries import Conversation, Person

SYSTEM_USERS = {"USLACKBOT", "USLACK"}
"""Slack's own senders; its lists do not mark Slackbot as a bot."""


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


def conversation(listed: Mapping[str, Any]) -> Conversation:
    """Return a conversation object of Slack's as the directory keeps it; "" for what is no id.

    A group message still has its name, by which group_names finds its members.
    """
    conversation_id, name = identifier(listed.get("id")), brief(listed.get("name"))
    if listed.get("is_im"):
        user = identifier(listed.get("user"))
        return Conversation(conversation_id, "", "im", (user,) if user else ())
    if listed.get("is_mpim"):
        return Conversation(conversation_id, name, "mpim")
    return Conversation(conversation_id, name, "group" if listed.get("is_private") else "channel")
