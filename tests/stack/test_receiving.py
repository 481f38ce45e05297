"""What comes to the deployed events address without being Slack's, or without sense."""

import json
import time

import httpx
import pytest

from local.cli.checks import signed_headers
from local.stack.start import RunningStack
from tests.patience import eventually
from tests.stack.asking import direct_message, items, send_event

pytestmark = pytest.mark.stack

SECRET_WORDS = "the password is swordfish"


def log_of_receive(stack: RunningStack) -> str:
    return "\n".join(stack.deployment.log("receive", limit=1000))


@pytest.fixture
def message(stack: RunningStack) -> bytes:
    return direct_message(stack, SECRET_WORDS, "1790000001.000100", "Ev0UNTRUE")


@pytest.mark.parametrize(
    "headers",
    [
        {"x_slack_signature": "v0=" + "0" * 64},
        {"x_slack_signature": ""},
        {"x_slack_request_timestamp": "1"},
        {"x_slack_request_timestamp": "99999999999"},
        {"x_slack_request_timestamp": "yesterday"},
        {"x_slack_request_timestamp": ""},
        {"x_slack_request_timestamp": "-1"},
    ],
    ids=str,
)
def test_what_slack_did_not_sign_just_now_is_refused_and_leaves_nothing(
    stack: RunningStack, message, headers
):
    before = items(stack)
    assert send_event(stack, message, **headers).status_code == 401
    assert items(stack) == before
    assert "swordfish" not in log_of_receive(stack)
    assert stack.room.say("ask slack for replies")["heard"] == "No replies."


def test_a_request_without_a_signature_is_refused(stack: RunningStack, message):
    before = items(stack)
    assert httpx.post(stack.deployment.events_url, content=message).status_code == 401
    assert items(stack) == before


def test_a_signature_of_another_body_is_refused(stack: RunningStack, message):
    headers = signed_headers(stack.workspace.signing_secret, b"{}", time.time())
    answer = httpx.post(stack.deployment.events_url, content=message, headers=headers)
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        f"{SECRET_WORDS}, and no JSON".encode(),
        f'["{SECRET_WORDS}"]'.encode(),
        json.dumps({"type": "brand_new", "text": SECRET_WORDS}).encode(),
        json.dumps({"type": "event_callback", "event": {"type": SECRET_WORDS}}).encode(),
        b"",
    ],
    ids=["no JSON", "list", "unknown", "unknown event", "empty"],
)
def test_what_slack_signed_and_nobody_understands_is_answered_and_leaves_nothing(
    stack: RunningStack, body
):
    before = items(stack)
    assert send_event(stack, body).status_code == 200
    assert items(stack) == before
    assert "swordfish" not in log_of_receive(stack)


def test_the_log_says_what_was_done_with_a_request(stack: RunningStack, message):
    send_event(stack, message, x_slack_signature="v0=" + "0" * 64)
    send_event(stack, message)
    assert eventually(lambda: '"done":"not signed by Slack"' in log_of_receive(stack))
    assert eventually(lambda: '"event_id":"Ev0UNTRUE"' in log_of_receive(stack))


@pytest.mark.parametrize("path", ["/more", "/../skill"])
def test_other_paths_are_not_there(stack: RunningStack, message, path):
    assert send_event(stack, message, path).status_code == 404


def test_other_methods_are_not_there(stack: RunningStack):
    assert httpx.get(stack.deployment.events_url).status_code == 404
