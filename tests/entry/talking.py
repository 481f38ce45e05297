"""What can be seen of what was done beside sending."""

from collections.abc import Callable

from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess
from postbox.links.stores.links import PERSONAL
from postbox.outbox.receipt import Receipt
from postbox.outbox.receipts import Receipts
from postbox.outbox.schedules import Scheduled, Schedules
from postbox.store.table import Table


def action_receipts(world: PlayedInProcess) -> list[Receipt]:
    """Return all receipts, newest first."""
    return Receipts(table(world)).actions(PERSONAL, 100)


def scheduled(world: PlayedInProcess) -> list[Scheduled]:
    """Return what Earshot knows to be scheduled."""
    return Schedules(table(world)).of(PERSONAL, world.parts.clock())


def in_slack(world: PlayedInProcess) -> list[tuple[str, int]]:
    """Return what the local Slack has scheduled: texts and times."""
    workspace = world.parts.workspace
    waiting = [
        one for conversation in workspace.conversations for one in workspace.scheduled(conversation)
    ]
    return [(message.text, message.post_at) for message in waiting]


def table(world: PlayedInProcess) -> Table:
    return Table(world.parts.cloud.client("dynamodb"), TABLE)


def after(world: PlayedInProcess, seconds: float, do: Callable[[], object]) -> None:
    """Do something once so much time has passed, even while the skill is answering."""
    due, deliver = world.parts.clock() + seconds, world.parts.outlet.deliver_due
    done: list[bool] = []

    def deliver_due() -> int:
        if world.parts.clock() >= due and not done:
            done.append(True)
            do()
        return deliver()

    world.parts.outlet.deliver_due = deliver_due  # type: ignore[method-assign]
