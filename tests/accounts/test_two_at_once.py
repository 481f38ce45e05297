"""Of two token requests at the same moment one wins, and nothing is smuggled past the library."""

from typing import Any

import pytest

from postbox.accounts.stores.grants import Grants
from tests.accounts.linking_world import Linked


def another_first(monkeypatch: pytest.MonkeyPatch, step: str, request: Any) -> list[Any]:
    """Let another request be answered between the check of the next one and its saving."""
    real, answers = getattr(Grants, step), []

    def interrupted(grants: Grants, *given: Any) -> bool:
        monkeypatch.setattr(Grants, step, real)
        answers.append(request())
        done: bool = real(grants, *given)
        return done

    monkeypatch.setattr(Grants, step, interrupted)
    return answers


def test_of_two_exchanges_of_one_code_at_once_neither_is_believed(
    world: Linked, monkeypatch: pytest.MonkeyPatch
):
    code = world.browser().link("Giselle")
    first = another_first(monkeypatch, "redeem", lambda: world.for_code(code))
    late = world.for_code(code)
    assert (late.status, late.json) == (400, {"error": "invalid_grant"})
    assert [answer.status for answer in first] == [200]
    assert world.access.account_of(first[0].json["access_token"], world.now) is None


def test_of_two_renewals_by_one_token_at_once_one_wins_and_its_tokens_count(
    world: Linked, monkeypatch: pytest.MonkeyPatch
):
    token = world.linked("Giselle")["refresh_token"]
    first = another_first(monkeypatch, "renew", lambda: world.for_refresh(token))
    late = world.for_refresh(token)
    assert (late.status, late.json) == (400, {"error": "invalid_grant"})
    assert world.for_refresh(first[0].json["refresh_token"]).status == 200


@pytest.mark.parametrize(
    "name", ["client", "scopes", "user", "extra_credentials", "known", "expires_in", "claims"]
)
def test_what_the_library_keeps_under_a_name_is_no_parameter(world: Linked, name: str):
    code = world.browser().link("Giselle")
    plain = world.for_code(code, **{name: "evil"}).json
    assert (plain["scope"], plain["expires_in"]) == ("slack", 3600)
    assert "evil" not in str(plain)


def test_a_token_request_has_nothing_in_its_address(world: Linked):
    code = world.browser().link("Giselle")
    asked = world.browser().send(
        "POST",
        "/token",
        query={"code": code, "grant_type": "authorization_code"},
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert (asked.status, asked.json) == (400, {"error": "invalid_request"})
