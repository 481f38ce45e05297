"""The methods that write at once: chat.postMessage, chat.update and chat.delete."""

from typing import Any

from local.workspace.api.calls import ApiError, Call
from local.workspace.api.methods.post_arguments import (
    LONGEST_TEXT,
    metadata,
    objects,
    open_for_posting,
    thread,
    warning,
)
from local.workspace.api.shapes import message_shape
from local.workspace.team.entities import Conversation, Message
from local.workspace.text.text import sent_by_an_app


def post_message(call: Call) -> dict[str, Any]:
    """chat.postMessage: over-long text is cut with a warning, as Slack's docs say."""
    call.need_scope("chat:write")
    conversation = open_for_posting(call)
    if call.workspace.dedupes_client_msg_id:
        client_id = call.string("client_msg_id")
        first = call.workspace.history(conversation).with_client_id(client_id)
        if client_id and first is not None:
            return _posted(call, first) | {"is_duplicate": True}
    text, blocks = call.string("text"), objects(call, "blocks")
    attachments = objects(call, "attachments")
    if not (text.strip() or blocks or attachments):
        raise ApiError("no_text")
    thread_ts = thread(call, conversation)
    message = call.workspace.store(
        conversation,
        sent_by_an_app(text[:LONGEST_TEXT]),
        thread_ts,
        user=call.person.id,
        via_app=True,
        client_msg_id=call.string("client_msg_id") or None,
        metadata=metadata(call),
        blocks=blocks,
        attachments=attachments,
        subtype="thread_broadcast" if thread_ts and call.flag("reply_broadcast") else None,
    )
    return _posted(call, message) | warning(text)


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
    kept = sent_by_an_app(text)
    changed = {"metadata": metadata(call) or message.metadata, "blocks": objects(call, "blocks")}
    new = call.workspace.rewrite(conversation, message.ts, kept, **changed)
    return _posted(call, new) | {"text": new.text}


def delete(call: Call) -> dict[str, Any]:
    """chat.delete: a person can take back what they wrote."""
    call.need_scope("chat:write")
    conversation = call.conversation()
    message = _own_message(call, conversation, "cant_delete_message")
    call.workspace.delete(conversation, message.ts)
    return {"channel": conversation.id, "ts": message.ts}


def _posted(call: Call, message: Message) -> dict[str, Any]:
    shape = message_shape(call.workspace, message, all_metadata=True)
    return {"channel": message.channel, "ts": message.ts, "message": shape}


def _own_message(call: Call, conversation: Conversation, refusal: str) -> Message:
    message = call.workspace.history(conversation).get(call.required("ts"))
    if message is None or message.subtype == "tombstone":
        raise ApiError("message_not_found")
    if message.user != call.person.id:
        raise ApiError(refusal)
    return message
