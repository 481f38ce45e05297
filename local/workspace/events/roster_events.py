"""The events about people and conversations themselves, and through whom the app hears of them.

Shapes as in docs.slack.dev/reference/events/<type>. An event that the app can hear through several
people names one of them.
"""

from collections.abc import Callable, Iterator
from typing import Any

from local.workspace.api.shapes import conversation_shape, person_shape
from local.workspace.model import Workspace
from local.workspace.team.entities import Change, Conversation, Installation, Person

Heard = tuple[dict[str, Any], Installation]
"""An event's own fields, and through whom the app hears of it."""


def roster_events(workspace: Workspace, change: Change) -> Iterator[Heard]:
    """Yield what Slack tells of a change of people or conversations."""
    about = _ABOUT.get(change.kind)
    if about is not None:
        yield from about(workspace, change)


def _person(workspace: Workspace, change: Change) -> Iterator[Heard]:
    kind = "team_join" if change.kind == "newcomer" else "user_change"
    for person in change.people:
        event = {"type": kind, "user": person_shape(workspace, person)}
        yield from _heard(event, _with_scope(workspace, "users:read"))


def _made(workspace: Workspace, change: Change) -> Iterator[Heard]:
    conversation = _of(change)
    for member in _members(workspace, conversation):
        if conversation.kind == "im":
            shape = conversation_shape(conversation, member.person)
            yield {"type": "im_created", "user": member.person.id, "channel": shape}, member
        else:
            yield (
                _member_event("member_joined_channel", workspace, conversation, member.person),
                member,
            )
    if conversation.kind == "channel":
        channel = {**_named(conversation), "creator": conversation.creator}
        event = {"type": "channel_created", "channel": channel}
        yield from _heard(event, _with_scope(workspace, "channels:read"))


def _renamed(workspace: Workspace, change: Change) -> Iterator[Heard]:
    conversation = _of(change)
    event = {"type": f"{_prefix(conversation)}_rename", "channel": _named(conversation)}
    yield from _heard(event, _seeing(workspace, conversation))


def _got_a_new_id(workspace: Workspace, change: Change) -> Iterator[Heard]:
    conversation = _of(change)
    ids = {"old_channel_id": change.former_id, "new_channel_id": conversation.id}
    yield from _heard({"type": "channel_id_changed", **ids}, _seeing(workspace, conversation))


def _closed(workspace: Workspace, change: Change) -> Iterator[Heard]:
    conversation = _of(change)
    event = {
        "type": f"{_prefix(conversation)}_{change.kind}",
        "channel": conversation.id,
        "user": conversation.creator,
    }
    yield from _heard(event, _seeing(workspace, conversation))


def _moved(workspace: Workspace, change: Change) -> Iterator[Heard]:
    conversation = _of(change)
    kind = "member_joined_channel" if change.kind == "join" else "member_left_channel"
    for person in change.people:
        event = _member_event(kind, workspace, conversation, person)
        yield from _heard(event, _members(workspace, conversation))
        if change.kind == "leave":
            gone = {"type": f"{_prefix(conversation)}_left", "channel": conversation.id}
            scope = f"{conversation.scope_prefix}:read"
            theirs = [i for i in _with_scope(workspace, scope) if i.person is person]
            yield from _heard({**gone, "actor_id": person.id}, theirs)


_ABOUT: dict[str, Callable[[Workspace, Change], Iterator[Heard]]] = {
    "newcomer": _person,
    "person": _person,
    "channel": _made,
    "rename": _renamed,
    "new id": _got_a_new_id,
    "archive": _closed,
    "unarchive": _closed,
    "join": _moved,
    "leave": _moved,
}


def _heard(event: dict[str, Any], through: list[Installation]) -> Iterator[Heard]:
    for installation in through[:1]:
        yield event, installation


def _with_scope(workspace: Workspace, scope: str) -> list[Installation]:
    return [
        installation
        for installation in workspace.installations.active()
        if scope in installation.scopes
    ]


def _seeing(workspace: Workspace, conversation: Conversation) -> list[Installation]:
    through = _with_scope(workspace, f"{conversation.scope_prefix}:read")
    return [
        installation
        for installation in through
        if workspace.can_see(installation.person, conversation)
    ]


def _members(workspace: Workspace, conversation: Conversation) -> list[Installation]:
    through = _with_scope(workspace, f"{conversation.scope_prefix}:read")
    return [
        installation for installation in through if installation.person.id in conversation.members
    ]


def _member_event(
    kind: str, workspace: Workspace, conversation: Conversation, person: Person
) -> dict[str, Any]:
    return {
        "type": kind,
        "user": person.id,
        "channel": conversation.id,
        "channel_type": "G" if conversation.kind == "mpim" else "C",
        "team": workspace.team_id,
    }


def _named(conversation: Conversation) -> dict[str, Any]:
    return {"id": conversation.id, "name": conversation.name, "created": conversation.created}


def _prefix(conversation: Conversation) -> str:
    return "channel" if conversation.kind == "channel" else "group"


def _of(change: Change) -> Conversation:
    assert change.conversation is not None
    return change.conversation
