"""The methods about what is posted later: chat.scheduleMessage and what belongs to it."""

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
from local.workspace.api.pages import next_cursor, page_of
from local.workspace.team.entities import Conversation, ScheduledMessage
from local.workspace.team.identifiers import ts_key
from local.workspace.text.text import sent_by_an_app

FARTHEST_SECONDS = 120 * 86_400
TOO_LATE_TO_DELETE_SECONDS = 60
MOST_IN_A_WINDOW = 30
_WINDOW_SECONDS = 300
_DEFAULT_PAGE, _LARGEST_PAGE = 100, 1000
_END_OF_TIME = 1 << 62


def schedule_message(call: Call) -> dict[str, Any]:
    """chat.scheduleMessage: to be posted as the person at `post_at`."""
    call.need_scope("chat:write")
    conversation = open_for_posting(call)
    text = call.string("text")
    fields = {"blocks": objects(call, "blocks"), "attachments": objects(call, "attachments")}
    if not (text.strip() or any(fields.values())):
        raise ApiError("no_text")
    post_at, thread_ts = _time(call, conversation), thread(call, conversation)
    message = call.workspace.schedule(
        call.person,
        conversation,
        sent_by_an_app(text[:LONGEST_TEXT]),
        post_at,
        thread_ts,
        subtype="thread_broadcast" if thread_ts and call.flag("reply_broadcast") else None,
        metadata=metadata(call),
        **fields,
    )
    answer = {
        "scheduled_message_id": message.id,
        "channel": conversation.id,
        "post_at": post_at,
        "message": _delayed(call, message),
    }
    return answer | warning(text)


def list_scheduled(call: Call) -> dict[str, Any]:
    """chat.scheduledMessages.list: what was scheduled as this person, the next one first."""
    conversation = _listed_place(call)
    oldest = call.timestamp("oldest", 0)
    latest = call.timestamp("latest", _END_OF_TIME)
    waiting = [
        message
        for message in call.workspace.scheduled(conversation)
        if message.person == call.person.id and oldest <= ts_key(str(message.post_at)) <= latest
    ]
    limit = call.limit(_DEFAULT_PAGE, _LARGEST_PAGE)
    page, cursor = page_of(waiting, call.string("cursor"), limit, lambda message: message.id)
    return {"scheduled_messages": [_shape(message) for message in page]} | next_cursor(cursor)


def delete_scheduled(call: Call) -> dict[str, Any]:
    """chat.deleteScheduledMessage: none that is posted within the next minute."""
    call.need_scope("chat:write")
    conversation = call.conversation()
    wanted = call.required("scheduled_message_id")
    waiting = {
        message.id: message
        for message in call.workspace.scheduled(conversation)
        if message.person == call.person.id
    }
    message = waiting.get(wanted)
    too_late = call.workspace.clock() + TOO_LATE_TO_DELETE_SECONDS
    if message is None or message.post_at <= too_late:
        raise ApiError("invalid_scheduled_message_id")
    call.workspace.unschedule(message)
    return {}


def _time(call: Call, conversation: Conversation) -> int:
    given, now = call.required("post_at"), call.workspace.clock()
    if not given.isdecimal():
        raise ApiError("invalid_time")
    post_at = int(given)
    if post_at <= now:
        raise ApiError("time_in_past")
    if post_at > now + FARTHEST_SECONDS:
        raise ApiError("time_too_far")
    window = post_at // _WINDOW_SECONDS
    others = call.workspace.scheduled(conversation)
    if sum(other.post_at // _WINDOW_SECONDS == window for other in others) >= MOST_IN_A_WINDOW:
        raise ApiError("restricted_too_many")
    return post_at


def _listed_place(call: Call) -> Conversation | None:
    if not call.string("channel"):
        return None
    try:
        return call.conversation()
    except ApiError as unknown:
        raise ApiError("invalid_channel") from unknown


def _delayed(call: Call, message: ScheduledMessage) -> dict[str, Any]:
    workspace = call.workspace
    own = {"user": message.person, "team": workspace.team_id, "bot_id": workspace.bot_id}
    thread_of = {"thread_ts": message.thread_ts} if message.thread_ts else {}
    return {"type": "delayed_message", "text": message.text, **own, **thread_of}


def _shape(message: ScheduledMessage) -> dict[str, Any]:
    return {
        "id": message.id,
        "channel_id": message.channel,
        "post_at": message.post_at,
        "date_created": message.created,
        "text": message.text,
    }
