"""Faults over a real connection: what Slack's own client raises, and what was stored."""

import http.client
import threading
import time
from collections.abc import Callable

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from local.workspace import Served, Workspace, create_app, parse_fault, serve
from local.workspace.team.entities import Conversation
from local.world.clock import SteppedClock
from local.world.patience import Patience


@pytest.fixture
def impatient(served: Served, token: str) -> WebClient:
    """A client that gives up soon: only for calls that never end in time."""
    return WebClient(token, base_url=served.api_url, retry_handlers=[], timeout=1)


@pytest.fixture
def stored(workspace: Workspace, general: Conversation) -> Callable[[], int]:
    return lambda: len(workspace.messages(general))


@pytest.mark.parametrize(
    ("spec", "raised", "stores"),
    [
        ("drops the answer", http.client.RemoteDisconnected, 1),
        ("resets", ConnectionResetError, 0),
        ("half an answer", http.client.IncompleteRead, 1),
        ("429", SlackApiError, 0),
        ("500", SlackApiError, 0),
        ("503", SlackApiError, 0),
        ("500 after storing", SlackApiError, 1),
        ("html", SlackApiError, 0),
        ("html after storing", SlackApiError, 1),
        ("is_archived", SlackApiError, 0),
    ],
)
def test_a_fault_is_what_slacks_client_raises_for_it(
    slack: WebClient,
    workspace: Workspace,
    general: Conversation,
    stored: Callable[[], int],
    spec: str,
    raised: type[Exception],
    stores: int,
) -> None:
    workspace.faults.add(parse_fault(spec))
    with pytest.raises(raised) as caught:
        slack.chat_postMessage(channel=general.id, text="x")
    assert type(caught.value) is raised
    assert stored() == stores
    assert workspace.calls["chat.postMessage"] == 1
    assert slack.chat_postMessage(channel=general.id, text="y")["ok"] is True


@pytest.mark.parametrize(
    ("spec", "stores"), [("hangs", 0), ("hangs after storing", 1), ("slow 600 s", 1)]
)
def test_what_does_not_answer_is_a_time_out_and_took_effect_or_not(
    impatient: WebClient,
    slack: WebClient,
    workspace: Workspace,
    general: Conversation,
    stored: Callable[[], int],
    spec: str,
    stores: int,
) -> None:
    workspace.faults.add(parse_fault(spec))
    with pytest.raises(TimeoutError):
        impatient.chat_postMessage(channel=general.id, text="x")
    # On a busy machine the client may give up before the server has come to it.
    while not workspace.calls["chat.postMessage"]:
        slack.auth_test()
    assert slack.chat_postMessage(channel=general.id, text="y")["ok"] is True
    assert stored() == stores + 1


def test_a_client_that_is_told_of_a_hanging_call_times_out_at_once(
    workspace: Workspace, general: Conversation, token: str
) -> None:
    patience = Patience()
    with serve(create_app(workspace, patience.hang)) as server, patience.kept():
        slack = WebClient(token, base_url=server.api_url, retry_handlers=[], timeout=600)
        workspace.faults.add(parse_fault("hangs"))
        with pytest.raises(TimeoutError):
            slack.chat_postMessage(channel=general.id, text="x")
        workspace.faults.add(parse_fault("resets"))
        with pytest.raises(ConnectionResetError):
            slack.chat_postMessage(channel=general.id, text="x")
        assert slack.chat_postMessage(channel=general.id, text="y")["ok"] is True


@pytest.mark.parametrize(
    ("spec", "status"),
    [("429", 429), ("500", 500), ("502", 502), ("503", 503), ("html", 200), ("is_archived", 200)],
)
def test_a_status_arrives_as_it_is(
    slack: WebClient, workspace: Workspace, general: Conversation, spec: str, status: int
) -> None:
    workspace.faults.add(parse_fault(spec))
    with pytest.raises(SlackApiError) as caught:
        slack.chat_postMessage(channel=general.id, text="x")
    assert caught.value.response.status_code == status


def test_a_limit_says_for_how_many_seconds_it_still_holds(
    slack: WebClient, workspace: Workspace, general: Conversation, clock: SteppedClock
) -> None:
    workspace.faults.add(parse_fault("429 for 30 s"))
    clock.step(10.5)
    with pytest.raises(SlackApiError) as caught:
        slack.chat_postMessage(channel=general.id, text="x")
    assert caught.value.response.headers["Retry-After"] == "20"
    assert caught.value.response["error"] == "ratelimited"
    assert slack.conversations_history(channel=general.id)["messages"] == []
    clock.step(20)
    assert slack.chat_postMessage(channel=general.id, text="x")["ok"] is True


def test_a_missing_scope_is_named(
    slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    workspace.faults.add(parse_fault("missing_scope"))
    with pytest.raises(SlackApiError) as caught:
        slack.chat_postMessage(channel=general.id, text="x")
    assert caught.value.response["needed"]
    assert "provided" in caught.value.response.data


def test_a_slow_answer_comes_after_all(
    slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    workspace.faults.add(parse_fault("slow 0.2 s"))
    began = time.monotonic()
    assert slack.chat_postMessage(channel=general.id, text="x")["ok"] is True
    assert time.monotonic() - began >= 0.2


def test_a_call_that_hangs_holds_up_neither_others_nor_the_end_of_the_server(
    workspace: Workspace, general: Conversation, token: str
) -> None:
    workspace.limits.off()
    workspace.faults.add(parse_fault("hangs"), "auth.test")
    ended = threading.Event()

    def wait_in_vain(url: str) -> None:
        with pytest.raises(httpx.RemoteProtocolError):
            httpx.post(url, timeout=600)
        ended.set()

    with serve(create_app(workspace)) as server:
        waiting = threading.Thread(target=wait_in_vain, args=[f"{server.api_url}auth.test"])
        waiting.start()
        slack = WebClient(token, base_url=server.api_url, retry_handlers=[], timeout=600)
        while not workspace.calls["auth.test"]:
            slack.users_info(user=workspace.find_person("Kevin").id)
        assert slack.chat_postMessage(channel=general.id, text="x")["ok"] is True
    ended.wait()
    waiting.join()


def test_one_connection_serves_the_calls_after_a_fault(
    served: Served, workspace: Workspace, general: Conversation, token: str
) -> None:
    workspace.faults.add(parse_fault("500"))
    with httpx.Client(
        base_url=served.api_url, headers={"Authorization": f"Bearer {token}"}
    ) as client:
        answers = [
            client.post("chat.postMessage", data={"channel": general.id, "text": "x"})
            for _ in range(2)
        ]
    assert [answer.status_code for answer in answers] == [500, 200]


def test_two_servers_of_one_process_are_two_workspaces(
    workspace: Workspace, served: Served
) -> None:
    other = Workspace(workspace.clock, seed=2)
    with serve(create_app(other)) as second:
        assert second.port != served.port
        for server, one in ((served, workspace), (second, other)):
            state = httpx.get(f"{server.url}/_workspace/state").json()
            assert state["team"]["id"] == one.team_id
    assert httpx.get(f"{served.url}/_workspace/calls").json() == {}


def test_a_port_in_use_is_an_error_at_once(workspace: Workspace, served: Served) -> None:
    with pytest.raises(OSError, match="in use"), serve(create_app(workspace), served.port):
        pass


def test_a_port_can_be_taken_again_after_the_server_ended(workspace: Workspace) -> None:
    with serve(create_app(workspace)) as first:
        port = first.port
        assert httpx.get(f"{first.url}/_workspace/calls").status_code == 200
    with serve(create_app(workspace), port) as second:
        assert httpx.get(f"{second.url}/_workspace/calls").status_code == 200
