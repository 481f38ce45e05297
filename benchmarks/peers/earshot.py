"""Earshot in the same scenarios: the skill's real handler, and the post Lambda beside it.

Both run in this process on moto, in real time, the post Lambda in a thread that takes batches from
the queue as they come. When everything is said, time is wound forward until the queue is empty.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from benchmarks.peers.scenarios import Result, Scenario, Told
from bridge.slack_gateway import TIMEOUT_SECONDS
from local.echo import Echo
from local.workspace.standard import demo_workspace
from local.world.clock import SteppedClock
from local.world.event_source import EventSource
from local.world.in_process import Clients, InProcess, in_process
from local.world.lambda_context import LambdaContext
from local.world.models import model_for
from local.world.moto_cloud import SKILL_ID, MotoCloud
from skill import alexa_lambda

LOOK_AGAIN = 0.005
LAMBDA_SECONDS = 8
MOST_SECONDS = 1200


class RunningClock(SteppedClock):
    """Real time, which can be wound forward."""

    def __init__(self) -> None:
        """Begin now."""
        super().__init__(0)

    def __call__(self) -> float:
        """Return the time."""
        return time.time() + super().__call__()


class OneAtATime:
    """Makes AWS clients for several threads: moto's transactions bear no other call beside them."""

    def __init__(self) -> None:
        """Let all clients wait for each other."""
        self._lock = threading.RLock()

    def clients(self, cloud: MotoCloud) -> Clients:
        """Return the clients of a world's functions."""
        return lambda _function, service, **_options: _Guarded(cloud.client(service), self._lock)


class _Guarded:
    def __init__(self, real: Any, lock: threading.RLock) -> None:
        self._real = real
        self._lock = lock

    def __getattr__(self, operation: str) -> Callable[..., Any]:
        real = getattr(self._real, operation)

        def call(**arguments: Any) -> Any:
            with self._lock:
                return real(**arguments)

        return call


def play_earshot(scenario: Scenario) -> Result:
    """Say everything to Earshot."""
    clock, guard = RunningClock(), OneAtATime()
    workspace, token = demo_workspace(clock)
    workspace.limits.off()
    told = []
    with in_process(
        clock,
        workspace,
        default_conversation="general",
        max_message_age=900,
        slack_timeout=TIMEOUT_SECONDS,
        clients=guard.clients,
    ) as parts:
        parts.store_token(token)
        client = partial(guard.clients(parts.cloud), "bench")
        echo = _echo(parts, clock, client)
        queue = EventSource(client("sqs"), parts.cloud.outbox_url, parts.post)
        scenario.begin(workspace)
        with _posting(queue):
            for number, text in enumerate(scenario.texts):
                scenario.before(number, workspace)
                told.append(_say(echo, text))
        _finish(parts, queue, clock)
    posted = workspace.messages(workspace.find_conversation("#general"))
    return Result(told, Counter(message.text for message in posted))


def _say(echo: Echo, text: str) -> Told:
    began = time.perf_counter()
    heard = echo.say(f"tell slack to send {text}").heard
    seconds = time.perf_counter() - began
    promised = heard.startswith("On its way")
    return Told(text, seconds, sent=heard.startswith("Sent"), promised=promised)


def _echo(parts: InProcess, clock: RunningClock, client: Callable[..., Any]) -> Echo:
    """The Echo of a skill that waits in real time."""
    handler = alexa_lambda.create_handler(parts.environment, clock, time.sleep, client)

    def invoke(event: Any) -> Any:
        return handler(event, LambdaContext("skill", "skill", clock() + LAMBDA_SECONDS, clock))

    return Echo(model_for("en-US"), invoke, clock, skill_id=SKILL_ID)


@contextmanager
def _posting(queue: EventSource) -> Iterator[None]:
    """Let the post Lambda take what comes."""
    over = threading.Event()

    def work() -> None:
        while not over.is_set():
            if not queue.poll():
                time.sleep(LOOK_AGAIN)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _finish(parts: InProcess, queue: EventSource, clock: RunningClock) -> None:
    """Wind time forward until nothing is left in the queue."""
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    for _ in range(MOST_SECONDS):
        while queue.poll():
            pass
        left = parts.cloud.client("sqs").get_queue_attributes(
            QueueUrl=parts.cloud.outbox_url, AttributeNames=names
        )["Attributes"]
        if not any(int(left[name]) for name in names):
            return
        clock.step(1)
    raise RuntimeError("The queue was never emptied.")
