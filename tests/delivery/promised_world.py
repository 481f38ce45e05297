"""Several speakers and conversations around the real delivery, for the model-based test.

AWS is one moto for all examples, each with a table, queues and a workspace of its own; Slack is
reached over real HTTP. Workers can be told to die at a chosen call.
"""

import itertools
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from bridge.outbox.batches.batch import PostBatch
from bridge.outbox.batches.bundles import QueuedCommand
from bridge.outbox.engine.outcome import AttemptOutcome
from bridge.outbox.net import Net
from bridge.outbox.release import Release
from bridge.outbox.services import OutboxServices
from bridge.slack.gateway import SlackGateway
from local.cli.audit.facts import Attempt, Finding
from local.cli.audit.stored import findings_in
from local.workspace import Workspace, create_app, parse_fault, serve
from local.workspace.team.entities import Conversation
from local.world.aws.event_source import EventSource
from local.world.aws.moto_cloud import MotoCloud, make_fifo, make_table
from local.world.clock import SteppedClock
from local.world.in_process import ENDLESS
from local.world.patience import Patience
from postbox.links.link import Link, LinkState
from postbox.links.stores.links import Links
from postbox.outbox.commands import SendMessage
from postbox.outbox.held import HeldMessages
from postbox.outbox.notices import Notice, Notices
from postbox.outbox.queue import DeadLetters, OutboxQueue
from postbox.outbox.receipt import Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.codec import to_json
from postbox.store.errors import MailboxUnavailable
from postbox.store.table import Table
from skill.outbox.sending import Handover, Taken, hand_over, message_id
from skill.turn.parts import Outbox
from skill.turn.timing import Timing
from tests.delivery.flaky import Flaky, Trouble

SPEAKERS = ("Giselle", "Kevin")
CHANNELS = ("general", "random")
PLACES = (*CHANNELS, "@Ana")
"""The last one is a person, to whom each speaker writes directly."""
MAX_AGE = 300.0
WORKER_SECONDS = 10.0

_numbers = itertools.count(1)


class WorkerDied(BaseException):
    """A worker is gone; nothing of it runs any more, not even `except Exception`."""


@dataclass
class Spoken:
    """A message, and what its speaker was told when it was spoken."""

    message: SendMessage
    handover: Handover
    was_there: bool
    """Whether Slack had it at that moment."""


@dataclass
class PromisedWorld:
    """One example's world."""

    clock: SteppedClock
    cloud: MotoCloud
    stack: ExitStack = field(default_factory=ExitStack)
    spoken: list[Spoken] = field(default_factory=list)
    tokens: dict[str, str] = field(default_factory=dict)
    flaky: Flaky = field(default_factory=lambda: Flaky("post", "dynamodb"))

    def __post_init__(self) -> None:
        """Build everything new, in the cloud that is there."""
        number = next(_numbers)
        self.workspace = Workspace(self.clock, seed=number)
        for name in (*SPEAKERS, "Ana"):
            self.workspace.add_person(name)
        for channel in CHANNELS:
            self.workspace.add_channel(channel)
        patience = Patience()
        server = self.stack.enter_context(serve(create_app(self.workspace, patience.hang)))
        self.stack.enter_context(patience.kept())
        table_name = make_table(self.cloud, f"promise-{number}")
        self.dead_letters_url = make_fifo(self.cloud, f"promise-dead-{number}.fifo")
        self.outbox_url = make_fifo(self.cloud, f"promise-{number}.fifo", self.dead_letters_url)
        self._join(table_name, server.api_url)
        for name in SPEAKERS:
            self.link(name)

    def _join(self, table_name: str, slack_url: str) -> None:
        sqs, table = self.cloud.client("sqs"), Table(self.cloud.client("dynamodb"), table_name)
        flaky_table = Table(self.flaky.clients(self.cloud)("post", "dynamodb"), table_name)
        self.table_name = table_name
        self.receipts, self.notices, self.links = Receipts(table), Notices(table), Links(table)
        self.outbox = OutboxQueue(sqs, self.outbox_url)
        self.skill = Outbox(table, lambda: self.outbox, MAX_AGE, undo_seconds=300.0)
        self.timing = Timing(self.clock, self._sleep)
        services = OutboxServices.of(
            flaky_table,
            outbox=self.outbox,
            tokens=self,
            slack=SlackGateway(slack_url, ENDLESS),
            fetch_missed=lambda _link, _token: "nothing missing",
            clock=self.clock,
            max_message_age=MAX_AGE,
        )
        batch = PostBatch(services, DeadLetters(sqs, self.dead_letters_url), self)
        held = HeldMessages(table)
        self.net = Net(self.receipts, held, self.links, self.clock, MAX_AGE)
        self.release = Release(table, self.receipts, held, self.outbox)

        def invoke(event: Mapping[str, Any]) -> dict[str, Any]:
            returned = batch.post(event["Records"], "worker")
            return {
                "batchItemFailures": [{"itemIdentifier": message_id} for message_id in returned]
            }

        self.seen: list[str] = []
        self.attempts: list[Attempt] = []
        self._batch = batch
        self.queue = EventSource(sqs, self.outbox_url, invoke)

    def attempt(self, queued: QueuedCommand, outcome: AttemptOutcome) -> None:
        """Take note of an attempt, as bridge.outbox.batches.batch.Report does."""
        self.attempts.append(Attempt(queued.id, outcome.result, outcome.ts, outcome.detail))
        if isinstance(queued.command, SendMessage):
            self.seen.append(to_json(queued.command))

    def set_aside(self, kind: str, why: str) -> None:
        """Nothing is to be set aside here."""
        raise AssertionError(f"{kind}: {why}")

    def of(self, link_id: str, *, fresh: bool = False) -> str:
        """Return a link's token, as bridge.tokens.Tokens does."""
        del fresh
        return self.tokens[link_id]

    def link(self, name: str) -> None:
        """Give a speaker a token that works, as account linking would."""
        person = self.workspace.find_person(name)
        self.tokens[name] = self.workspace.install_app(person)
        state = LinkState.ACTIVE
        link = Link(name, self.workspace.team_id, person.id, name, state, None, "general")
        before = self.links.get(name)
        if before is None:
            self.links.put(link)
        else:
            self.links.save(before, link)

    def speak(self, name: str, place: str) -> Spoken:
        """Say something to Alexa, and wait for her answer."""
        self.clock.step(2)
        message = self._message(name, place)
        (handover,) = hand_over([message], self.skill, self.timing)
        spoken = Spoken(message, handover, self.count(message) == 1)
        self.spoken.append(spoken)
        return spoken

    def enqueue(self, name: str, place: str) -> None:
        """Hand a message over without waiting for its outcome."""
        message = self._message(name, place)
        receipt = self.receipts.open(message)
        self.outbox.send(message)
        self.spoken.append(Spoken(message, Handover(message, Taken.YES, receipt), was_there=False))

    def _message(self, name: str, place: str) -> SendMessage:
        number = len(self.spoken)
        find = self.workspace.find_person if place[0] == "@" else self.workspace.find_conversation
        return SendMessage(
            id=message_id(f"{self.workspace.team_id}/{number}"),
            link_id=name,
            team_id=self.workspace.team_id,
            conversation_id=find(place).id,
            conversation_name=place,
            text=f"message {number}",
            spoken_at=self.clock() + number / 1000,
            locale="en-US",
        )

    def fail_slack(self, fault: str, method: str | None = None) -> None:
        """Let the next post, or the next call of this method, go wrong."""
        self.workspace.faults.add(parse_fault(fault), method)

    def fail_table(self, nth: int, trouble: Trouble) -> None:
        """Let the workers' nth table call from now go wrong."""
        self.flaky.arm(lambda number, _: trouble if number == nth else None)

    def kill_worker(self, nth: int, *, after: bool) -> None:
        """Let a worker die around the nth table call from now."""

        def breaks(number: int, _operation: str) -> Trouble | None:
            if number == nth and not after:
                raise WorkerDied
            if number == nth + 1 and after:
                raise WorkerDied
            return None

        self.flaky.arm(breaks)

    def redeliver(self, back: int) -> None:
        """Deliver a record that was delivered before, as SQS at times does."""
        if not self.seen:
            return
        body = self.seen[-1 - back % len(self.seen)]
        record = {
            "messageId": "again",
            "receiptHandle": "stale",
            "body": body,
            "attributes": {"MessageGroupId": "again"},
        }
        self._survive(lambda: self._batch.post([record], "worker"))

    def work(self) -> None:
        """Let workers take what is visible."""
        for _ in range(200):
            if not self._survive(self.queue.poll):
                return
        raise RuntimeError("the queue never came to rest")

    def pass_time(self, seconds: float, step: float = 10.0) -> None:
        """Let time pass, workers working."""
        end = self.clock() + seconds
        while (left := end - self.clock()) > 0:
            self.clock.step(min(step, left))
            self.work()

    def revoke(self, name: str) -> None:
        """Let Slack refuse a speaker's token."""
        self.workspace.revoke(self.tokens[name])

    def look_after(self, name: str) -> None:
        """Do what the refresh function does for a link every five minutes."""
        self.net.settle(name)
        link = self.links.get(name)
        if link is not None and link.state is LinkState.ACTIVE:
            self.release.release(name)

    def come_to_rest(self) -> None:
        """Let everything be well, and long enough time pass for everything to be settled."""
        self.workspace.faults.clear()
        self.flaky.disarm()
        for _ in range(4):
            self.pass_time(MAX_AGE, step=30)
            for name in SPEAKERS:
                self.look_after(name)
        self.work()

    def count(self, message: SendMessage) -> int:
        """How often Slack has a message."""
        return sum(text == message.text for text in self.texts(message.conversation_name))

    def texts(self, place: str) -> list[str]:
        """What stands in a place, oldest first; where it is a person, speaker by speaker."""
        return [
            message.text
            for conversation in self._conversations(place)
            for message in self.workspace.messages(conversation)
        ]

    def _conversations(self, place: str) -> list[Conversation]:
        if place[0] != "@":
            return [self.workspace.find_conversation(place)]
        person = self.workspace.find_person(place)
        pairs = [{self.workspace.find_person(name).id, person.id} for name in SPEAKERS]
        direct = self.workspace.roster.direct
        return [direct[frozenset(pair)] for pair in pairs if frozenset(pair) in direct]

    def receipt(self, message: SendMessage) -> Receipt | None:
        """A message's receipt."""
        return self.receipts.of(message)

    def untold(self, name: str) -> list[Notice]:
        """The bad news that a speaker will hear next time."""
        return self.notices.untold(name, "any request")

    def audited(self) -> list[Finding]:
        """What `earshot audit` finds not to be as promised."""
        client, attempts = self.cloud.client("dynamodb"), self.attempts
        return findings_in(client, self.table_name, attempts, self.clock(), MAX_AGE)[1]

    def close(self) -> None:
        """End what was started."""
        self.stack.close()

    def _sleep(self, seconds: float) -> None:
        self.clock.step(seconds)
        self.work()

    def _survive(self, work: Callable[[], Any]) -> Any:
        try:
            return work()
        except WorkerDied:
            self.flaky.disarm()
            return 1
        except MailboxUnavailable:
            return 0
