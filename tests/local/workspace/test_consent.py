"""The local workspace asks people for consent, and gives tokens for it, as Slack does."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from local.workspace import Workspace, create_app, demo_workspace, serve

THERE = "https://earshot.example/slack/linked"
HALF_A_DAY = 43_200


@pytest.fixture
def time() -> list[float]:
    return [1_790_000_000.0]


@pytest.fixture
def workspace(time: list[float]) -> Workspace:
    return demo_workspace(lambda: time[0])[0]


@pytest.fixture
def browser(workspace: Workspace) -> Iterator[httpx.Client]:
    with (
        serve(create_app(workspace)) as served,
        httpx.Client(base_url=served.url) as client,
    ):
        yield client


def asked(workspace: Workspace, **changes: str) -> dict[str, str]:
    usual = {
        "client_id": workspace.consents.app.client_id,
        "user_scope": "chat:write,users:read",
        "redirect_uri": THERE,
        "state": "s",
    }
    return {**usual, **changes}


def decide(browser: httpx.Client, workspace: Workspace, decision: str) -> dict[str, str]:
    form = {**asked(workspace), "person": "Kevin Park", "decision": decision}
    back = browser.post("/oauth/v2/authorize", data=form)
    assert back.status_code == 302
    assert back.headers["location"].startswith(f"{THERE}?")
    return {
        name: values[0]
        for name, values in parse_qs(urlsplit(back.headers["location"]).query).items()
    }


def access(browser: httpx.Client, workspace: Workspace, **form: str) -> dict:
    app = workspace.consents.app
    usual = {"client_id": app.client_id, "client_secret": app.client_secret}
    return browser.post("/api/oauth.v2.access", data={**usual, **form}).json()


def test_the_page_says_who_asks_for_what(browser, workspace):
    page = browser.get("/oauth/v2/authorize", params=asked(workspace))
    assert "Kevin Park" in page.text
    assert "chat:write" in page.text


@pytest.mark.parametrize("changes", [{"client_id": "x"}, {"redirect_uri": ""}])
def test_an_app_that_nobody_knows_asks_for_nothing(browser, workspace, changes):
    page = browser.get("/oauth/v2/authorize", params=asked(workspace, **changes))
    assert page.status_code == 400


def test_a_consent_is_a_token_of_a_user_below_authed_user(browser, workspace):
    back = decide(browser, workspace, "allow")
    assert back["state"] == "s"
    answer = access(browser, workspace, code=back["code"], redirect_uri=THERE)
    assert "access_token" not in answer
    user = answer["authed_user"]
    assert user["scope"] == "chat:write,users:read"
    headers = {"authorization": f"Bearer {user['access_token']}"}
    assert browser.post("/api/auth.test", headers=headers).json()["user"] == "kevin"
    again = access(browser, workspace, code=back["code"], redirect_uri=THERE)
    assert again == {"ok": False, "error": "invalid_code"}


def test_who_does_not_consent_is_told_of(browser, workspace):
    assert decide(browser, workspace, "deny") == {"error": "access_denied", "state": "s"}


def test_a_code_counts_for_its_own_address_and_secret(browser, workspace):
    code = decide(browser, workspace, "allow")["code"]
    wrong = access(browser, workspace, code=code, redirect_uri=THERE, client_secret="x")
    assert wrong["error"] == "bad_client_secret"
    assert access(browser, workspace, code=code, redirect_uri="x")["error"] == "bad_redirect_uri"


def test_tokens_that_end_are_renewed_once(browser, workspace, time):
    workspace.consents.app.rotates = True
    code = decide(browser, workspace, "allow")["code"]
    user = access(browser, workspace, code=code, redirect_uri=THERE)["authed_user"]
    time[0] += HALF_A_DAY
    headers = {"authorization": f"Bearer {user['access_token']}"}
    assert browser.post("/api/auth.test", headers=headers).json()["error"] == "token_expired"
    form = {"grant_type": "refresh_token", "refresh_token": user["refresh_token"]}
    newer = access(browser, workspace, **form)
    headers = {"authorization": f"Bearer {newer['access_token']}"}
    assert browser.post("/api/auth.test", headers=headers).json()["ok"]
    assert access(browser, workspace, **form)["error"] == "invalid_refresh_token"


def test_a_token_is_given_back(browser, workspace):
    code = decide(browser, workspace, "allow")["code"]
    user = access(browser, workspace, code=code, redirect_uri=THERE)["authed_user"]
    headers = {"authorization": f"Bearer {user['access_token']}"}
    assert browser.post("/api/auth.revoke", headers=headers).json()["revoked"]
    assert browser.post("/api/auth.test", headers=headers).json()["error"] == "token_revoked"
