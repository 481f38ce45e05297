"""The records of a batch, read and put in the order in which they are worked on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bridge.outbox.actions.delivery import belong_together
from postbox.outbox.action import OutboundAction
from postbox.outbox.queue import Outgoing, outgoing
from postbox.store.errors import MalformedRecord


@dataclass(frozen=True)
class QueuedCommand:
    """One record, and what it holds; a sentence instead where nobody can read it."""

    record: Mapping[str, Any]
    content: Outgoing | None
    problem: str = ""

    @property
    def group(self) -> str:
        """Which records it must not overtake."""
        return str(self.record["attributes"]["MessageGroupId"])

    @property
    def received(self) -> int:
        """How often the queue gave it out."""
        return int(self.record["attributes"].get("ApproximateReceiveCount", 1))


def bundles(records: Iterable[Mapping[str, Any]]) -> list[list[QueuedCommand]]:
    """Return what is to be done at once, in order: one record, or marks that belong together.

    Messages come first, so that no action takes their time; then what somebody waits for.
    """
    bundled: list[list[QueuedCommand]] = []
    for queued in sorted(map(_read, records), key=_urgency):
        for bundle in bundled:
            if _belong_together(bundle[0], queued):
                bundle.append(queued)
                break
        else:
            bundled.append([queued])
    return bundled


def _read(record: Mapping[str, Any]) -> QueuedCommand:
    try:
        return QueuedCommand(record, outgoing(record["body"]))
    except MalformedRecord as error:
        return QueuedCommand(record, None, f"unreadable: {error}")


def _urgency(queued: QueuedCommand) -> int:
    if not isinstance(queued.content, OutboundAction):
        return 0
    return 2 if queued.content.is_quiet else 1


def _belong_together(one: QueuedCommand, other: QueuedCommand) -> bool:
    first, second = one.content, other.content
    if not isinstance(first, OutboundAction) or not isinstance(second, OutboundAction):
        return False
    return belong_together(first, second)
