"""A worker that is killed at any point leaves a message that is posted once in the end."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bridge import post_lambda
from local.cloud.ministack import MiniStack
from local.conversations.steps import Setting
from local.workspace import Workspace, create_app, parse_fault, serve
from local.world.aws.lambda_context import LambdaContext
from local.world.aws.moto_cloud import make_table
from local.world.clock import SteppedClock
from local.world.populate import populate
from postbox.links.link import Link, LinkState
from postbox.links.stores.links import PERSONAL, Links
from postbox.outbox.commands import AddReaction, Command, ScheduleMessage, SendMessage
from postbox.outbox.receipt import DeliveryState
from postbox.outbox.receipts import Receipts
from postbox.outbox.schedules import Schedules
from postbox.store.codec import to_json
from postbox.store.table import Table
from tests import patience  # noqa: F401 - MiniStack is waited for

pytestmark = pytest.mark.stack

ROOT = Path(__file__).parents[3]
NOW = 1_790_000_000.0
TOKEN_PARAMETER = "/earshot/deaths/token"
KILLED = -signal.SIGKILL

DEATHS = {
    "before the claim": {"before": "put_item"},
    "after the claim": {"after": "put_item"},
    "before the call": {"before": "slack"},
    "after Slack stored it": {"after": "slack"},
    "before the receipt is written": {"before": "transact_write_items"},
    "after the receipt is written": {"after": "transact_write_items"},
}

DEATHS_OF_SCHEDULES = {
    "before anything": {"before": "put_item"},
    "after the claim": {"after": "put_item"},
    "before the call": {"before": "slack"},
    "after Slack stored it": {"after": "slack"},
    "before the receipt is written": {"before": "transact_write_items"},
    "after the receipt is written": {"after": "transact_write_items"},
}
DEATHS_OF_REACTIONS = {
    "before the claim": {"before": "put_item"},
    "after the claim": {"after": "put_item"},
    "before the call": {"before": "slack"},
    "after Slack stored it": {"after": "slack"},
}


@pytest.fixture(scope="module")
def ministack(tmp_path_factory) -> Iterator[MiniStack]:
    folder = tmp_path_factory.mktemp("ministack")
    with MiniStack(folder, auth=False, persist=False) as ministack:
        yield ministack


@dataclass
class Scene:
    """One message in the queue, a workspace, and workers to be had."""

    ministack: MiniStack
    workspace: Workspace
    environment: dict[str, str]
    clock: SteppedClock
    table: Table
    message: Command

    @property
    def event(self) -> dict[str, Any]:
        """The message's record, as SQS gives it to any worker."""
        record = {
            "messageId": "record-1",
            "receiptHandle": "handle",
            "body": to_json(self.message),
            "attributes": {"MessageGroupId": self.message.group},
        }
        return {"Records": [record]}

    def doomed(self, death: dict[str, str]) -> subprocess.Popen[bytes]:
        """Start a worker in a process of its own."""
        given = {
            "environment": self.environment,
            "endpoint": self.ministack.endpoint,
            "now": self.clock(),
            "event": self.event,
            "death": death,
        }
        with tempfile.TemporaryFile() as order:
            order.write(json.dumps(given).encode())
            order.seek(0)
            return subprocess.Popen(
                [sys.executable, "-m", "tests.delivery.faults.dying_worker"],
                cwd=ROOT,
                env={**os.environ, **self.ministack.environment},
                stdin=order,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )

    def deliver(self) -> dict[str, Any]:
        """Give the record to a worker that lives."""
        handler = post_lambda.create_handler(
            self.environment, self.clock, lambda service, **_: self.ministack.client(service)
        )
        context = LambdaContext("post", "living-worker", self.clock() + 10, self.clock)
        return handler(self.event, context)

    def posted(self) -> list[str]:
        """What stands in the channel."""
        general = self.workspace.find_conversation("#general")
        return [message.text for message in self.workspace.messages(general)]

    def state(self) -> DeliveryState | None:
        """The receipt's state."""
        receipts = Receipts(self.table)
        receipt = receipts.of(self.message)
        return receipt.state if receipt else None


def said(workspace: Workspace, identifier: str) -> dict[str, Any]:
    """Return what every command says."""
    return {
        "id": identifier,
        "link_id": PERSONAL,
        "team_id": workspace.team_id,
        "conversation_id": workspace.find_conversation("#general").id,
        "conversation_name": "general",
        "spoken_at": NOW,
        "locale": "en-US",
    }


@pytest.fixture
def scene(ministack: MiniStack) -> Iterator[Scene]:
    clock = SteppedClock(NOW)
    workspace = Workspace(clock)
    token = populate(workspace, Setting())
    name = make_table(ministack, f"table-{time.monotonic_ns()}")
    sqs = ministack.client("sqs")
    urls = [
        sqs.create_queue(QueueName=f"{name}-{kind}.fifo", Attributes={"FifoQueue": "true"})
        for kind in ("outbox", "dead")
    ]
    ministack.client("ssm").put_parameter(
        Name=TOKEN_PARAMETER, Value=token, Type="SecureString", Overwrite=True
    )
    table = Table(ministack.client("dynamodb"), name)
    speaker = workspace.find_person("Giselle")
    general = workspace.find_conversation("#general")
    team = workspace.team_id
    Links(table).put(
        Link(PERSONAL, team, speaker.id, "giselle", LinkState.ACTIVE, general.id, "general")
    )
    message = SendMessage(**said(workspace, "message-1"), text="hello")
    Receipts(table).open(message)
    with serve(create_app(workspace)) as server:
        environment = {
            "EARSHOT_TABLE": name,
            "EARSHOT_OUTBOX_URL": urls[0]["QueueUrl"],
            "EARSHOT_DEAD_LETTER_URL": urls[1]["QueueUrl"],
            "EARSHOT_SLACK_API_URL": server.api_url,
            "EARSHOT_TOKEN_PARAMETER": TOKEN_PARAMETER,
            "EARSHOT_MAX_MESSAGE_AGE": "900",
        }
        yield Scene(ministack, workspace, environment, clock, table, message)


def test_a_worker_that_is_left_alone_posts(scene: Scene):
    worker = scene.doomed({})
    output, errors = worker.communicate()
    assert worker.returncode == 0, errors.decode()
    assert b'"batchItemFailures": []' in output
    assert scene.posted() == ["hello"]


@pytest.mark.parametrize("death", DEATHS.values(), ids=DEATHS)
def test_a_message_whose_worker_is_killed_is_posted_once(scene: Scene, death):
    worker = scene.doomed(death)
    worker.communicate()
    assert worker.returncode == KILLED
    scene.clock.step(60)
    assert scene.deliver() == {"batchItemFailures": []}
    assert scene.deliver() == {"batchItemFailures": []}
    assert scene.posted() == ["hello"]
    assert scene.state() is DeliveryState.CONFIRMED


def action(scene: Scene, kind: type[Command], **details: Any) -> Command:
    """Let a command be what is in the queue."""
    scene.message = kind(**said(scene.workspace, "action-1"), **details)
    Receipts(scene.table).open(scene.message)
    return scene.message


def settled(scene: Scene, asked: Command, death: dict[str, str]) -> DeliveryState:
    """Let one worker die, then two live; return what became of the action."""
    worker = scene.doomed(death)
    worker.communicate()
    assert worker.returncode == KILLED
    scene.clock.step(60)
    assert scene.deliver() == {"batchItemFailures": []}
    assert scene.deliver() == {"batchItemFailures": []}
    receipt = Receipts(scene.table).of(asked)
    assert receipt is not None
    return receipt.state


@pytest.mark.parametrize("death", DEATHS_OF_SCHEDULES.values(), ids=DEATHS_OF_SCHEDULES)
def test_a_message_for_later_whose_worker_is_killed_is_scheduled_once(scene: Scene, death):
    asked = action(scene, ScheduleMessage, text="lunch", post_at=NOW + 600)
    assert settled(scene, asked, death) is DeliveryState.CONFIRMED
    (kept,) = scene.workspace.scheduled()
    scheduled = Schedules(scene.table).by(asked)
    assert scheduled is not None
    assert scheduled.scheduled_id == kept.id


@pytest.mark.parametrize("death", DEATHS_OF_REACTIONS.values(), ids=DEATHS_OF_REACTIONS)
def test_a_reaction_whose_worker_is_killed_is_there_once(scene: Scene, death):
    general = scene.workspace.find_conversation("#general")
    ts = scene.workspace.post(scene.workspace.find_person("Kevin"), general, "hello").ts
    asked = action(scene, AddReaction, ts=ts, emoji="tada")
    assert settled(scene, asked, death) is DeliveryState.CONFIRMED
    (message,) = scene.workspace.messages(general)
    assert [name for name, _ in message.reactions] == ["tada"]


def test_a_worker_killed_while_slack_thinks_leaves_one_post(scene: Scene):
    stored = threading.Event()
    scene.workspace.subscribe(lambda change: stored.set() if change.kind == "message" else None)
    scene.workspace.faults.add(parse_fault("hangs after storing"))
    worker = scene.doomed({})
    assert stored.wait(600)
    worker.send_signal(signal.SIGKILL)
    worker.communicate()
    assert worker.returncode == KILLED
    assert scene.state() is DeliveryState.CLAIMED
    scene.clock.step(60)
    assert scene.deliver() == {"batchItemFailures": []}
    assert scene.posted() == ["hello"]
    assert scene.state() is DeliveryState.CONFIRMED


def test_while_the_dead_workers_claim_lasts_nobody_else_touches_the_message(scene: Scene):
    worker = scene.doomed({"after": "slack"})
    worker.communicate()
    calls = sum(scene.workspace.calls.values())
    scene.clock.step(5)
    assert scene.deliver() == {"batchItemFailures": [{"itemIdentifier": "record-1"}]}
    assert sum(scene.workspace.calls.values()) == calls
