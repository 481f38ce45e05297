"""The methods about one conversation: conversations.info, .open and .mark."""

from typing import Any

from local.workspace.calls import ApiError, Call
from local.workspace.entities import Conversation, Person
from local.workspace.shapes import conversation_shape

_MOST_PEOPLE = 8
_PEOPLE_IN_A_DM = 2


def info(call: Call) -> dict[str, Any]:
    """conversations.info; `last_read` is there for conversations that the person is in."""
    conversation = call.conversation("read")
    shape = conversation_shape(conversation, call.person, call.flag("include_num_members"))
    if call.person.id in conversation.members:
        shape["last_read"] = conversation.last_read.get(call.person.id, "0000000000.000000")
        if conversation.kind != "im":
            shape["is_member"] = True
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
    """conversations.mark: read up to `ts`."""
    conversation = call.conversation("write")
    if call.person.id not in conversation.members:
        raise ApiError("not_in_channel")
    ts = call.required("ts")
    if call.workspace.history(conversation).get(ts) is None:
        raise ApiError("invalid_timestamp")
    conversation.last_read[call.person.id] = ts
    return {}


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
