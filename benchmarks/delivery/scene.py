"""The outbox, the post Lambda and Slack, put together around one load of messages."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any
from unittest.mock import patch

from benchmarks.delivery.load import Load, load_of
from benchmarks.delivery.queue import FifoQueue
from benchmarks.delivery.simulation import Simulation
from benchmarks.delivery.slack import Calls, TimedGateway
from benchmarks.delivery.table import TimedClient, make_table
from bridge import post_lambda
from local.cloud.ministack import MiniStack
from local.workspace import Workspace, create_app, serve
from local.world.lambda_context import LambdaContext
from mailbox.links import Links
from mailbox.queues import OutboxQueue
from mailbox.receipts import Receipts
from mailbox.table import Table

START = 1_790_000_040.0
"""A full minute: Slack counts calls by minutes."""
LAMBDA_SECONDS = 10
MAX_MESSAGE_AGE = 900
QUEUE, DEAD_LETTERS = "outbox", "dead-letters"


@dataclass(frozen=True)
class Setting:
    """One run. `chances` are those of the faults of each post, `limits` a factor on Slack's."""

    name: str
    messages: int
    limits: float
    chances: Mapping[str, float]
    real_timeout: float


class TokensByLink:
    """Every speaker's own token."""

    def __init__(self, load: Load) -> None:
        """Know these speakers."""
        self._tokens = {each.link.link_id: each.token for each in load.speakers}

    def of(self, link_id: str, *, fresh: bool = False) -> str:
        """Return a link's token."""
        del fresh
        return self._tokens[link_id]


@dataclass
class Scene:
    """What a run leaves behind. Seconds are simulated unless they are said to be real."""

    setting: Setting
    workspace: Workspace
    load: Load
    table: Table
    calls: Calls
    invocations: int = 0
    aws_calls: int = 0
    lambda_seconds: float = 0.0
    real_lambda_seconds: float = 0.0
    ended_at: float = START
    real_posts: list[float] = field(default_factory=list)
    """Real seconds of bare posts to the same Slack."""


@contextmanager
def played(setting: Setting, stack: MiniStack) -> Iterator[Scene]:
    """Post a load through the real post Lambda, and yield what came of it."""
    simulation = Simulation(START)
    workspace = Workspace(simulation)
    load = load_of(workspace, setting.messages, START)
    make_table(stack, setting.name)
    table = Table(stack.client("dynamodb"), setting.name)
    scene = Scene(setting, workspace, load, table, Calls())
    with serve(create_app(workspace)) as server, _lambda_environment():
        scene.real_posts = list(_bare_posts(server.api_url, simulation, load))
        workspace.reset()
        workspace.limits.scale(setting.limits)
        workspace.faults.at_random(setting.chances, Random(1))
        queue = _filled_queue(scene, simulation)
        _add_workers(scene, simulation, queue, server.api_url, stack)
        simulation.run()
        workspace.faults.clear()
        yield scene


def _filled_queue(scene: Scene, simulation: Simulation) -> FifoQueue:
    queue = FifoQueue(simulation)
    outbox: Any = OutboxQueue(queue, QUEUE)  # type: ignore[arg-type]
    links, receipts = Links(scene.table), Receipts(scene.table)
    for speaker in scene.load.speakers:
        links.save(speaker.link)
    for message in scene.load.messages:
        receipts.open(message)
        outbox.send(message)
    return queue


def _add_workers(
    scene: Scene, simulation: Simulation, queue: FifoQueue, api_url: str, stack: MiniStack
) -> None:
    """One worker per conversation: so many does Lambda run on a FIFO queue, at most."""
    gateway = TimedGateway(api_url, scene.setting.real_timeout, simulation, scene.calls)
    clients = {
        "dynamodb": TimedClient(stack.client("dynamodb"), simulation),
        "sqs": TimedClient(_Queues(queue), simulation),
        "ssm": None,
    }
    with (
        patch.object(post_lambda, "SlackGateway", lambda *_: gateway),
        patch.object(post_lambda, "PersonalToken", lambda *_: TokensByLink(scene.load)),
    ):
        for number, group in enumerate(queue.groups):
            handler = post_lambda.create_handler(
                _environment(api_url, scene.setting.name),
                simulation,
                lambda service, **_: clients[service],
            )
            worker = _Worker(f"worker-{number}", scene, simulation, queue, handler)
            simulation.process(lambda worker=worker, group=group: worker.empty(group))  # type: ignore[misc]
    simulation.process(lambda: None)
    scene_calls = [client for client in clients.values() if client is not None]
    scene.aws_calls = 0
    _count_at_end(scene, scene_calls)


def _count_at_end(scene: Scene, clients: list[TimedClient]) -> None:
    del scene, clients
