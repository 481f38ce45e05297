"""How an attempt may end: each end written down at once with everything that follows from it."""

from dataclasses import replace

from bridge.outbox.delivery_services import DeliveryServices
from bridge.outbox.outcome import Outcome, Result
from postbox.inbox.stores.watches import watch_write
from postbox.links.link import Link, LinkState
from postbox.outbox import receipt_life
from postbox.outbox.held import held_delete, held_write
from postbox.outbox.message import OutboundMessage
from postbox.outbox.notices import notice_write
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.store.table import Write


class Ending:
    """The ends of one attempt at one message."""

    def __init__(self, message: OutboundMessage, services: DeliveryServices) -> None:
        """End attempts at this message."""
        self._message = message
        self._services = services
        self.was_held = False
        """Whether the message is marked as one that comes back; settling it takes the mark off."""

    @property
    def is_late(self) -> bool:
        """Whether the message is too old to be posted."""
        age = self._services.clock() - self._message.spoken_at
        return age > self._services.max_message_age

    def already(self, receipt: Receipt) -> Outcome:
        """Nothing to do: an earlier delivery settled it, or it waits outside the queue."""
        return _outcome(Result.ALREADY, receipt, receipt.state)

    def again(
        self, receipt: Receipt, detail: str, delay: int, *, since: float | None = None
    ) -> Outcome:
        """Give the message back, unless it has grown too old for another attempt.

        `since` is when a call was made whose outcome is unknown; the next attempt looks first.
        """
        doubted = since or receipt.maybe_posted_since
        if self.is_late and since is None:
            if doubted is None:
                return self.fail(receipt, FailureReason.TOO_OLD, f"too old; {detail}")
            return self.doubt(receipt, detail)
        returned = receipt_life.give_back(receipt, maybe_posted_since=doubted)
        self._services.receipts.save(receipt, returned)
        return _outcome(Result.AGAIN, returned, detail, delay)

    def relink(self, receipt: Receipt, link: Link, problem: str) -> Outcome:
        """Slack refuses the link's token: everything of this link waits for a new one."""
        now = self._services.clock()
        broken = replace(link, state=LinkState.BROKEN, problem=problem, problem_since=now)
        self._services.links.save(broken)
        return self.hold(receipt, problem)

    def hold(self, receipt: Receipt, detail: str) -> Outcome:
        """Set the message aside, out of the queue."""
        held = receipt_life.hold(receipt)
        self._services.receipts.save(receipt, held, held_write(self._message))
        return _outcome(Result.HELD, held, detail)

    def confirm(self, receipt: Receipt, ts: str | None, detail: str) -> Outcome:
        """Slack has the message; from now on what others say there are replies."""
        now = self._services.clock()
        confirmed = receipt_life.confirm(receipt, ts, now)
        watch = [watch_write(self._in_place(receipt), ts, now)] if ts else []
        self._services.receipts.save(receipt, confirmed, *watch, *self._unmark())
        return _outcome(Result.POSTED, confirmed, detail)

    def fail(self, receipt: Receipt, reason: FailureReason, detail: str) -> Outcome:
        """The message is not in Slack and will not be; its speaker is to be told."""
        failed = receipt_life.fail(receipt, reason, self._services.clock())
        outcome = self._badly(Result.FAILED, receipt, failed, detail)
        self._services.watches.cancel(self._in_place(receipt))
        return outcome

    def doubt(self, receipt: Receipt, detail: str) -> Outcome:
        """Nobody will find out whether Slack has the message; its speaker is to be told."""
        doubtful = receipt_life.doubt(receipt, self._services.clock())
        return self._badly(Result.DOUBTFUL, receipt, doubtful, detail)

    def _badly(self, result: Result, before: Receipt, after: Receipt, detail: str) -> Outcome:
        notice = notice_write(after, self._message.text, self._message.mentions)
        self._services.receipts.save(before, after, notice, *self._unmark())
        return _outcome(result, after, detail)

    def _in_place(self, receipt: Receipt) -> OutboundMessage:
        return replace(self._message, conversation_id=receipt.conversation_id)

    def _unmark(self) -> list[Write]:
        return [held_delete(self._message)] if self.was_held else []


def _outcome(result: Result, receipt: Receipt, detail: str, delay: int = 0) -> Outcome:
    return Outcome(
        result,
        detail,
        delay=delay,
        ts=receipt.ts,
        attempts=receipt.attempts,
        bury=receipt.state in {DeliveryState.FAILED, DeliveryState.DOUBTFUL},
    )
