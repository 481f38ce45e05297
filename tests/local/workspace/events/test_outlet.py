"""Bringing events to an address: signatures, retries, redelivery, over HTTP and by a thread."""

import json
import queue
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from slack_sdk.signature import Clock, SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from local.workspace import EventOutlet, OutletThread, Workspace, http_transport, serve
from local.workspace.team.entities import Conversation
from local.world.clock import SteppedClock


@dataclass
class Endpoint:
    """An app's address for events: does what `answers` says, then says 200."""

    clock: SteppedClock
    answers: list[Any] = field(default_factory=list)
    received: list[tuple[dict[str, str], dict[str, Any]]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def __call__(self, headers: Mapping[str, str], body: bytes) -> Any:
        self.received.append(({n.lower(): v for n, v in headers.items()}, json.loads(body)))
        self.bodies.append(body)
        answer = self.answers.pop(0) if self.answers else 200
        if isinstance(answer, Exception):
            raise answer
        if callable(answer):
            return answer()
        return answer

    @property
    def retries(self) -> list[tuple[str | None, str | None]]:
        return [
            (headers.get("x-slack-retry-num"), headers.get("x-slack-retry-reason"))
            for headers, _ in self.received
        ]


patient = partial(http_transport, answer_within=600)


@pytest.fixture
def endpoint(clock: SteppedClock) -> Endpoint:
    return Endpoint(clock)


@pytest.fixture
def outlet(workspace: Workspace, endpoint: Endpoint, clock: SteppedClock) -> EventOutlet:
    return EventOutlet(workspace, endpoint, clock)


@pytest.fixture
def say(workspace: Workspace, general: Conversation) -> Callable[[str], str]:
    return lambda text: workspace.post(workspace.find_person("Kevin"), general, text).ts


def test_events_are_sent_in_the_order_of_what_happened(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str]
) -> None:
    assert outlet.deliver_due() == 0
    for text in "abc":
        say(text)
    assert [envelope["event"]["text"] for envelope in outlet.pending] == ["a", "b", "c"]
    assert outlet.deliver_due() == 3
    assert [envelope["event"]["text"] for _, envelope in endpoint.received] == ["a", "b", "c"]
    assert [envelope["event"]["text"] for envelope in outlet.sent] == ["a", "b", "c"]
    assert (outlet.pending, outlet.next_due(), outlet.deliver_due()) == ([], None, 0)


def test_slacks_own_verifier_accepts_the_signature_of_each_attempt(
    workspace: Workspace,
    outlet: EventOutlet,
    endpoint: Endpoint,
    say: Callable[[str], str],
    clock: SteppedClock,
) -> None:
    class Now(Clock):
        def now(self) -> float:
            return clock()

    verifier = SignatureVerifier(workspace.signing_secret, Now())
    endpoint.answers = [500, 500]
    say("& <b> שלום 🎉")
    outlet.deliver_due()
    assert len(endpoint.received) == 2
    clock.step(400)
    outlet.deliver_due()
    assert len(endpoint.received) == 3
    (headers, _), body = endpoint.received[-1], endpoint.bodies[-1]
    assert verifier.is_valid_request(body, headers)
    assert not verifier.is_valid_request(body + b" ", headers)
    assert not verifier.is_valid_request(endpoint.bodies[0], endpoint.received[0][0])


def test_a_request_looks_like_slacks(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str]
) -> None:
    say("x")
    outlet.deliver_due()
    headers, _ = endpoint.received[0]
    assert headers["content-type"] == "application/json"
    assert headers["user-agent"].startswith("Slackbot 1.0")
    assert "x-slack-retry-num" not in headers
    assert endpoint.bodies[0].isascii()


def test_what_fails_is_tried_again_at_once_after_a_minute_and_after_five(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str], clock: SteppedClock
) -> None:
    began = clock()
    endpoint.answers = [500] * 4
    say("x")
    assert outlet.deliver_due() == 2
    assert outlet.next_due() == began + 60
    clock.step(59)
    assert outlet.deliver_due() == 0
    clock.step(1)
    assert outlet.deliver_due() == 1
    assert outlet.next_due() == began + 300
    clock.step(240)
    assert outlet.deliver_due() == 1
    assert (outlet.pending, outlet.sent) == ([], [])
    assert endpoint.retries == [(None, None), *((str(n), "http_error") for n in (1, 2, 3))]
    assert len({envelope["event_id"] for _, envelope in endpoint.received}) == 1


def test_a_retry_that_is_answered_is_the_last(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str]
) -> None:
    endpoint.answers = [503]
    say("x")
    assert outlet.deliver_due() == 2
    assert len(outlet.sent) == 1
    assert outlet.next_due() is None


def test_another_time_can_be_given(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str], clock: SteppedClock
) -> None:
    endpoint.answers = [500, 500]
    say("x")
    outlet.deliver_due()
    assert outlet.deliver_due(clock() + 60) == 1
    assert len(outlet.sent) == 1


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (404, "http_error"),
        (302, "http_error"),
        (TimeoutError(), "http_timeout"),
        (ConnectionRefusedError(), "connection_failed"),
        (ssl.SSLError("bad certificate"), "ssl_error"),
        (KeyError("a bug"), "unknown_error"),
    ],
)
def test_a_retry_says_what_was_wrong(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str], failure: Any, reason: str
) -> None:
    endpoint.answers = [failure]
    say("x")
    outlet.deliver_due()
    assert endpoint.retries == [(None, None), ("1", reason)]
    assert [attempt.reason for attempt in outlet.attempts] == [reason, ""]


def test_an_answer_after_three_seconds_is_a_failure_whatever_it_says(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str], clock: SteppedClock
) -> None:
    def after(seconds: float, answer: Any) -> Callable[[], Any]:
        def take_long() -> Any:
            clock.step(seconds)
            return answer

        return take_long

    refusing = (500, {"x-slack-no-retry": "1"})
    endpoint.answers = [after(3.1, 200), after(3.1, refusing), after(2.9, 200)]
    say("x")
    assert outlet.deliver_due() == 2
    assert outlet.sent == []
    clock.step(60)
    assert outlet.deliver_due() == 1
    assert endpoint.retries[1:] == [("1", "http_timeout"), ("2", "http_timeout")]
    assert len(outlet.sent) == 1


def test_an_endpoint_can_ask_for_no_retries(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str]
) -> None:
    endpoint.answers = [(503, {"X-Slack-No-Retry": "1"})]
    say("x")
    assert outlet.deliver_due() == 1
    assert (outlet.pending, outlet.sent) == ([], [])


def test_one_events_retries_hold_up_no_other(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str]
) -> None:
    endpoint.answers = [500, 200, 500]
    say("a")
    say("b")
    assert outlet.deliver_due() == 3
    assert [envelope["event"]["text"] for envelope in outlet.sent] == ["b"]
    assert [envelope["event"]["text"] for envelope in outlet.pending] == ["a"]


def test_an_event_is_told_once_more_under_the_same_and_under_another_id(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str]
) -> None:
    say("x")
    outlet.deliver_due()
    [first] = outlet.sent
    other = outlet.redeliver(first)
    same = outlet.redeliver(first, new_event_id=False)
    assert outlet.deliver_due() == 2
    assert outlet.sent == [first, other, same]
    assert other["event"] == first["event"] == same["event"]
    assert other["event_id"] != first["event_id"] == same["event_id"]
    assert endpoint.retries == [(None, None)] * 3


def test_a_reset_of_the_workspace_forgets_what_was_to_be_sent(
    outlet: EventOutlet, workspace: Workspace, say: Callable[[str], str]
) -> None:
    say("x")
    workspace.reset()
    assert outlet.deliver_due() == 0
    say("y")
    assert outlet.deliver_due() == 1


def test_what_fails_across_a_reset_of_the_workspace_is_not_tried_again(
    outlet: EventOutlet, endpoint: Endpoint, workspace: Workspace, say: Callable[[str], str]
) -> None:
    def reset() -> int:
        workspace.reset()
        return 500

    endpoint.answers = [reset]
    say("x")
    assert outlet.deliver_due() == 1
    assert outlet.pending == []


def test_a_closed_outlet_sends_nothing_more(outlet: EventOutlet, say: Callable[[str], str]) -> None:
    say("x")
    outlet.close()
    say("y")
    assert (outlet.deliver_due(), outlet.pending) == (0, [])


def test_what_an_event_causes_is_delivered_too(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str]
) -> None:
    endpoint.answers = [lambda: say("answer") and 200]
    say("question")
    assert outlet.deliver_due() == 2
    assert [envelope["event"]["text"] for envelope in outlet.sent] == ["question", "answer"]


class HttpApp:
    """An app on a real address; `events` gets what arrives."""

    def __init__(self) -> None:
        self.events: queue.Queue[dict[str, Any]] = queue.Queue()
        self.asgi = Starlette(
            routes=[
                Route("/events", self._events, methods=["POST"]),
                Route("/round", self._round, methods=["POST", "GET"]),
                Route("/deaf", lambda _request: PlainTextResponse("ok"), methods=["POST"]),
            ]
        )

    async def _events(self, request: Request) -> Response:
        payload = await request.json()
        if payload["type"] == "url_verification":
            return PlainTextResponse(payload["challenge"])
        self.events.put(payload)
        return Response(status_code=204)

    async def _round(self, _request: Request) -> Response:
        return RedirectResponse("/round")


@pytest.fixture
def app() -> HttpApp:
    return HttpApp()


@pytest.fixture
def address(app: HttpApp) -> Iterator[str]:
    with serve(app.asgi) as server:
        yield server.url


def test_an_address_is_verified_by_its_challenge(
    workspace: Workspace, clock: SteppedClock, address: str
) -> None:
    def verified(path: str) -> bool:
        return EventOutlet(workspace, patient(address + path), clock).verify_url()

    assert verified("/events") is True
    assert verified("/deaf") is False
    assert verified("/nowhere") is False
    assert verified("/round") is False


def test_a_verification_is_signed_and_names_its_challenge(
    outlet: EventOutlet, endpoint: Endpoint
) -> None:
    assert outlet.verify_url() is True
    headers, payload = endpoint.received[0]
    assert payload["type"] == "url_verification"
    assert payload["challenge"]
    assert headers["x-slack-signature"].startswith("v0=")
    assert outlet.sent == []


@pytest.mark.parametrize(
    ("path", "reason"), [("/round", "too_many_redirects"), ("/nowhere", "http_error")]
)
def test_failures_over_http_have_slacks_words(
    workspace: Workspace,
    clock: SteppedClock,
    address: str,
    say: Callable[[str], str],
    path: str,
    reason: str,
) -> None:
    outlet = EventOutlet(workspace, patient(address + path), clock)
    say("x")
    outlet.deliver_due()
    assert {attempt.reason for attempt in outlet.attempts} == {reason}


def test_nobody_there_is_a_failed_connection(
    workspace: Workspace, clock: SteppedClock, app: HttpApp, say: Callable[[str], str]
) -> None:
    with serve(app.asgi) as server:
        pass
    outlet = EventOutlet(workspace, patient(server.url), clock)
    say("x")
    outlet.deliver_due()
    assert {attempt.reason for attempt in outlet.attempts} == {"connection_failed"}


def test_a_thread_delivers_what_happens_as_it_happens(
    workspace: Workspace,
    clock: SteppedClock,
    app: HttpApp,
    address: str,
    say: Callable[[str], str],
) -> None:
    outlet = EventOutlet(workspace, patient(f"{address}/events"), clock)
    say("before")
    with OutletThread(outlet):
        assert app.events.get(timeout=600)["event"]["text"] == "before"
        say("during")
        assert app.events.get(timeout=600)["event"]["text"] == "during"
    say("after")
    assert len(outlet.pending) == 0
    assert outlet.is_idle


def test_a_thread_makes_a_retry_when_it_is_due(
    workspace: Workspace, endpoint: Endpoint, say: Callable[[str], str]
) -> None:
    ahead, delivered = [0.0], threading.Event()

    def answer() -> int:
        delivered.set()
        return 200

    outlet = EventOutlet(workspace, endpoint, lambda: time.time() + ahead[0])
    endpoint.answers = [500, 500, answer]
    say("x")
    outlet.deliver_due()
    ahead[0] = 59.9
    assert outlet.is_idle
    with OutletThread(outlet):
        assert delivered.wait(600)
    assert endpoint.retries[-1] == ("2", "http_error")


def test_an_outlet_is_idle_when_nothing_is_due_though_a_retry_may_wait(
    outlet: EventOutlet, endpoint: Endpoint, say: Callable[[str], str], clock: SteppedClock
) -> None:
    assert outlet.is_idle
    during: list[bool] = []

    def look() -> int:
        during.append(outlet.is_idle)
        return 500

    endpoint.answers = [look, 500]
    say("x")
    assert not outlet.is_idle
    outlet.deliver_due()
    assert during == [False]
    assert outlet.is_idle
    clock.step(60)
    assert not outlet.is_idle
