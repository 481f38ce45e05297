"""The outbox, the post Lambda and Slack, put together around one load of messages."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any
from unittest.mock import patch

from benchmarks.delivery.limits import Allowance
from benchmarks.delivery.load import Load, load_of
from benchmarks.delivery.queue import FifoQueue
from benchmarks.delivery.simulation import Simulation
from benchmarks.delivery.slack import POST, READ, Calls, TimedGateway
from benchmarks.delivery.table import TimedClient, make_table
from benchmarks.delivery.worker import Spent, Worker
from benchmarks.quiet import quiet_functions
from bridge import post_lambda
from bridge.slack.gateway import SlackGateway
from local.cloud.ministack import MiniStack
from local.workspace import Workspace, create_app, serve
from postbox.links.stores.links import Links
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipts import Receipts
from postbox.store.table import Table

START = 1_790_000_040.0
"""A full minute: Slack counts calls by minutes."""
MAX_MESSAGE_AGE = 900
BARE_POSTS = 100


@dataclass(frozen=True)
class Setting:
    """One run. `chances` are those of each fault for each post, `limits` a factor on Slack's."""

    name: str
    messages: int
    limits: float
    chances: Mapping[str, float]

    @property
    def table(self) -> str:
        """The name of the run's own table."""
        return self.name.replace(" ", "-")


@dataclass
class Scene:
    """What goes into a run, and what it leaves behind."""

    setting: Setting
    simulation: Simulation
    workspace: Workspace
    load: Load
    table: Table
    queue: FifoQueue
    aws: dict[str, TimedClient]
    """The workers' clients by service."""
    calls: Calls = field(default_factory=Calls)
    spent: Spent = field(default_factory=Spent)
    bare_posts: list[float] = field(default_factory=list)
    """Real seconds of posts to the same Slack with nothing around them."""

    @property
    def allowed(self) -> Allowance:
        """What the workspace lets through."""
        limits = self.workspace.limits
        return Allowance(
            limits.per_minute[POST],
            limits.per_minute[READ],
            limits.posts_per_second,
            limits.post_burst,
        )

    @property
    def seconds(self) -> float:
        """The makespan."""
        return self.spent.ended_at - START

    @property
    def aws_calls(self) -> int:
        """Calls of DynamoDB and SQS that the workers made."""
        return sum(client.calls for client in self.aws.values())

    @property
    def real_aws_seconds(self) -> float:
        """Real seconds of these calls."""
        return sum(client.real_seconds for client in self.aws.values())


class TokensByLink:
    """Every speaker's own token."""

    def __init__(self, load: Load) -> None:
        """Know these speakers."""
        self._tokens = {speaker.link.link_id: speaker.token for speaker in load.speakers}

    def of(self, link_id: str, *, fresh: bool = False) -> str:
        """Return a link's token."""
        del fresh
        return self._tokens[link_id]


def play(setting: Setting, stack: MiniStack) -> Scene:
    """Post a load through the real post Lambda and return what came of it."""
    scene = _set(setting, stack)
    with serve(create_app(scene.workspace, scene.calls.one_hangs)) as server, quiet_functions():
        scene.bare_posts = list(_bare_posts(scene, server.api_url))
        scene.workspace.reset()
        scene.workspace.limits.scale(setting.limits)
        scene.workspace.faults.at_random(setting.chances, Random(1))
        with _own_slack(scene, server.api_url):
            for group in scene.queue.groups:
                handler = post_lambda.create_handler(
                    _environment(setting.table, server.api_url),
                    scene.simulation,
                    lambda service, **_: scene.aws.get(service),
                )
                worker = Worker(handler, scene.queue, scene.simulation, scene.spent)
                scene.simulation.process(partial(worker.empty, group))
            scene.simulation.run()
    return scene


def _set(setting: Setting, stack: MiniStack) -> Scene:
    simulation = Simulation(START)
    workspace = Workspace(simulation)
    load = load_of(workspace, setting.messages, START)
    make_table(stack, setting.table)
    dynamodb = stack.client("dynamodb")
    queue = FifoQueue(simulation)
    aws = {"dynamodb": TimedClient(dynamodb, simulation), "sqs": TimedClient(queue, simulation)}
    scene = Scene(setting, simulation, workspace, load, Table(dynamodb, setting.table), queue, aws)
    _hand_over(scene)
    return scene


def _hand_over(scene: Scene) -> None:
    """Do what the skill does with each message."""
    sqs: Any = scene.queue
    links, receipts, outbox = Links(scene.table), Receipts(scene.table), OutboxQueue(sqs, "outbox")
    for speaker in scene.load.speakers:
        links.put(speaker.link)
    for message in scene.load.messages:
        receipts.open(message)
        outbox.send(message)


@contextmanager
def _own_slack(scene: Scene, api_url: str) -> Iterator[None]:
    """Let handlers that are made now post with every speaker's own token, in simulated time."""
    gateway = TimedGateway(api_url, scene.simulation, scene.calls)
    tokens = TokensByLink(scene.load)
    with (
        patch.object(post_lambda, "SlackGateway", lambda *_: gateway),
        patch.object(post_lambda, "deployed_tokens", lambda *_: tokens),
    ):
        yield


def _environment(table: str, api_url: str) -> dict[str, str]:
    return {
        "EARSHOT_TABLE": table,
        "EARSHOT_OUTBOX_URL": "outbox",
        "EARSHOT_DEAD_LETTER_URL": "dead-letters",
        "EARSHOT_SLACK_API_URL": api_url,
        "EARSHOT_TOKEN_PARAMETER": "every speaker has a token",
        "EARSHOT_MAX_MESSAGE_AGE": str(MAX_MESSAGE_AGE),
    }


def _bare_posts(scene: Scene, api_url: str) -> Iterator[float]:
    """Time posts with nothing around them, in a Slack that limits nobody."""
    gateway, speaker = SlackGateway(api_url), scene.load.speakers[0]
    scene.workspace.limits.off()
    for message in scene.load.messages[:BARE_POSTS]:
        began = time.perf_counter()
        gateway.post(speaker.token, message)
        yield time.perf_counter() - began
    scene.workspace.limits.on()
