"""What this version cannot read: waited for while it may help, then told of; nothing else waits.

A newer Earshot may have written a command or a receipt before all functions are of its version, or
before it was taken back. A damaged receipt is never readable again.
"""

from bridge.outbox.delays import backoff_after
from bridge.outbox.engine.outcome import AttemptOutcome, Result
from bridge.outbox.services import OutboxServices
from postbox.outbox import receipt_life
from postbox.outbox.commands import Command, CommandKind
from postbox.outbox.notices import doubt_write, notice_write
from postbox.outbox.receipt import FailureReason, Receipt
from postbox.outbox.records import NewerCommand
from postbox.store.errors import ConditionFailed, MalformedRecord, NewerRecord

NEWER = "written by a newer version"


def newer_command(command: NewerCommand, services: OutboxServices, received: int) -> AttemptOutcome:
    """Leave a newer version's command to it; tell the speaker once that is too late."""
    if not _is_late(command, services):
        return AttemptOutcome(Result.AGAIN, NEWER, delay=backoff_after(received), attempts=received)
    try:
        receipt = services.receipts.of(command)
    except MalformedRecord as problem:
        return unreadable_receipt(command, problem, services, received)
    if receipt is None or receipt.is_final:
        return AttemptOutcome(Result.ALREADY, "nothing to settle", attempts=received)
    return _given_up(receipt, command, services)


def unreadable_receipt(
    command: Command | NewerCommand,
    problem: MalformedRecord,
    services: OutboxServices,
    received: int,
) -> AttemptOutcome:
    """Wait for a newer version's receipt to be readable; what is damaged is told of at once."""
    receipt = services.receipts.unreadable(command)
    if receipt is None or receipt.is_final:
        return AttemptOutcome(Result.ALREADY, "settled elsewhere", attempts=received)
    if isinstance(problem, NewerRecord) and not _is_late(command, services):
        return AttemptOutcome(Result.AGAIN, NEWER, delay=backoff_after(received), attempts=received)
    notice = doubt_write(receipt, getattr(command, "text", ""))
    services.receipts.give_up(receipt, services.clock(), notice)
    is_message = receipt.kind is CommandKind.SEND_MESSAGE
    return AttemptOutcome(Result.DOUBTFUL, str(problem), attempts=received, bury=is_message)


def _given_up(receipt: Receipt, command: NewerCommand, services: OutboxServices) -> AttemptOutcome:
    now = services.clock()
    if receipt_life.may_be_done(receipt):
        after, result = receipt_life.doubt(receipt, now), Result.DOUBTFUL
    else:
        after = receipt_life.fail(receipt, FailureReason.NEWER_VERSION, now)
        result = Result.FAILED
    try:
        services.receipts.save(receipt, after, notice_write(after, command.text))
    except ConditionFailed:
        return AttemptOutcome(Result.AGAIN, "somebody else was first", delay=1)
    is_message = after.kind is CommandKind.SEND_MESSAGE
    return AttemptOutcome(result, NEWER, attempts=after.attempts, bury=is_message)


def _is_late(command: Command | NewerCommand, services: OutboxServices) -> bool:
    return services.clock() - command.spoken_at > services.max_message_age
