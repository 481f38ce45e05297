"""The records of a batch, read and put in the order in which they are worked on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from bridge.outbox.kinds.registry import belong_together
from postbox.outbox.commands import Command, CommandKind
from postbox.outbox.records import NewerCommand, command_in, newer_command_in
from postbox.store.errors import MalformedRecord, NewerRecord


class QueuedCommand(NamedTuple):
    """One record, and what it holds."""

    record: Mapping[str, Any]
    command: Command | NewerCommand | None
    """None where nobody can read it."""
    problem: str = ""

    @property
    def id(self) -> str:
        """The command's id, or the record's."""
        return self.command.id if self.command else str(self.record["messageId"])

    @property
    def group(self) -> str:
        """Which records it must not overtake."""
        return str(self.record["attributes"]["MessageGroupId"])

    @property
    def received(self) -> int:
        """How often the queue gave it out."""
        return int(self.record["attributes"].get("ApproximateReceiveCount", 1))


def bundles(records: Iterable[Mapping[str, Any]]) -> list[Sequence[QueuedCommand]]:
    """Return what is to be done at once, in order: one record, or marks that belong together.

    Messages come first, so that nothing else takes their time; then what somebody waits for.
    """
    bundled: list[list[QueuedCommand]] = []
    for queued in sorted(map(_read, records), key=_urgency):
        for bundle in bundled:
            if _belong_together(bundle[0], queued):
                bundle.append(queued)
                break
        else:
            bundled.append([queued])
    return [*bundled]


def commands_of(bundle: Sequence[QueuedCommand]) -> list[Command]:
    """Return the commands of a bundle that this version knows."""
    return [queued.command for queued in bundle if isinstance(queued.command, Command)]


def _read(record: Mapping[str, Any]) -> QueuedCommand:
    try:
        return QueuedCommand(record, command_in(record["body"]))
    except NewerRecord as newer:
        return _newer(record, str(newer))
    except MalformedRecord as error:
        return QueuedCommand(record, None, f"unreadable: {error}")


def _newer(record: Mapping[str, Any], problem: str) -> QueuedCommand:
    try:
        return QueuedCommand(record, newer_command_in(record["body"]), problem)
    except MalformedRecord as error:
        return QueuedCommand(record, None, f"unreadable: {error}")


def _urgency(queued: QueuedCommand) -> int:
    if queued.command is None or queued.command.kind == CommandKind.SEND_MESSAGE:
        return 0
    is_quiet = isinstance(queued.command, Command) and queued.command.is_quiet
    return 2 if is_quiet else 1


def _belong_together(one: QueuedCommand, other: QueuedCommand) -> bool:
    pair = commands_of([one, other])
    return len(pair) == 2 and belong_together(*pair)
