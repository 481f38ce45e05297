"""The page on which Slack asks somebody whether an app may act as them."""

from html import escape
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from local.workspace.model import Workspace
from local.workspace.team.entities import NotInWorkspace


def oauth_routes(workspace: Workspace) -> list[Route]:
    """Return the routes below /oauth/v2; who stands at the browser is chosen on the page."""

    async def ask(request: Request) -> Response:
        asked = dict(request.query_params)
        problem = _problem(workspace, asked)
        return HTMLResponse(problem, 400) if problem else HTMLResponse(_page(workspace, asked))

    async def decide(request: Request) -> Response:
        given = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        problem = _problem(workspace, given)
        if problem:
            return HTMLResponse(problem, 400)
        told = {"state": given.get("state", "")}
        if given.get("decision") == "allow":
            try:
                told["code"] = _code(workspace, given)
            except NotInWorkspace as nobody:
                return HTMLResponse(escape(str(nobody)), 400)
        else:
            told["error"] = "access_denied"
        there = f"{given['redirect_uri']}?{urlencode(told)}"
        return RedirectResponse(there, status_code=302)

    return [
        Route("/authorize", ask, methods=["GET"]),
        Route("/authorize", decide, methods=["POST"]),
    ]


def _code(workspace: Workspace, given: dict[str, str]) -> str:
    with workspace.lock:
        person = workspace.find_person(given.get("person", ""))
        scopes = [scope for scope in given.get("user_scope", "").split(",") if scope]
        return workspace.consents.consent(person, scopes, given["redirect_uri"])


def _problem(workspace: Workspace, asked: dict[str, str]) -> str:
    app = workspace.consents.app
    if asked.get("client_id") != app.client_id:
        return "invalid_client_id"
    there = asked.get("redirect_uri", "")
    is_known = there in app.redirect_uris if app.redirect_uris else bool(there)
    return "" if is_known else "bad_redirect_uri"


def _page(workspace: Workspace, asked: dict[str, str]) -> str:
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in asked.items()
    )
    scopes = "".join(
        f"<li>{escape(scope)}</li>" for scope in asked.get("user_scope", "").split(",") if scope
    )
    people = "".join(
        f'<option value="{person.id}">{escape(person.real_name)}</option>'
        for person in workspace.people
        if not person.deleted and not person.is_bot
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Local Slack</title>'
        f"</head><body><h1>{escape(workspace.app_name)} asks to act as you in "
        f"{escape(workspace.team_name)}</h1><ul>{scopes}</ul>"
        f'<form method="post" action="/oauth/v2/authorize">{hidden}'
        f'<label>Signed in as <select name="person">{people}</select></label> '
        '<button name="decision" value="allow">Allow</button> '
        '<button name="decision" value="deny">Cancel</button></form></body></html>'
    )
