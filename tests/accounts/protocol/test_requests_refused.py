"""Requests that are refused before anything is looked up: RFC 6749 and RFC 7636, line by line."""

import base64

import pytest

from local.world.aws.moto_cloud import ALEXA_CLIENT, ALEXA_SECRET
from local.world.in_process import ISSUER
from tests.accounts.linking_world import REDIRECT, STATE, authorization


def basic(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "somebody"},
        {"client_id": None},
        {"redirect_uri": None},
        {"redirect_uri": f"{REDIRECT}/"},
        {"redirect_uri": f"{REDIRECT}?x=1"},
        {"redirect_uri": f"{REDIRECT}2"},
        {"redirect_uri": REDIRECT.replace("https", "http")},
        {"redirect_uri": REDIRECT.replace("pitangui", "PITANGUI")},
        {"redirect_uri": "https://pitangui.amazon.com.evil.example/api/skill/link/M0LOCAL"},
        {"redirect_uri": "https://pitangui.amazon.com@evil.example/api/skill/link/M0LOCAL"},
        {"redirect_uri": "javascript:alert(1)"},
        {"state": "\u00e9"},
        {"state": "x" * 3000},
    ],
)
def test_who_is_not_known_gets_our_own_page_and_no_redirect(still, changes):
    answer = still.browser().get("/authorize", authorization(**changes))
    assert answer.status == 400
    assert "location" not in answer.headers
    assert answer.title == "This cannot be linked"


@pytest.mark.parametrize("doubled", ["client_id=evil", f"redirect_uri={REDIRECT}"])
def test_a_client_named_twice_gets_our_own_page(still, doubled):
    query = "&".join(f"{name}={value}" for name, value in authorization(state="s").items())
    answer = still.browser().get("/authorize", f"{query}&{doubled}")
    assert (answer.status, "location" in answer.headers) == (400, False)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": "code token"}, "unsupported_response_type"),
        ({"response_type": None}, "invalid_request"),
        ({"state": None}, "invalid_request"),
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge": "short"}, "invalid_request"),
        ({"code_challenge_method": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge": None, "code_challenge_method": None}, "invalid_request"),
        ({"scope": "everything"}, "invalid_scope"),
    ],
)
def test_what_else_is_wrong_goes_back_to_alexa_with_its_state(still, changes, error):
    answer = still.browser().get("/authorize", authorization(**changes))
    assert answer.status == 303
    assert answer.location.startswith(f"{REDIRECT}?")
    state = {} if changes.get("state", STATE) is None else {"state": STATE}
    assert answer.told == {"error": error, **state}


def test_a_parameter_that_nobody_knows_is_no_mistake(still):
    answer = still.browser().get("/authorize", {**authorization(), "source": "app"})
    assert answer.status == 200


@pytest.mark.parametrize(
    "authorization_header",
    [
        basic(f"{ALEXA_CLIENT}:wrong"),
        basic(f"somebody:{ALEXA_SECRET}"),
        basic(f"{ALEXA_CLIENT}{ALEXA_SECRET}"),
        "Basic not-base64",
        "Basic",
        f"Bearer {ALEXA_SECRET}",
        basic(":"),
    ],
)
def test_a_client_that_does_not_prove_who_it_is_gets_401(still, authorization_header):
    form = {"grant_type": "authorization_code", "code": "x"}
    answer = still.tokens(form, authorization=authorization_header)
    assert (answer.status, answer.json) == (401, {"error": "invalid_client"})
    assert answer.headers["www-authenticate"].startswith("Basic ")


def test_no_credentials_at_all_get_401(still):
    answer = still.tokens({"grant_type": "authorization_code", "code": "x"}, authorization="")
    assert (answer.status, answer.json) == (401, {"error": "invalid_client"})


def test_credentials_in_both_places_are_too_many(still):
    form = {"grant_type": "refresh_token", "refresh_token": "x", "client_secret": ALEXA_SECRET}
    assert still.tokens(form).json == {"error": "invalid_request"}


@pytest.mark.parametrize("kind", ["application/json", "", "text/plain"])
def test_a_token_request_is_a_form(still, kind):
    answer = still.tokens({"grant_type": "refresh_token"}, **{"content-type": kind or "x"})
    assert (answer.status, answer.json) == (400, {"error": "invalid_request"})


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST", "OPTIONS"])
def test_another_method_is_refused(still, method):
    answer = still.browser().send(method, "/slack/linked")
    assert (answer.status, answer.headers["allow"]) == (405, "GET")


def test_another_path_leads_nowhere(still):
    assert still.browser().get("/authorize/../token").status == 404


def test_pages_run_no_scripts_and_stand_in_no_frame(still):
    answer = still.browser().get("/authorize", authorization())
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "<script" not in answer.body
    # "no-referrer" makes a browser send "Origin: null" with our own form, which is refused.
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "max-age" in answer.headers["strict-transport-security"]


def test_what_a_request_says_is_escaped(still):
    answer = still.browser().get("/authorize", authorization(state='"><script>alert(1)</script>'))
    assert answer.status == 200
    assert "<script" not in answer.body
    assert answer.fields["state"] == '"><script>alert(1)</script>'


def test_clients_find_the_server(still):
    server = still.browser().get("/.well-known/oauth-authorization-server").json
    assert server["issuer"] == ISSUER
    assert server["code_challenge_methods_supported"] == ["S256"]
    assert server["authorization_endpoint"] == f"{ISSUER}/authorize"
    resource = still.browser().get("/.well-known/oauth-protected-resource").json
    assert resource["authorization_servers"] == [ISSUER]
