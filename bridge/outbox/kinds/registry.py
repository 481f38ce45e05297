"""Which handler a command has; and which commands are carried out at once.

Most commands are messages: what other kinds need is imported when one is there.
"""
# ruff: noqa: PLC0415

from collections.abc import Sequence

from bridge.outbox.calls import Calls
from bridge.outbox.kinds.handler import Handler
from bridge.outbox.kinds.message import MessageHandler
from bridge.outbox.services import OutboxServices
from postbox.outbox.commands import (
    AddReaction,
    CancelScheduled,
    Command,
    DeleteMessage,
    FetchMissed,
    FetchOlder,
    LeaveAccount,
    MarkRead,
    MarkUnread,
    ScheduleMessage,
    SendMessage,
    UpdateMessage,
)


def handler_of(commands: Sequence[Command], services: OutboxServices, calls: Calls) -> Handler:
    """Return the handler of a command, or of marks that belong together."""
    match commands[0]:
        case SendMessage() as message:
            return MessageHandler(message, services, calls)
        case UpdateMessage() | DeleteMessage() | AddReaction() as change:
            from bridge.outbox.kinds.change import ChangeHandler

            return ChangeHandler(change, services, calls)
        case ScheduleMessage() as schedule:
            from bridge.outbox.kinds.schedule import ScheduleHandler

            return ScheduleHandler(schedule, services, calls)
        case CancelScheduled() as cancel:
            from bridge.outbox.kinds.cancellation import CancellationHandler

            return CancellationHandler(cancel, services, calls)
        case MarkRead() | MarkUnread():
            from bridge.outbox.kinds.marks import MarksHandler

            marks = [mark for mark in commands if isinstance(mark, MarkRead | MarkUnread)]
            return MarksHandler(marks, services, calls)
        case FetchMissed():
            from bridge.outbox.kinds.fetch import MissedHandler

            return MissedHandler(services, calls)
        case FetchOlder() as older:
            from bridge.outbox.kinds.fetch import OlderHandler

            return OlderHandler(older, services, calls)
        case LeaveAccount() as leave:
            from bridge.outbox.kinds.leave import LeaveHandler

            return LeaveHandler(leave, services)


def belong_together(one: Command, other: Command) -> bool:
    """Whether two commands are marks of one link in one conversation."""
    marks = isinstance(one, MarkRead | MarkUnread) and isinstance(other, MarkRead | MarkUnread)
    return marks and (one.link_id, one.group) == (other.link_id, other.group)
