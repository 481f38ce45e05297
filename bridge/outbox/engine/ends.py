"""How an attempt may end: each end written down at once with everything that follows from it.

A bad end leaves a notice in the same transaction, so that the speaker hears of it once.
"""

from dataclasses import replace

from bridge.outbox.deadlines import deadline, too_late
from bridge.outbox.engine.claims import Claims
from bridge.outbox.engine.outcome import AttemptOutcome, Result
from bridge.outbox.kinds.handler import Again, Confirmed, End, Failed, Handler, Withdrawn
from bridge.outbox.services import OutboxServices
from postbox.links.link import Link
from postbox.outbox import receipt_life
from postbox.outbox.commands import Command, CommandKind, SendMessage
from postbox.outbox.held import held_write
from postbox.outbox.notices import notice_write
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.store.errors import ConditionFailed
from postbox.store.items import Write

_OF_THE_COMMAND = {FailureReason.NO_SUCH_EMOJI, FailureReason.TOO_FAR, FailureReason.TOO_LONG}


class Ends:
    """The ends of one attempt at one command."""

    def __init__(
        self, command: Command, handler: Handler, claims: Claims, services: OutboxServices
    ) -> None:
        """End attempts at this command."""
        self._command = command
        self._handler = handler
        self._claims = claims
        self._services = services
        self.is_ruled_out = False
        """Whether this attempt looked, and Slack had not got it."""

    @property
    def is_late(self) -> bool:
        """Whether the command is not worth trying any more."""
        return self._now > deadline(self._command, self._services.max_message_age)

    def end(self, receipt: Receipt, end: End) -> AttemptOutcome:
        """End it as its kind says."""
        match end:
            case Confirmed():
                return self.confirm(receipt, end)
            case Withdrawn():
                stopped = receipt_life.stop(receipt, self._now)
                return self._settle(receipt, stopped, end.detail, *end.together)
            case Failed():
                return self.fail(receipt, end.reason, end.detail)
            case Again():
                return self.again(receipt, end.detail, end.delay)

    def again(
        self, receipt: Receipt, detail: str, delay: int, *, since: float | None = None
    ) -> AttemptOutcome:
        """Give the command back, unless it is too late for another attempt.

        `since` is when a call was made whose outcome is unknown; the next attempt looks first.
        """
        returned = receipt_life.give_back(receipt, since)
        may_look = since is not None and self._handler.can_look
        if self.is_late and not may_look:
            doubted = replace(receipt, maybe_done_since=returned.maybe_done_since)
            return self.late(doubted, detail)
        self._claims.save(receipt, returned)
        return AttemptOutcome(Result.AGAIN, detail, delay=delay, attempts=receipt.attempts)

    def late(self, receipt: Receipt, detail: str = "") -> AttemptOutcome:
        """Give up what came too late."""
        reason = too_late(self._command, self._now)
        return self.fail(receipt, reason, f"too old; {detail}" if detail else "too old")

    def relink(self, receipt: Receipt, link: Link, problem: str) -> AttemptOutcome:
        """Slack refuses the link's token: the link is broken, for all that it has to do."""
        try:
            self._services.links.end(link, problem, self._now)
        except ConditionFailed:
            return self.again(receipt, "the link changed meanwhile", 1)
        return self.unlinked(receipt, problem)

    def unlinked(self, receipt: Receipt, detail: str) -> AttemptOutcome:
        """There is no link that works; what can wait for one waits."""
        if self._handler.can_wait:
            return self.hold(receipt, detail)
        return self.fail(receipt, FailureReason.LINK_ENDED, detail)

    def hold(self, receipt: Receipt, detail: str) -> AttemptOutcome:
        """Set the message aside, out of the queue."""
        held = receipt_life.hold(receipt)
        waits = [held_write(self._command)] if isinstance(self._command, SendMessage) else []
        self._claims.save(receipt, held, *waits)
        return AttemptOutcome(Result.HELD, detail, attempts=receipt.attempts)

    def confirm(self, receipt: Receipt, confirmed: Confirmed) -> AttemptOutcome:
        """Slack has it."""
        after = receipt_life.confirm(receipt, confirmed.ts or receipt.ts, self._now)
        return self._settle(receipt, after, confirmed.detail, *confirmed.together)

    def fail(self, receipt: Receipt, reason: FailureReason, detail: str) -> AttemptOutcome:
        """It will not be done; its speaker is to be told.

        After a call that nobody knows of, and that nobody could look for, it may have been done;
        but for a reason that lies in the command itself, since it was there at that call, too.
        """
        is_sure = self.is_ruled_out or reason in _OF_THE_COMMAND
        if receipt.maybe_done_since is not None and not is_sure:
            return self._badly(receipt, receipt_life.doubt(receipt, self._now), detail)
        failed = receipt_life.fail(receipt, reason, self._now)
        outcome = self._badly(receipt, failed, detail)
        self._handler.failed(receipt)
        return outcome

    def _badly(self, before: Receipt, after: Receipt, detail: str) -> AttemptOutcome:
        notice = notice_write(after, *self._handler.worth_repeating(after.reason))
        return self._settle(before, after, detail, notice, *self._handler.traces_of_bad_end())

    def _settle(
        self, before: Receipt, after: Receipt, detail: str, *together: Write
    ) -> AttemptOutcome:
        self._claims.save(before, after, *together, *self._handler.traces_of_end())
        is_bad = after.state in {DeliveryState.FAILED, DeliveryState.DOUBTFUL}
        dropped = is_bad and self._command.is_quiet
        return AttemptOutcome(
            Result.DROPPED if dropped else Result(after.state),
            detail,
            ts=after.ts,
            attempts=after.attempts,
            bury=is_bad and after.kind is CommandKind.SEND_MESSAGE,
        )

    @property
    def _now(self) -> float:
        return self._services.clock()
