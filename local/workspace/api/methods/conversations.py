"""The methods about one conversation: conversations.info, .open and .mark."""

import re
from typing import Any

from local.workspace.api.calls import ApiError, Call
from local.workspace.api.shapes import conversation_shape, message_shape
from local.workspace.team.entities import Conversation, Person
from local.workspace.team.identifiers import ts_key

_TS = re.compile(r"\d{1,12}\.\d{6}")
_NEVER = "0000000000.000000"
_MOST_PEOPLE = 8
_PEOPLE_IN_A_DM = 2


def info(call: Call) -> dict[str, Any]:
    """conversations.info; `last_read` is there for conversations that the person is in."""
    conversation = call.conversation("read")
    shape = conversation_shape(conversation, call.person, call.flag("include_num_members"))
    if call.person.id in conversation.members:
        shape["last_read"] = conversation.last_read.get(call.person.id, _NEVER)
        shape |= _unread(call, conversation) if conversation.kind == "im" else {"is_member": True}
    return {"channel": shape}


def open_conversation(call: Call) -> dict[str, Any]:
    """conversations.open: the direct message with these people, made at need."""
    if call.string("channel"):
        found = call.conversation("write")
        return _opened(call, found, already=True)
    people = _people(call)
    call.need_scope("im:write" if len(people) <= _PEOPLE_IN_A_DM else "mpim:write")
    roster = call.workspace.roster
    known = roster.direct.get(frozenset(p.id for p in people))
    if known is None and call.flag("prevent_creation"):
        raise ApiError("channel_not_found")
    made = known or call.workspace.group_message(people)
    return _opened(call, made, already=known is not None)


def mark(call: Call) -> dict[str, Any]:
    """conversations.mark: read up to `ts`, also back to an earlier one, or one that is gone."""
    conversation = call.conversation("write")
    if call.person.id not in conversation.members:
        raise ApiError("not_in_channel")
    ts = call.required("ts")
    if not _TS.fullmatch(ts):
        raise ApiError("invalid_timestamp")
    call.workspace.mark_read(call.person, conversation, ts)
    return {}


def _unread(call: Call, conversation: Conversation) -> dict[str, Any]:
    """Return what Slack tells of direct messages alone: how much is new, and the newest message."""
    history = call.workspace.history(conversation)
    after = ts_key(conversation.last_read.get(call.person.id, _NEVER)) + 1
    unread = sum(message.user != call.person.id for message in history.newest_first(after))
    newest = history.newest()
    latest = {"latest": message_shape(call.workspace, newest)} if newest else {}
    return {"unread_count": unread, "unread_count_display": unread, **latest}


def _people(call: Call) -> list[Person]:
    ids = [one.strip() for one in call.string("users").split(",") if one.strip()]
    if not ids:
        raise ApiError("users_list_not_supplied")
    if len(ids) > _MOST_PEOPLE:
        raise ApiError("too_many_users")
    known = call.workspace.roster.people
    people = [known.get(one) for one in ids]
    found = [person for person in people if person is not None]
    if len(found) < len(ids):
        raise ApiError("user_not_found")
    if any(person.deleted for person in found):
        raise ApiError("user_disabled")
    return list(dict.fromkeys([call.person, *found]))


def _opened(call: Call, conversation: Conversation, already: bool) -> dict[str, Any]:
    shape: dict[str, Any] = {"id": conversation.id}
    if call.flag("return_im"):
        shape = conversation_shape(conversation, call.person)
    flags = {"no_op": True, "already_open": True} if already else {}
    return {**flags, "channel": shape}
