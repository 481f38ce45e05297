"""Every wrong turn of a linking is answered as RFC 6749 asks, or in words."""

import pytest

from bridge.accounts.scopes import SCOPES
from local.world.aws.moto_cloud import ALEXA_CLIENT, ALEXA_SECRET
from postbox.accounts.grant import CODE_SECONDS, REPEATED_SECONDS
from postbox.accounts.linking import LINKING_SECONDS
from tests.accounts.linking_world import REDIRECT, STATE, VERIFIER


def test_who_does_not_consent_is_told_and_may_try_again(world):
    browser = world.browser()
    page = browser.get("/slack/linked", browser.at_slack(browser.begin(), "Giselle", "deny"))
    assert page.title == "Nothing is linked yet"
    assert "did not consent" in page.body
    assert browser.press("/authorize/finish").status == 400
    again = browser.press("/authorize/again")
    browser.get("/slack/linked", browser.at_slack(again, "Giselle"))
    assert browser.finish()


def test_who_cancels_goes_back_to_alexa_and_the_token_is_given_back(world):
    browser = world.browser()
    browser.consent("Giselle")
    answer = browser.press("/authorize/cancel")
    assert answer.told == {"error": "access_denied", "state": STATE}
    assert not world.parts.workspace.installations.active()
    assert browser.press("/authorize/finish").title == "Please begin again"


def test_cancelling_leaves_an_account_alone_that_uses_the_same_token(world):
    world.linked("Giselle")
    browser = world.browser()
    browser.consent("Giselle")
    browser.press("/authorize/cancel")
    assert world.parts.workspace.installations.active()


def test_the_state_of_slack_counts_once_and_in_its_own_browser_alone(world):
    browser, other = world.browser(), world.browser()
    back = browser.at_slack(browser.begin(), "Giselle")
    other.begin()
    assert other.get("/slack/linked", back).title == "Please begin again"
    assert world.browser().get("/slack/linked", back).title == "Please begin again"
    wrong = {**back, "state": "0" * 64}
    assert browser.get("/slack/linked", wrong).title == "Please begin again"
    assert browser.get("/slack/linked", back).title == "Almost done"
    assert browser.get("/slack/linked", back).title == "Please begin again"


def test_a_code_of_slacks_that_is_none_is_told(world):
    browser = world.browser()
    back = browser.at_slack(browser.begin(), "Giselle")
    page = browser.get("/slack/linked", {**back, "code": "made-up"})
    assert page.title == "Nothing is linked yet"
    assert "Slack did not answer as it should" in page.body


def test_a_linking_ends_after_a_quarter_of_an_hour(world):
    browser = world.browser()
    browser.consent("Giselle")
    world.parts.clock.step(LINKING_SECONDS)
    assert browser.press("/authorize/finish").title == "Please begin again"


def test_a_linking_is_finished_once(world):
    browser = world.browser()
    browser.consent("Giselle")
    kept = dict(browser.cookies)
    browser.finish()
    browser.cookies = kept
    assert browser.press("/authorize/finish").title == "Please begin again"


@pytest.mark.parametrize("path", ["/authorize", "/authorize/finish", "/authorize/again"])
def test_a_form_on_a_strangers_page_does_nothing(world, path):
    browser = world.browser()
    browser.consent("Giselle")
    headers = {"origin": "https://evil.example"}
    answer = browser.send("POST", path, headers=headers)
    assert answer.status == 403
    assert not [item for item in world.items() if item["pk"]["S"].startswith("ACCOUNT#")]


def test_a_whole_organisations_consent_is_refused_in_words(world):
    world.parts.workspace.consents.app.for_organisation = True
    page = world.browser().consent("Giselle")
    assert "single workspaces" in page.body
    assert page.title == "Nothing is linked yet"
    assert not world.parts.workspace.installations.active()


def test_partial_scopes_are_told_on_the_page(world):
    world.parts.workspace.consents.app.withheld = {"reactions:write", "im:history"}
    page = world.browser().consent("Kevin")
    assert "Not permitted, at least in part: read aloud your direct messages; add" in page.body


def test_a_consent_without_any_scope_is_refused_in_words(world):
    world.parts.workspace.consents.app.withheld = set(SCOPES)
    page = world.browser().consent("Kevin")
    assert page.title == "Nothing is linked yet"
    assert "no permission to act as you" in page.body


@pytest.fixture
def code(world) -> str:
    return world.browser().link("Giselle")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"grant_type": None}, "invalid_request"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": "client_credentials"}, "unsupported_grant_type"),
        ({"code": None}, "invalid_request"),
        ({"code": "made-up"}, "invalid_grant"),
        ({"redirect_uri": None}, "invalid_request"),
        ({"redirect_uri": REDIRECT.replace("pitangui", "layla")}, "invalid_grant"),
        ({"code_verifier": None}, "invalid_request"),
        ({"code_verifier": "too-short"}, "invalid_request"),
        ({"code_verifier": VERIFIER[::-1]}, "invalid_grant"),
    ],
)
def test_a_code_is_taken_only_with_all_that_belongs_to_it(world, code, changes, error):
    answer = world.for_code(code, **changes)
    assert (answer.status, answer.json) == (400, {"error": error})
    # Who does not have all of it cannot use it up, either.
    assert world.for_code(code).status == 200


def test_a_code_lives_for_five_minutes(world, code):
    world.parts.clock.step(CODE_SECONDS)
    assert world.for_code(code).json == {"error": "invalid_grant"}


def test_a_code_that_comes_twice_ends_what_the_first_gave(world, code):
    tokens = world.for_code(code).json
    assert world.for_code(code).json == {"error": "invalid_grant"}
    assert world.access.account_of(tokens["access_token"], world.now) is None
    assert world.for_refresh(tokens["refresh_token"]).json == {"error": "invalid_grant"}


def test_a_refresh_token_that_was_used_before_ends_its_family(world, code):
    first = world.for_code(code).json
    second = world.for_refresh(first["refresh_token"]).json
    world.parts.clock.step(REPEATED_SECONDS + 1)
    assert world.for_refresh(first["refresh_token"]).json == {"error": "invalid_grant"}
    assert world.for_refresh(second["refresh_token"]).json == {"error": "invalid_grant"}
    assert world.access.account_of(second["access_token"], world.now) is None


def test_an_answer_that_got_lost_on_its_way_to_alexa_costs_nobody_the_link(world, code):
    first = world.for_code(code).json
    world.for_refresh(first["refresh_token"])
    world.parts.clock.step(5)
    again = world.for_refresh(first["refresh_token"])
    assert again.status == 200
    assert world.for_refresh(again.json["refresh_token"]).status == 200


@pytest.mark.parametrize("secret", [ALEXA_SECRET, "wrong"])
def test_credentials_in_the_body_count_as_well(world, code, secret):
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": REDIRECT,
        "code_verifier": VERIFIER,
        "client_id": ALEXA_CLIENT,
        "client_secret": secret,
    }
    assert world.tokens(form, authorization="").status == (200 if secret == ALEXA_SECRET else 401)


def test_a_scope_can_be_asked_for_again_and_none_beyond_it(world, code):
    refresh = world.for_code(code).json["refresh_token"]
    form = {"grant_type": "refresh_token", "refresh_token": refresh}
    assert world.tokens({**form, "scope": "more"}).json == {"error": "invalid_scope"}
    assert world.tokens({**form, "scope": "slack"}).status == 200


def test_no_answer_is_kept_by_anybody_on_the_way(world, code):
    for answer in (world.for_code(code), world.for_code("x")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-type"] == "application/json"
