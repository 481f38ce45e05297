"""The control API: what the page, the transcripts and the command line do in the workspace.

It asks for no token, so it must be served on a loopback address only. Errors are 400 and 404 with
{"error": a sentence}.
"""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.workspace.entities import Conversation, Message, NotInWorkspace
from local.workspace.faults import ANY_METHOD, parse_fault
from local.workspace.methods import METHODS
from local.workspace.model import Workspace
from local.workspace.text import as_seen
from local.workspace.watching import changes_stream

_Action = Callable[[Workspace, dict[str, Any]], dict[str, Any]]
_Endpoint = Callable[[Request], Awaitable[Response]]


class BadRequest(ValueError):
    """The request lacks something; the text is a sentence."""


def control_routes(workspace: Workspace) -> list[Route]:
    """Return the routes of the control API for this workspace."""
    routes = [
        Route(f"/{name}", _endpoint(workspace, action), methods=["POST"])
        for name, action in _ACTIONS.items()
    ]
    views = {"state": _state, "messages": _messages, "calls": _calls}
    routes += [
        Route(f"/{name}", _endpoint(workspace, view), methods=["GET"])
        for name, view in views.items()
    ]

    async def changes(_request: Request) -> Response:
        return changes_stream(workspace)

    routes.append(Route("/changes", changes, methods=["GET"]))
    routes.append(Route("/faults", _endpoint(workspace, _clear_faults), methods=["DELETE"]))
    return routes


def _endpoint(workspace: Workspace, action: _Action) -> _Endpoint:
    async def answer(request: Request) -> Response:
        try:
            fields = await _fields(request)
            with workspace.lock:
                return JSONResponse(action(workspace, fields))
        except NotInWorkspace as missing:
            return JSONResponse({"error": str(missing)}, 404)
        except ValueError as wrong:
            return JSONResponse({"error": str(wrong)}, 400)

    return answer


async def _fields(request: Request) -> dict[str, Any]:
    fields: dict[str, Any] = dict(request.query_params)
    if await request.body():
        try:
            sent = await request.json()
            json.dumps(sent, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as fault:
            raise BadRequest("The body is not JSON.") from fault
        if not isinstance(sent, dict):
            raise BadRequest("The body is not a JSON object.")
        fields.update(sent)
    return fields


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadRequest(f"The field {name!r} is missing or is not text.")
    return value


def _optional_text(fields: dict[str, Any], name: str) -> str | None:
    return _text(fields, name) if fields.get(name) else None


def _conversation(workspace: Workspace, fields: dict[str, Any]) -> Conversation:
    return workspace.find_conversation(_text(fields, "channel"))


def _state(workspace: Workspace, _fields: dict[str, Any]) -> dict[str, Any]:
    speaker = workspace.speaker
    return {
        "team": {
            "id": workspace.team_id,
            "name": workspace.team_name,
            "domain": workspace.domain,
        },
        "people": [
            {
                "id": person.id,
                "handle": person.handle,
                "real_name": person.real_name,
                "display_name": person.display_name,
            }
            for person in workspace.people
        ],
        "conversations": [
            {
                "id": conversation.id,
                "kind": conversation.kind,
                "name": conversation.name,
                "label": workspace.roster.label(conversation, speaker),
                "members": conversation.members,
                "archived": conversation.archived,
            }
            for conversation in workspace.conversations
        ],
        "speaker": speaker.id if speaker else None,
        "now": workspace.clock(),
    }


def _messages(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    conversation = _conversation(workspace, fields)
    names = workspace.roster.names()
    channels = {id_: name for name, id_ in workspace.roster.channels.items()}

    def shown(message: Message) -> dict[str, Any]:
        return {
            "ts": message.ts,
            "user": message.user,
            "author": names.get(message.user or "", message.username or ""),
            "text": as_seen(message.text, names, channels),
            "raw": message.text,
            "thread_ts": message.thread_ts,
            "edited": message.edited_ts is not None,
            "via_app": message.via_app,
        }

    return {"messages": [shown(message) for message in workspace.messages(conversation)]}


def _calls(workspace: Workspace, _fields: dict[str, Any]) -> dict[str, Any]:
    return dict(workspace.calls)


def _say(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    author = workspace.find_person(_text(fields, "as"))
    thread_ts = _optional_text(fields, "thread_ts")
    conversation = _conversation(workspace, fields)
    text = _text(fields, "text")
    if conversation.archived:
        raise BadRequest("The channel is archived: nothing more can be posted in it.")
    if author.id not in conversation.members:
        raise BadRequest(f"{author.label} is not in that conversation.")
    return {"ts": workspace.post(author, conversation, text, thread_ts).ts}


def _edit(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    conversation = _conversation(workspace, fields)
    workspace.edit(conversation, _text(fields, "ts"), _text(fields, "text"))
    return {}


def _delete(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    workspace.delete(_conversation(workspace, fields), _text(fields, "ts"))
    return {}


def _add_fault(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    fault, method = parse_fault(_text(fields, "spec")), _optional_text(fields, "method")
    if method not in (None, ANY_METHOD, *METHODS):
        raise BadRequest(f"There is no method {method!r} here; {ANY_METHOD!r} is every method.")
    workspace.faults.add(fault, method)
    return {"waiting": workspace.faults.waiting}


def _clear_faults(workspace: Workspace, _fields: dict[str, Any]) -> dict[str, Any]:
    workspace.faults.clear()
    return {"waiting": []}


def _archive(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    workspace.archive(_conversation(workspace, fields))
    return {}


def _revoke(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    token = _optional_text(fields, "token")
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


_ACTIONS: dict[str, _Action] = {
    "say": _say,
    "edit": _edit,
    "delete": _delete,
    "faults": _add_fault,
    "archive": _archive,
    "revoke": _revoke,
    "install": _install,
    "reset": _reset,
}
