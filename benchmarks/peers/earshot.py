"""Earshot in the same scenarios: the skill's and the post Lambda's real handlers, in real time.

The post Lambda runs in a thread that takes batches from the queue as they come; the table is
MiniStack's. When everything is said, time is wound forward until the queue is empty.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from benchmarks.delivery.queue import FifoQueue
from benchmarks.delivery.table import make_table
from benchmarks.peers.scenarios import Result, Scenario, Told
from bridge import post_lambda, refresh_lambda
from local.cloud.ministack import MiniStack
from local.echo import Echo
from local.stack.echoes import SKILL_ID
from local.workspace import create_app, serve
from local.workspace.standard import demo_workspace
from local.world.aws.lambda_context import LambdaContext
from local.world.clock import SteppedClock
from local.world.models import model_for
from skill import alexa_lambda

LOOK_AGAIN = 0.002
SKILL_SECONDS, BRIDGE_SECONDS = 8, 10
MOST_SECONDS = 1200
TOKEN = "/bench/slack/token"
Client = Callable[..., Any]


class RunningClock(SteppedClock):
    """Real time, which can be wound forward."""

    def __init__(self) -> None:
        """Begin now."""
        super().__init__(0)

    def __call__(self) -> float:
        """Return the time."""
        return time.time() + super().__call__()


def play_earshot(scenario: Scenario, stack: MiniStack) -> Result:
    """Say everything to Earshot, whose table is on this MiniStack."""
    clock = RunningClock()
    queue = FifoQueue(clock)
    workspace, token = demo_workspace(clock)
    workspace.limits.off()
    told = []
    with serve(create_app(workspace)) as server:
        environment, client = _deployed(scenario, stack, queue, server.api_url)
        _link(stack, token, refresh_lambda.create_handler(environment, clock, client))
        echo = _echo(alexa_lambda.create_handler(environment, clock, time.sleep, client), clock)
        worker = _Worker(queue, post_lambda.create_handler(environment, clock, client), clock)
        scenario.begin(workspace)
        with worker.running():
            for number, text in enumerate(scenario.texts):
                scenario.before(number, workspace)
                told.append(_say(echo, text))
        worker.finish()
    posted = workspace.messages(workspace.find_conversation("#general"))
    return Result(told, Counter(message.text for message in posted))


def _deployed(
    scenario: Scenario, stack: MiniStack, queue: FifoQueue, api_url: str
) -> tuple[Mapping[str, str], Client]:
    """Return the functions' environment and AWS."""
    table = "".join(letter for letter in f"peers-{scenario.name}" if letter.isalnum())
    make_table(stack, table)
    services = {"sqs": queue, "dynamodb": stack.client("dynamodb"), "ssm": stack.client("ssm")}
    environment = {
        "EARSHOT_SKILL_ID": SKILL_ID,
        "EARSHOT_TABLE": table,
        "EARSHOT_OUTBOX_URL": queue.url,
        "EARSHOT_DEAD_LETTER_URL": "dead-letters",
        "EARSHOT_SLACK_API_URL": api_url,
        "EARSHOT_TOKEN_PARAMETER": TOKEN,
        "EARSHOT_DEFAULT_CONVERSATION": "general",
        "EARSHOT_MAX_MESSAGE_AGE": "900",
        "EARSHOT_UNDO_SECONDS": "300",
        "EARSHOT_SUMMARIES_PER_DAY": "50",
        "EARSHOT_ALEXA_LOOPBACK": "yes",
        "EARSHOT_ACCOUNTS": "no",
    }
    return environment, lambda service, **_options: services[service]


def _link(stack: MiniStack, token: str, refresh: Callable[[Any, Any], Any]) -> None:
    stack.client("ssm").put_parameter(Name=TOKEN, Value=token, Type="SecureString", Overwrite=True)
    context = LambdaContext("refresh", "refresh", time.time() + 60, time.time)
    report = refresh({"detail-type": "Parameter Store Change"}, context)
    if not report.get("linked"):
        raise RuntimeError(f"Earshot could not be linked: {report.get('problem')}")


def _echo(handler: Callable[[Any, Any], Any], clock: RunningClock) -> Echo:
    def invoke(event: Any) -> Any:
        return handler(event, LambdaContext("skill", "skill", clock() + SKILL_SECONDS, clock))

    return Echo(model_for("en-US"), invoke, clock, skill_id=SKILL_ID)


def _say(echo: Echo, text: str) -> Told:
    began = time.perf_counter()
    heard = echo.say(f"tell slack to send {text}").heard
    seconds = time.perf_counter() - began
    promised = heard.startswith("On its way")
    return Told(text, seconds, sent=heard.startswith("Sent"), promised=promised)


class _Worker:
    """The post Lambda and what calls it."""

    def __init__(self, queue: FifoQueue, handler: post_lambda.Handler, clock: RunningClock) -> None:
        self._queue = queue
        self._handler = handler
        self._clock = clock

    @contextmanager
    def running(self) -> Iterator[None]:
        """Take what comes, beside whatever else goes on."""
        over = threading.Event()

        def work() -> None:
            while not over.is_set():
                if not self._poll():
                    time.sleep(LOOK_AGAIN)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def finish(self) -> None:
        """Wind time forward until nothing is left in the queue."""
        for _ in range(MOST_SECONDS):
            while self._poll():
                pass
            if not self._queue.groups:
                return
            self._clock.step(1)
        raise RuntimeError("The queue was never emptied.")

    def _poll(self) -> bool:
        records = next(filter(None, map(self._queue.take, self._queue.groups)), None)
        if records is None:
            return False
        context = LambdaContext("post", "post", self._clock() + BRIDGE_SECONDS, self._clock)
        answer = self._handler({"Records": records}, context)
        failed = {failure["itemIdentifier"] for failure in answer["batchItemFailures"]}
        for record in records:
            if record["messageId"] not in failed:
                self._queue.forget(record)
        return True
