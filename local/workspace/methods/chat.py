"""The methods that write: chat.* and reactions.*."""

import re
from dataclasses import replace
from typing import Any

from local.workspace.calls import ApiError, Call, invalid_arguments
from local.workspace.entities import Conversation, Message
from local.workspace.shapes import message_shape
from local.workspace.text import sent_by_an_app

LONGEST_TEXT = 40_000
_TS = re.compile(r"\d+\.\d{6}")
_EVENT_TYPE = re.compile(r"\w+")


def post_message(call: Call) -> dict[str, Any]:
    """chat.postMessage: over-long text is cut with a warning, as Slack's docs say."""
    call.need_scope("chat:write")
    conversation = _open_for_posting(call)
    if call.workspace.dedupes_client_msg_id:
        client_id = call.string("client_msg_id")
        first = call.workspace.history(conversation).with_client_id(client_id)
        if client_id and first is not None:
            return _posted(call, first) | {"is_duplicate": True}
    text, blocks = call.string("text"), _objects(call, "blocks")
    attachments = _objects(call, "attachments")
    if not (text.strip() or blocks or attachments):
        raise ApiError("no_text")
    thread_ts = _thread(call, conversation)
    message = call.workspace.store(
        conversation,
        sent_by_an_app(text[:LONGEST_TEXT]),
        thread_ts,
        user=call.person.id,
        via_app=True,
        client_msg_id=call.string("client_msg_id") or None,
        metadata=_metadata(call),
        blocks=blocks,
        attachments=attachments,
        subtype="thread_broadcast" if thread_ts and call.flag("reply_broadcast") else None,
    )
    return _posted(call, message) | _warning(text)


def update(call: Call) -> dict[str, Any]:
    """chat.update: a person can change what they wrote."""
    call.need_scope("chat:write")
    conversation = call.conversation()
    text = call.string("text")
    message = _own_message(call, conversation, "cant_update_message")
    if not text.strip():
        raise ApiError("no_text")
    if len(text) > LONGEST_TEXT:
        raise ApiError("msg_too_long")
    if conversation.archived:
        raise ApiError("is_archived")
    metadata = _metadata(call) or message.metadata
    kept = sent_by_an_app(text)
    new = call.workspace.rewrite(conversation, message.ts, kept, metadata=metadata)
    return _posted(call, new) | {"text": new.text}


def delete(call: Call) -> dict[str, Any]:
    """chat.delete: a person can take back what they wrote."""
    call.need_scope("chat:write")
    conversation = call.conversation()
    message = _own_message(call, conversation, "cant_delete_message")
    call.workspace.delete(conversation, message.ts)
    return {"channel": conversation.id, "ts": message.ts}


def add_reaction(call: Call) -> dict[str, Any]:
    """reactions.add, by the emoji's name without colons."""
    call.need_scope("reactions:write")
    name = call.required("name").strip(":")
    conversation, message = _reacted_to(call)
    if not re.fullmatch(r"[\w+'-]+(::skin-tone-[2-6])?", name):
        raise ApiError("invalid_name")
    if conversation.archived:
        raise ApiError("is_archived")
    if not call.workspace.react(conversation, message.ts, call.person, name):
        raise ApiError("already_reacted")
    return {}


def get_reactions(call: Call) -> dict[str, Any]:
    """reactions.get for a message."""
    call.need_scope("reactions:read")
    conversation, message = _reacted_to(call)
    shape = message_shape(call.workspace, message)
    return {"type": "message", "channel": conversation.id, "message": shape}


def _open_for_posting(call: Call) -> Conversation:
    named = call.required("channel").lstrip("#")
    channel = call.workspace.roster.channels.get(named, named)
    by_id = replace(call, arguments={**call.arguments, "channel": channel})
    conversation = by_id.conversation()
    if call.person.id not in conversation.members:
        raise ApiError("not_in_channel")
    if conversation.archived:
        raise ApiError("is_archived")
    return conversation


def _thread(call: Call, conversation: Conversation) -> str | None:
    thread_ts = call.string("thread_ts")
    if not thread_ts:
        return None
    if not _TS.fullmatch(thread_ts):
        raise ApiError("invalid_thread_ts")
    parent = call.workspace.history(conversation).get(thread_ts)
    if parent is None or parent.is_reply:
        raise ApiError("thread_not_found")
    return thread_ts


def _objects(call: Call, name: str) -> tuple[dict[str, Any], ...]:
    """Return an argument that is a list of objects."""
    value = call.structure(name) or []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ApiError(f"invalid_{name}_format" if name == "blocks" else f"invalid_{name}")
    return tuple(value)


def _metadata(call: Call) -> dict[str, Any] | None:
    metadata = call.structure("metadata")
    if not metadata:
        return None
    if not isinstance(metadata, dict):
        raise ApiError("invalid_metadata_format")
    kind, payload = metadata.get("event_type"), metadata.get("event_payload")
    if not isinstance(kind, str) or not _EVENT_TYPE.fullmatch(kind):
        raise ApiError("invalid_metadata_format")
    if not isinstance(payload, dict):
        raise ApiError("invalid_metadata_format")
    if any(isinstance(value, dict) or _holds_objects(value) for value in payload.values()):
        raise ApiError("invalid_metadata_schema")
    return {"event_type": kind, "event_payload": payload}


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict | list) for item in value)


def _posted(call: Call, message: Message) -> dict[str, Any]:
    shape = message_shape(call.workspace, message, all_metadata=True)
    return {"channel": message.channel, "ts": message.ts, "message": shape}


def _warning(text: str) -> dict[str, Any]:
    if len(text) <= LONGEST_TEXT:
        return {}
    warning = "message_truncated"
    return {"warning": warning, "response_metadata": {"warnings": [warning]}}


def _own_message(call: Call, conversation: Conversation, refusal: str) -> Message:
    message = call.workspace.history(conversation).get(call.required("ts"))
    if message is None or message.subtype == "tombstone":
        raise ApiError("message_not_found")
    if message.user != call.person.id:
        raise ApiError(refusal)
    return message


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
