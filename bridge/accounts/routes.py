"""Which request goes where; whatever comes is answered, and nothing that it holds is told."""

from collections.abc import Callable, Mapping
from typing import Any

from bridge.accounts.alexa_tokens import give
from bridge.accounts.beginning import ask_again, begin, explain
from bridge.accounts.completion import cancel, finish
from bridge.accounts.consent import come_back
from bridge.accounts.http import COOKIE, Answer, Request, shown, told as json_told
from bridge.accounts.pages import told
from bridge.accounts.protocol import metadata
from bridge.accounts.services import AccountServices
from bridge.links.secrets import SecretError
from postbox.accounts.linking import Linking
from postbox.store.errors import MailboxError

Step = Callable[[str, Linking, AccountServices], Answer]

_STEPS: Mapping[str, Step] = {
    "/authorize/again": ask_again,
    "/authorize/finish": finish,
    "/authorize/cancel": cancel,
}
"""What is pressed on the page after Slack's."""
PATHS: Mapping[str, frozenset[str]] = {
    "/authorize": frozenset({"GET", "POST"}),
    **{path: frozenset({"POST"}) for path in _STEPS},
    "/slack/linked": frozenset({"GET"}),
    "/token": frozenset({"POST"}),
    metadata.SERVER_PATH: frozenset({"GET"}),
    metadata.RESOURCE_PATH: frozenset({"GET"}),
}


def answer(event: Mapping[str, Any], services: AccountServices) -> Answer:
    """Answer one HTTP API request (payload format 2.0)."""
    request = Request.read(event)
    methods = PATHS.get(request.path)
    if methods is None:
        return shown(told.not_found(), 404, "no such path")
    if request.method not in methods:
        page = shown(told.not_found(), 405, "no such method")
        return Answer(405, page.done, page.body, {**page.headers, "allow": ", ".join(methods)})
    try:
        return _answer(request, services)
    except (MailboxError, SecretError) as error:
        # Their words name parameters, operations and codes, and nothing that was sent.
        return _trouble(request, str(error))


def _answer(request: Request, services: AccountServices) -> Answer:
    match request.path, request.method:
        case "/token", _:
            return give(request, services)
        case metadata.SERVER_PATH, _:
            return json_told(metadata.server(services.issuer), 200, "metadata")
        case metadata.RESOURCE_PATH, _:
            return json_told(metadata.resource(services.issuer), 200, "metadata")
        case "/authorize", "GET":
            return explain(request, services)
        case "/slack/linked", _:
            return come_back(request, services, request.cookies.get(COOKIE, ""))
    if not request.comes_from(services.issuer):
        return shown(told.over(), 403, "a form of another page")
    if request.path == "/authorize":
        return begin(request, services)
    linking_id = request.cookies.get(COOKIE, "")
    linking = services.linkings.get(linking_id, services.clock())
    if linking is None:
        return shown(told.over(), 400, "no such linking")
    return _STEPS[request.path](linking_id, linking, services)


def _trouble(request: Request, why: str) -> Answer:
    """Trouble of our own: who asks may ask again."""
    if request.path == "/token":
        again = {"retry-after": "2"}
        return json_told({"error": "temporarily_unavailable"}, 503, why, **again)
    return shown(told.trouble(), 503, why)
