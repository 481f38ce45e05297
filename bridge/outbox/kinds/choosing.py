"""Which handler a command has; and which commands are carried out at once.

Most commands are messages: what other kinds need is imported when one is there.
"""
# ruff: noqa: PLC0415

from collections.abc import Sequence

from bridge.outbox.calls import Calls
from bridge.outbox.kinds.handler import Handler
from bridge.outbox.kinds.sending import Sending
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
            return Sending(message, services, calls)
        case UpdateMessage() | DeleteMessage() | AddReaction() as change:
            from bridge.outbox.kinds.changing import Changing

            return Changing(change, services, calls)
        case ScheduleMessage() as schedule:
            from bridge.outbox.kinds.scheduling import Scheduling

            return Scheduling(schedule, services, calls)
        case CancelScheduled() as cancel:
            from bridge.outbox.kinds.cancelling import Cancelling

            return Cancelling(cancel, services, calls)
        case MarkRead() | MarkUnread():
            from bridge.outbox.kinds.marking import Marking

            marks = [mark for mark in commands if isinstance(mark, MarkRead | MarkUnread)]
            return Marking(marks, services, calls)
        case FetchMissed():
            from bridge.outbox.kinds.fetching import Fetching

            return Fetching(services, calls)
        case FetchOlder() as older:
            from bridge.outbox.kinds.fetching_older import FetchingOlder

            return FetchingOlder(older, services, calls)
        case LeaveAccount() as leave:
            from bridge.outbox.kinds.leaving import LeavingAccount

            return LeavingAccount(leave, services)


def belong_together(one: Command, other: Command) -> bool:
    """Whether two commands are marks of one link in one conversation."""
    marks = isinstance(one, MarkRead | MarkUnread) and isinstance(other, MarkRead | MarkUnread)
    return marks and (one.link_id, one.group) == (other.link_id, other.group)
