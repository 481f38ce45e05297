"""The methods that list conversations."""

from typing import Any

from local.workspace.api.calls import Call, invalid_arguments
from local.workspace.api.pages import next_cursor, page_of
from local.workspace.api.shapes import conversation_shape
from local.workspace.team.entities import Conversation

_KINDS = {"public_channel": "channel", "private_channel": "private", "mpim": "mpim", "im": "im"}
_SCOPES = {
    "public_channel": "channels:read",
    "private_channel": "groups:read",
    "mpim": "mpim:read",
    "im": "im:read",
}
_DEFAULT_PAGE = 100
_LARGEST_PAGE = 1000


def conversations_list(call: Call) -> dict[str, Any]:
    """conversations.list: every public channel, and the rest that the person is in."""
    workspace, person = call.workspace, call.person
    visible = [c for c in workspace.conversations if workspace.can_see(person, c)]
    return _listed(call, visible, counted=True)


def users_conversations(call: Call) -> dict[str, Any]:
    """users.conversations: what the person is in."""
    other = call.string("user")
    if other and other != call.person.id:
        raise invalid_arguments("only the conversations of the token's own person are kept here")
    mine = [c for c in call.workspace.conversations if call.person.id in c.members]
    return _listed(call, mine, counted=False)


def _listed(call: Call, conversations: list[Conversation], counted: bool) -> dict[str, Any]:
    kinds = _wanted_kinds(call)
    limit = call.limit(_DEFAULT_PAGE, _LARGEST_PAGE)
    wanted = [
        c
        for c in conversations
        if c.kind in kinds and not (c.archived and call.flag("exclude_archived"))
    ]
    page, cursor = page_of(wanted, call.string("cursor"), limit, lambda c: c.id)
    return {"channels": [conversation_shape(c, call.person, counted) for c in page]} | next_cursor(
        cursor
    )


def _wanted_kinds(call: Call) -> set[str]:
    types = [t.strip() for t in (call.string("types") or "public_channel").split(",")]
    for wanted in types:
        if wanted not in _KINDS:
            raise invalid_arguments(f"{wanted!r} is no type of conversation")
        call.need_scope(_SCOPES[wanted])
    return {_KINDS[wanted] for wanted in types}
