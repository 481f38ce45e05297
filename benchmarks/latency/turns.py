"""The turns that are timed, Earshot's and the floor's: the same four times of each."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.latency.floor import Floor
from local.stack.start import RunningStack
from local.workspace import http_transport
from local.workspace.team.entities import Change
from postbox.inbox.stores.inbox import Inbox
from postbox.store.table import Table

LOOK_AGAIN = 0.002
PATIENCE = 30.0


class WentWrong(RuntimeError):
    """A turn did not do what it is timed for."""


@dataclass(frozen=True)
class Turn:
    """Seconds of one round: something is sent, Kevin answers, the answer is read."""

    posted: float
    """From the utterance to the post in Slack."""
    answered: float
    """From the utterance to the spoken answer."""
    readable: float
    """From Kevin's message to where a reading finds it."""
    read: float
    """From "ask slack for replies" to its being spoken."""


class PostSeen:
    """Notes when the app's next post appears in the workspace."""

    def __init__(self, stack: RunningStack) -> None:
        """Watch this workspace."""
        self._seen = threading.Event()
        self._at = 0.0
        stack.workspace.subscribe(self._hear)

    def expect(self) -> None:
        """Forget earlier posts."""
        self._seen.clear()

    def moment(self) -> float:
        """Return when it appeared, by time.perf_counter."""
        if not self._seen.wait(PATIENCE):
            raise WentWrong("nothing was posted")
        return self._at

    def _hear(self, change: Change) -> None:
        if change.kind == "message" and change.message is not None and change.message.via_app:
            self._at = time.perf_counter()
            self._seen.set()


class EarshotTurns:
    """Turns with the Echo, through the deployed Lambdas."""

    def __init__(self, stack: RunningStack) -> None:
        """Talk on this stack."""
        self._stack = stack
        self._seen = PostSeen(stack)
        self._inbox = Inbox(Table(stack.deployment.client("dynamodb"), stack.deployment.table))
        self._kevin = stack.workspace.find_person("kevin")
        self._general = stack.workspace.find_conversation("#general")

    def take(self, number: int) -> Turn:
        """Do one round."""
        self._seen.expect()
        began = time.perf_counter()
        self._say(f"tell slack to send this is round {number}", "Sent to general.")
        answered = time.perf_counter()
        posted = self._seen.moment()
        readable = self._kevin_says(f"heard you, round {number}")
        asked = time.perf_counter()
        self._say("ask slack for replies", f"Kevin says: heard you, round {number}")
        read = time.perf_counter()
        return Turn(posted - began, answered - began, readable, read - asked)

    def _kevin_says(self, text: str) -> float:
        workspace, general = self._stack.workspace, self._general
        began = time.perf_counter()
        ts = workspace.post(self._kevin, general, text).ts
        _wait_for(lambda: self._inbox.exists(workspace.team_id, general.id, ts))
        return time.perf_counter() - began

    def _say(self, utterance: str, expected: str) -> None:
        heard = self._stack.room.say(utterance)["heard"]
        if heard != expected:
            raise WentWrong(f"{utterance!r} was answered with {heard!r}")


class FloorTurns:
    """The same hops through functions that do nothing else."""

    def __init__(self, stack: RunningStack, floor: Floor) -> None:
        """Use these functions."""
        self._floor = floor
        self._seen = PostSeen(stack)
        self._transport = http_transport(floor.events_url)
        self._table = stack.deployment.table
        self._dynamodb = stack.deployment.client("dynamodb")

    def take(self, number: int) -> Turn:
        """Do one round."""
        self._seen.expect()
        began = time.perf_counter()
        self._floor.invoke("ask", f"out-{number}")
        answered = time.perf_counter()
        posted = self._seen.moment()
        name = f"in-{number}"
        sent = time.perf_counter()
        self._transport({"Content-Type": "application/json"}, json.dumps({"id": name}).encode())
        _wait_for(lambda: self._is_kept(name))
        asked = time.perf_counter()
        self._floor.invoke("read", name)
        read = time.perf_counter()
        return Turn(posted - began, answered - began, asked - sent, read - asked)

    def _is_kept(self, name: str) -> bool:
        key = {"pk": {"S": name}, "sk": {"S": "floor"}}
        found = self._dynamodb.get_item(TableName=self._table, Key=key, ConsistentRead=True)
        return "Item" in found


def _wait_for(ready: Callable[[], bool]) -> None:
    deadline = time.perf_counter() + PATIENCE
    while not ready():
        if time.perf_counter() > deadline:
            raise WentWrong("an event never arrived")
        time.sleep(LOOK_AGAIN)
