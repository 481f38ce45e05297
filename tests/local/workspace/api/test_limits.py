"""Slack's rate limits, on the workspace's clock."""

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from local.workspace import Served, Workspace
from local.workspace.team.entities import Conversation
from local.world.clock import SteppedClock


def test_posting_faster_than_the_burst_is_told_how_long_to_wait(
    served: Served, token: str, workspace: Workspace, general: Conversation, clock: SteppedClock
) -> None:
    workspace.limits.post_burst = 2

    def post(channel: str) -> httpx.Response:
        fields = {"token": token, "channel": channel, "text": "x"}
        return httpx.post(f"{served.api_url}chat.postMessage", data=fields)

    assert [post(general.id).status_code for _ in range(3)] == [200, 200, 429]
    refused = post(general.id)
    assert refused.headers["Retry-After"] == "1"
    assert refused.json() == {"ok": False, "error": "ratelimited"}
    assert post(workspace.find_conversation("random").id).status_code == 200
    clock.step(1)
    assert post(general.id).status_code == 200
    assert len(workspace.messages(general)) == 3


def test_a_method_has_its_calls_per_minute_whoever_calls(
    slack: WebClient, workspace: Workspace, clock: SteppedClock
) -> None:
    workspace.limits.per_minute["users.info"] = 2
    kevin = workspace.find_person("Kevin")
    other = workspace.install_app(kevin)
    slack.users_info(user=kevin.id)
    slack.users_info(user=kevin.id, token=other)
    with pytest.raises(SlackApiError) as raised:
        slack.users_info(user=kevin.id)
    wait = int(raised.value.response.headers["Retry-After"])
    assert 1 <= wait <= 60
    slack.auth_test()
    clock.step(wait)
    slack.users_info(user=kevin.id)


def test_limits_can_be_scaled_and_turned_off(
    slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    workspace.limits.scale(0.1)
    slack.chat_postMessage(channel=general.id, text="x")
    with pytest.raises(SlackApiError):
        slack.chat_postMessage(channel=general.id, text="x")
    workspace.limits.off()
    slack.chat_postMessage(channel=general.id, text="x")
    workspace.limits.on()
    with pytest.raises(SlackApiError):
        slack.chat_postMessage(channel=general.id, text="x")


def test_a_refused_token_uses_up_no_call(slack: WebClient, workspace: Workspace) -> None:
    workspace.limits.per_minute["auth.test"] = 1
    for _ in range(3):
        with pytest.raises(SlackApiError, match="invalid_auth"):
            slack.auth_test(token="xoxp-unknown")
    slack.auth_test()
