"""The methods reactions.*: emoji at messages."""

import re
from typing import Any

from local.workspace.api.calls import ApiError, Call, invalid_arguments
from local.workspace.api.shapes import message_shape
from local.workspace.team.entities import Conversation, Message

_NAME = re.compile(r"[\w+'-]+(::skin-tone-[2-6])?")


def add_reaction(call: Call) -> dict[str, Any]:
    """reactions.add, by the emoji's name without colons."""
    call.need_scope("reactions:write")
    conversation, message = _reacted_to(call)
    name = _name(call)
    if conversation.archived:
        raise ApiError("is_archived")
    if not call.workspace.react(conversation, message.ts, call.person, name):
        raise ApiError("already_reacted")
    return {}


def remove_reaction(call: Call) -> dict[str, Any]:
    """reactions.remove: the person's own."""
    call.need_scope("reactions:write")
    conversation, message = _reacted_to(call)
    if not call.workspace.unreact(conversation, message.ts, call.person, _name(call)):
        raise ApiError("no_reaction")
    return {}


def get_reactions(call: Call) -> dict[str, Any]:
    """reactions.get for a message."""
    call.need_scope("reactions:read")
    conversation, message = _reacted_to(call)
    shape = message_shape(call.workspace, message)
    return {"type": "message", "channel": conversation.id, "message": shape}


def _name(call: Call) -> str:
    name = call.required("name").strip(":")
    if not _NAME.fullmatch(name):
        raise ApiError("invalid_name")
    return name


def _reacted_to(call: Call) -> tuple[Conversation, Message]:
    if not call.string("timestamp"):
        raise ApiError("no_item_specified")
    if not call.string("channel"):
        raise invalid_arguments("missing required field: channel")
    conversation = call.conversation()
    message = call.workspace.history(conversation).get(call.string("timestamp"))
    if message is None or message.subtype == "tombstone":
        raise ApiError("message_not_found")
    return conversation, message
