"""What the control API does."""

from collections.abc import Callable
from typing import Any

from local.workspace.api.methods import METHODS
from local.workspace.control.fields import BadRequest, conversation, number, optional_text, text
from local.workspace.faults.faults import ANY_METHOD, parse_fault
from local.workspace.model import AGAIN_SECONDS, Workspace
from local.workspace.team.entities import Conversation, NotInWorkspace, Person

LONGEST_NAME = 80
Action = Callable[[Workspace, dict[str, Any]], dict[str, Any]]


def _say(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    author, place = _writer(workspace, fields)
    thread_ts = optional_text(fields, "thread_ts")
    return {"ts": workspace.post(author, place, text(fields, "text"), thread_ts).ts}


def _share(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    author, place = _writer(workspace, fields)
    comment, thread_ts = optional_text(fields, "text") or "", optional_text(fields, "thread_ts")
    return {"ts": workspace.share(author, place, text(fields, "file"), comment, thread_ts).ts}


def _make(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    author, place = _writer(workspace, fields)
    shape = fields.get("message")
    if not isinstance(shape, dict):
        raise BadRequest("The field 'message' is no object.")
    return {"ts": workspace.make(author, place, shape).ts}


def _say_as_bot(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    said, attachments = optional_text(fields, "text") or "", fields.get("attachments") or []
    if not isinstance(attachments, list) or not all(isinstance(a, dict) for a in attachments):
        raise BadRequest("The field 'attachments' is no list of objects.")
    if not (said or attachments):
        raise BadRequest("A bot needs a text or attachments.")
    place, name = conversation(workspace, fields), text(fields, "name")
    return {"ts": workspace.post_as_bot(name, place, said, attachments=tuple(attachments)).ts}


def _writer(workspace: Workspace, fields: dict[str, Any]) -> tuple[Person, Conversation]:
    author, place = workspace.find_person(text(fields, "as")), conversation(workspace, fields)
    if place.archived:
        raise BadRequest("The channel is archived: nothing more can be posted in it.")
    if author.id not in place.members:
        raise BadRequest(f"{author.label} is not in that conversation.")
    return author, place


def _react(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    person, place = workspace.find_person(text(fields, "as")), conversation(workspace, fields)
    name = text(fields, "emoji").strip().strip(":")
    return {"added": workspace.react(place, text(fields, "ts"), person, name)}


def _events(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    trouble, seconds = workspace.event_trouble, number(fields, "seconds", AGAIN_SECONDS)
    match text(fields, "do"):
        case "get lost":
            trouble.lost = True
        case "arrive":
            trouble.lost = False
        case "come again":
            workspace.tell_again(seconds)
        case "come late":
            trouble.delay_next(seconds)
        case _:
            raise BadRequest("Events get lost, arrive, come again or come late.")
    return {}


def _reading(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    limited = fields.get("limited")
    if not isinstance(limited, bool):
        raise BadRequest("The field 'limited' is neither true nor false.")
    workspace.limits.limit_reading(limited)
    return {}


def _edit(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    workspace.edit(conversation(workspace, fields), text(fields, "ts"), text(fields, "text"))
    return {}


def _delete(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    workspace.delete(conversation(workspace, fields), text(fields, "ts"))
    return {}


def _add_fault(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    fault, method = parse_fault(text(fields, "spec")), optional_text(fields, "method")
    if method not in (None, ANY_METHOD, *METHODS):
        raise BadRequest(f"There is no method {method!r} here; {ANY_METHOD!r} is every method.")
    workspace.faults.add(fault, method)
    return {"waiting": workspace.faults.waiting}


def clear_faults(workspace: Workspace, _fields: dict[str, Any]) -> dict[str, Any]:
    """Let every call go well again."""
    workspace.faults.clear()
    return {"waiting": []}


def _add_person(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    name = text(fields, "name").strip()
    if len(name) > LONGEST_NAME:
        raise BadRequest(f"That is too long for a name: at most {LONGEST_NAME} characters.")
    if any(person.real_name.casefold() == name.casefold() for person in workspace.people):
        raise BadRequest(f"{name} is here already.")
    person = workspace.add_person(name)
    for place in workspace.conversations:
        if place.kind == "channel" and not place.archived:
            workspace.join(person, place)
    return {"id": person.id}


def _add_channel(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    name = text(fields, "name").strip().lstrip("#")
    if not _names_a_channel(name):
        raise BadRequest(
            "A channel's name has small letters, digits, hyphens and underscores, at most 80."
        )
    if name in workspace.roster.channels:
        raise BadRequest(f"There is a channel #{name} already.")
    return {"id": workspace.add_channel(name).id}


def _names_a_channel(name: str) -> bool:
    letters = name.replace("-", "").replace("_", "")
    return letters.isalnum() and name == name.lower() and len(name) <= LONGEST_NAME


def _archive(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    workspace.archive(conversation(workspace, fields))
    return {}


def _revoke(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    token = optional_text(fields, "token")
    active = [installation.token for installation in workspace.installations.active()]
    for ended in [token] if token else active:
        workspace.revoke(ended)
    return {}


def _install(workspace: Workspace, _fields: dict[str, Any]) -> dict[str, Any]:
    person = workspace.speaker or next(iter(workspace.people), None)
    if person is None:
        raise NotInWorkspace("There is nobody to install the app for.")
    return {"token": workspace.install_app(person)}


def _reset(workspace: Workspace, _fields: dict[str, Any]) -> dict[str, Any]:
    workspace.reset()
    return {}


ACTIONS: dict[str, Action] = {
    "say": _say,
    "share": _share,
    "make": _make,
    "bot": _say_as_bot,
    "react": _react,
    "events": _events,
    "reading": _reading,
    "edit": _edit,
    "delete": _delete,
    "faults": _add_fault,
    "person": _add_person,
    "channel": _add_channel,
    "archive": _archive,
    "revoke": _revoke,
    "install": _install,
    "reset": _reset,
}
