"""`earshot setup --accounts`: the same way for several people, with account linking at its end."""

import json
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from local.cli import checks
from local.cli.checks.account_linking import METADATA
from local.cli.deployment import Deployed
from local.cli.setup import guide
from local.workspace import serve
from tests.local.cli.deployment.setup.conftest import SKILL_ID, STAGE, Bench

pytestmark = pytest.mark.stack

ARN = "arn:aws:lambda:us-east-1:123456789012:function:earshot-mine-skill"
VENDOR = "M2ABCDEFGH"


@pytest.fixture
def deployed_with(monkeypatch) -> Iterator[list[dict[str, str]]]:
    """Deploy nowhere, but answer there as a deployment with accounts; yield its parameters."""
    given: list[dict[str, str]] = []

    async def events(request: Request) -> Response:
        return PlainTextResponse((await request.json())["challenge"])

    async def metadata(request: Request) -> Response:
        return JSONResponse({"issuer": str(request.base_url).rstrip("/")})

    routes = [Route("/slack/events", events, methods=["POST"]), Route(METADATA, metadata)]
    monkeypatch.setattr(guide, "deploy_once", lambda *parts: given.append(parts[2]))
    monkeypatch.setattr(checks, "skill_arn", lambda _deployed: ARN)
    with serve(Starlette(routes=routes)) as served:
        there = Deployed(STAGE, "us-east-1", None, "", "", "", f"{served.url}/slack/events")
        monkeypatch.setattr(guide, "find", lambda *_where: there)
        yield given


def test_from_nothing_to_where_everybody_links(bench: Bench, deployed_with):
    app = bench.workspace.consents.app
    bench.options = ["--accounts"]
    typed = (app.client_id, app.client_secret, bench.secret, SKILL_ID)
    whole = bench.setup(*typed, "general", "", "not one", VENDOR, "", "", "")
    assert whole.exit_code == 0, whole.stdout + whole.stderr
    (parameters,) = deployed_with
    assert parameters["accounts"] == "yes"
    assert parameters["alexaVendorIds"] == VENDOR
    assert parameters["slackClientId"] == app.client_id
    assert parameters["slackAuthorizeUrl"].endswith("/oauth/v2/authorize")
    assert bench.stored("slack/client-secret") == app.client_secret
    assert bench.stored("slack/signing-secret") == bench.secret
    made = bench.stored("alexa/client-secret")
    assert made is not None
    assert len(made) == 64

    assert "A vendor id begins with M" in whole.stdout
    assert "/authorize" in whole.stdout
    assert "PKCE: on, S256" in whole.stdout
    assert f"earshot setup --stage {STAGE} --region us-east-1 --accounts" in whole.stdout
    shown = whole.stdout + whole.stderr
    assert not any(secret in shown for secret in (app.client_secret, bench.secret, made))
    manifest = json.loads((bench.folder / "slack-manifest.json").read_text())
    assert manifest["settings"]["token_rotation_enabled"]
    (redirect,) = manifest["oauth_config"]["redirect_urls"]
    assert redirect.endswith("/slack/linked")

    again = bench.setup()
    assert again.exit_code == 0, again.stderr
    assert again.stdout.count("Done already") == 3
    assert bench.stored("alexa/client-secret") == made

    bench.options = []
    other = bench.setup()
    assert other.exit_code == 1
    assert "This stage was set up with --accounts." in other.stderr
    assert len(deployed_with) == 2
