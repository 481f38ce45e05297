"""Slack's requests at the receive function, answered as Slack's rules ask."""

import base64
import json

import pytest

from bridge.events.request import LONGEST
from local.cli.checks import signed_headers
from local.conversations.steps import Setting
from local.world.aws.moto_cloud import SIGNING_SECRET_PARAMETER, TABLE
from local.world.played import PlayedInProcess, world_for
from tests.entry.door.slack_requests import ask, event


def items(world: PlayedInProcess) -> int:
    """Count what is kept; which app signs with the secret is nothing that Slack tells of."""
    found = world.parts.cloud.client("dynamodb").scan(TableName=TABLE)["Items"]
    return sum(not item["pk"]["S"].startswith("APP#") for item in found)


def test_the_address_is_verified_with_its_challenge(world: PlayedInProcess):
    answer = ask(world, b'{"type": "url_verification", "challenge": "abc"}')
    assert (answer["statusCode"], answer["body"]) == (200, "abc")


def test_a_signed_event_is_kept(world):
    assert ask(world, event(world))["statusCode"] == 200
    assert world.say("ask slack for replies").heard == "Kevin says: hi"


def test_a_body_in_base64_is_the_same_body(world):
    body = event(world)
    encoded = base64.b64encode(body).decode()
    assert ask(world, body, body=encoded, isBase64Encoded=True)["statusCode"] == 200
    assert world.say("ask slack for replies").heard == "Kevin says: hi"


@pytest.mark.parametrize(
    "changes",
    [
        {"headers": {}},
        {"headers": None},
        {"body": "{}"},
        {"body": None},
        {"body": "not base64!", "isBase64Encoded": True},
        {"body": 5},
    ],
)
def test_what_slack_did_not_sign_is_refused_and_not_kept(world, changes):
    before = items(world)
    assert ask(world, event(world), **changes)["statusCode"] == 401
    assert items(world) == before


@pytest.mark.parametrize("timestamp", ["abc", "", "1", "-1", "99999999999"])
def test_a_strange_or_stale_timestamp_is_refused(world, timestamp):
    secret = world.parts.workspace.signing_secret
    headers = signed_headers(secret, event(world), world.parts.clock())
    headers["x-slack-request-timestamp"] = timestamp
    assert ask(world, event(world), headers=headers)["statusCode"] == 401


@pytest.mark.parametrize("in_base64", [False, True])
def test_what_is_longer_than_any_event_is_refused_before_it_is_read(world, in_base64):
    long = event(world, padding="x" * LONGEST)
    body = base64.b64encode(long).decode() if in_base64 else long.decode()
    before = items(world)
    answer = ask(world, long, body=body, isBase64Encoded=in_base64)
    assert (answer["statusCode"], items(world)) == (413, before)


def test_header_names_in_any_case_are_read(world):
    body = event(world)
    headers = signed_headers(world.parts.workspace.signing_secret, body, world.parts.clock())
    upper = {name.upper(): value for name, value in headers.items()}
    assert ask(world, body, headers=upper)["statusCode"] == 200


@pytest.mark.parametrize(
    "body",
    [
        b"no json",
        b"[]",
        b"null",
        b"{}",
        b'{"type": "brand_new"}',
        b'{"type": "app_rate_limited", "minute_rate_limited": 1}',
        b'{"type": "event_callback"}',
        b'{"type": "event_callback", "event": {"type": "message"}}',
        b'{"type": "event_callback", "event": []}',
        b"[" * 100_000,
    ],
    ids=lambda body: body[:40].decode(),
)
def test_what_slack_signed_and_nobody_understands_is_answered_and_not_kept(world, body):
    before = items(world)
    assert ask(world, body)["statusCode"] == 200
    assert items(world) == before


@pytest.mark.parametrize("app_id", ["A0ANOTHER", "", None, 5])
def test_an_event_that_was_told_to_another_app_changes_nothing(world, app_id):
    ask(world, event(world))
    gone = {"type": "app_uninstalled", "event_ts": "1790000002.000000"}
    before = items(world)
    for told in (event(world, api_app_id=app_id), event(world, api_app_id=app_id, event=gone)):
        assert ask(world, told)["statusCode"] == 200
    assert items(world) == before
    assert world.say("ask slack for replies").heard == "Kevin says: hi"


def test_a_new_signing_secret_is_one_of_a_new_app(world):
    ask(world, event(world))
    world.parts.workspace.signing_secret = "another secret"
    world.parts.cloud.put_parameter(SIGNING_SECRET_PARAMETER, "another secret")
    world.parts.clock.step(600)
    assert ask(world, event(world, api_app_id="A0NEWAPP"))["statusCode"] == 200
    ts = "1790000600.000100"
    told = {**json.loads(event(world))["event"], "text": "from the new app", "ts": ts}
    assert ask(world, event(world, api_app_id="A0NEWAPP", event=told))["statusCode"] == 200
    assert "from the new app" in world.say("ask slack for replies").heard


@pytest.mark.parametrize("digits", [400, 5000, 100_000])
def test_a_number_without_end_keeps_no_message_back(world, digits):
    told = {**json.loads(event(world))["event"], "metadata": {"event_payload": {"n": "ENDLESS"}}}
    body = event(world, event=told).replace(b'"ENDLESS"', b"9" * digits)
    assert ask(world, body)["statusCode"] == 200
    assert world.say("ask slack for replies").heard == "Kevin says: hi"


def test_what_slack_signed_and_is_no_json_is_told_of(capsys):
    with world_for(Setting(), loud=True) as world:
        assert ask(world, b'{"type": "event_callback", "event"')["statusCode"] == 200
    assert '"SetAside"' in capsys.readouterr().out


def test_events_of_a_workspace_that_nobody_linked_are_not_kept(world):
    before = items(world)
    assert ask(world, event(world, team_id="T999"))["statusCode"] == 200
    assert items(world) == before


def test_a_deletion_in_an_unlinked_workspace_is_not_kept(world):
    gone = {"type": "message", "subtype": "message_deleted", "channel": "C1", "deleted_ts": "1.0"}
    before = items(world)
    assert ask(world, event(world, team_id="T999", event=gone))["statusCode"] == 200
    assert items(world) == before
