"""What is given to a method that posts, now or later."""

import re
from dataclasses import replace
from typing import Any

from local.workspace.api.calls import ApiError, Call
from local.workspace.team.entities import Conversation

LONGEST_TEXT = 40_000
_TS = re.compile(r"\d+\.\d{6}")
_EVENT_TYPE = re.compile(r"\w+")


def open_for_posting(call: Call) -> Conversation:
    """Return the conversation that the person can post in."""
    named = call.required("channel").lstrip("#")
    channel = call.workspace.roster.channels.get(named, named)
    by_id = replace(call, arguments={**call.arguments, "channel": channel})
    conversation = by_id.conversation()
    if call.person.id not in conversation.members:
        raise ApiError("not_in_channel")
    if conversation.archived:
        raise ApiError("is_archived")
    return conversation


def thread(call: Call, conversation: Conversation) -> str | None:
    """Return the ts of the message that is answered."""
    thread_ts = call.string("thread_ts")
    if not thread_ts:
        return None
    if not _TS.fullmatch(thread_ts):
        raise ApiError("invalid_thread_ts")
    parent = call.workspace.history(conversation).get(thread_ts)
    if parent is None or parent.is_reply:
        raise ApiError("thread_not_found")
    return thread_ts


def objects(call: Call, name: str) -> tuple[dict[str, Any], ...]:
    """Return an argument that is a list of objects."""
    value = call.structure(name) or []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ApiError(f"invalid_{name}_format" if name == "blocks" else f"invalid_{name}")
    return tuple(value)


def metadata(call: Call) -> dict[str, Any] | None:
    """Return the metadata, which must be flat."""
    given = call.structure("metadata")
    if not given:
        return None
    if not isinstance(given, dict):
        raise ApiError("invalid_metadata_format")
    kind, payload = given.get("event_type"), given.get("event_payload")
    if not isinstance(kind, str) or not _EVENT_TYPE.fullmatch(kind):
        raise ApiError("invalid_metadata_format")
    if not isinstance(payload, dict):
        raise ApiError("invalid_metadata_format")
    if any(isinstance(value, dict) or _holds_objects(value) for value in payload.values()):
        raise ApiError("invalid_metadata_schema")
    return {"event_type": kind, "event_payload": payload}


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict | list) for item in value)


def warning(text: str) -> dict[str, Any]:
    """Return the part of an answer that says that a text was cut."""
    if len(text) <= LONGEST_TEXT:
        return {}
    told = "message_truncated"
    return {"warning": told, "response_metadata": {"warnings": [told]}}
