"""A world with an outbox that takes actions, and what can be seen of what became of them."""

import itertools
from dataclasses import dataclass, field
from typing import Any, get_args

import pytest

from local.workspace.team.entities import Conversation, Message
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess
from postbox.inbox.stores.read_states import ReadStates
from postbox.links.stores.links import PERSONAL
from postbox.outbox.commands import Command, CommandKind, ScheduleMessage, SendMessage
from postbox.outbox.notices import Notice, Notices
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipt import Receipt
from postbox.outbox.receipts import Receipts
from postbox.outbox.schedules import Scheduled, Schedules, scheduled_write
from postbox.store.table import Table

CLASSES = {kind.KIND: kind for kind in get_args(Command)}


@dataclass
class Scene:
    """Giselle and her actions."""

    world: PlayedInProcess
    table: Table
    numbers: itertools.count = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.workspace = self.world.parts.workspace
        self.clock = self.world.parts.clock
        self.general = self.workspace.find_conversation("#general")
        self.giselle = self.workspace.find_person("Giselle")
        self.schedules = Schedules(self.table)
        self.read_states, self.receipts = ReadStates(self.table), Receipts(self.table)
        cloud = self.world.parts.cloud
        self.outbox = OutboxQueue(cloud.client("sqs"), cloud.outbox_url)

    def action(self, kind: CommandKind, **details: Any) -> Any:
        """Return a command as it is spoken now, with as much of the details as its kind has."""
        self.clock.step(1)
        details.setdefault("conversation_id", self.general.id)
        of_kind = CLASSES[kind]
        details = {n: value for n, value in details.items() if n in of_kind.__dataclass_fields__}
        return of_kind(
            id=f"action-{next(self.numbers)}",
            link_id=PERSONAL,
            team_id=self.workspace.team_id,
            conversation_name="general",
            spoken_at=self.clock(),
            locale="en-US",
            **details,
        )

    def queue(self, action: Any) -> Any:
        """Put an action into the outbox, with its receipt where it has one."""
        if not action.is_quiet:
            together = (
                [scheduled_write(Scheduled.of(action))]
                if action.kind is CommandKind.SCHEDULE_MESSAGE
                else []
            )
            self.receipts.open(action, *together)
        self.outbox.send(action)
        return action

    def do(self, kind: CommandKind, **details: Any) -> Any:
        """Queue an action and let happen what is due."""
        action = self.queue(self.action(kind, **details))
        self.world.settle()
        return action

    def say(self, text: str) -> SendMessage:
        """Queue an ordinary message in the same conversation."""
        message = SendMessage(
            id=f"message-{next(self.numbers)}",
            link_id=PERSONAL,
            team_id=self.workspace.team_id,
            conversation_id=self.general.id,
            conversation_name="general",
            text=text,
            spoken_at=self.clock(),
            locale="en-US",
        )
        self.receipts.open(message)
        self.outbox.send(message)
        return message

    def receipt(self, action: Command) -> Receipt:
        """Return what became of a command."""
        found = self.receipts.of(action)
        assert found is not None
        return found

    def scheduled(self, action: ScheduleMessage) -> Scheduled | None:
        """Return what is kept of what it schedules."""
        return self.schedules.by(action)

    def notices(self) -> list[Notice]:
        """Return the bad news that waits."""
        return Notices(self.table).untold(PERSONAL, "any request")

    def post(self, text: str = "hello", author: str = "Giselle", **details: Any) -> str:
        """Have somebody write in general; return the ts."""
        person = self.workspace.find_person(author)
        return self.workspace.post(person, self.general, text, **details).ts

    def message(self, ts: str, conversation: Conversation | None = None) -> Message | None:
        """Return a message as it stands in Slack."""
        return self.workspace.history(conversation or self.general).get(ts)

    def last_read(self) -> str:
        """Return where Giselle's mark stands in general."""
        return self.general.last_read.get(self.giselle.id, "0000000000.000000")

    def seen_until(self) -> str:
        """Return up to where Earshot knows general to be read elsewhere."""
        positions = self.read_states.positions(PERSONAL, self.workspace.team_id, [self.general.id])
        return positions[self.general.id].seen_until

    def calls(self, method: str) -> int:
        """Return how often a method was called."""
        return self.workspace.calls[method]


@pytest.fixture
def scene(world: PlayedInProcess) -> Scene:
    return Scene(world, Table(world.parts.cloud.client("dynamodb"), TABLE))
