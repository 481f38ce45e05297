"""How an attempt at an action may end: each end written down with everything that follows from it.

A bad end leaves a notice in the same transaction, so that the speaker hears of it once.
"""

from dataclasses import replace

from bridge.outbox.actions.deadlines import deadline, too_late
from bridge.outbox.actions.schedule_traces import traces_of_failure
from bridge.outbox.actions.services import ActionServices
from bridge.outbox.outcome import Outcome, Result
from postbox.links.link import Link, LinkState
from postbox.outbox import action_receipt_life
from postbox.outbox.action import ActionKind, ActionReceipt, ActionState, OutboundAction
from postbox.outbox.notices import action_notice_write
from postbox.outbox.receipt import FailureReason
from postbox.store.table import Write

_RESULTS = {
    ActionState.DONE: Result.DONE,
    ActionState.FAILED: Result.FAILED,
    ActionState.DOUBTFUL: Result.DOUBTFUL,
    ActionState.WITHDRAWN: Result.DROPPED,
}


class ActionEnding:
    """The ends of one attempt at one action that was asked for."""

    def __init__(self, action: OutboundAction, services: ActionServices) -> None:
        """End attempts at this action."""
        self._action = action
        self._services = services

    @property
    def is_late(self) -> bool:
        """Whether the action is not worth trying any more."""
        return self._services.clock() > deadline(self._action, self._services.max_message_age)

    def late(self, action_receipt: ActionReceipt, detail: str = "") -> Outcome:
        """Give up what came too late: in doubt where a call was made that nobody knows of."""
        if action_receipt.maybe_done_since is not None:
            return self.doubt(action_receipt, f"too old; {detail}")
        reason = too_late(self._action, self._services.clock())
        return self.fail(action_receipt, reason, f"too old; {detail}")

    def again(
        self, action_receipt: ActionReceipt, detail: str, delay: int, *, since: float | None = None
    ) -> Outcome:
        """Give the action back, unless it is too late for another attempt.

        `since` is when a call was made whose outcome is unknown.
        """
        doubted = action_receipt.maybe_done_since or since
        if self.is_late:
            return self.late(replace(action_receipt, maybe_done_since=doubted), detail)
        returned = action_receipt_life.give_back(action_receipt, maybe_done_since=doubted)
        self._services.action_receipts.save(action_receipt, returned)
        return Outcome(Result.AGAIN, detail, delay=delay, attempts=action_receipt.attempts)

    def relink(self, action_receipt: ActionReceipt, link: Link, problem: str) -> Outcome:
        """Slack refuses the link's token: the link is broken, and an action cannot wait for it."""
        break_link(link, problem, self._services)
        return self.fail(action_receipt, FailureReason.LINK_ENDED, problem)

    def done(self, action_receipt: ActionReceipt, detail: str, *together: Write) -> Outcome:
        """Slack has it."""
        return self._settle(
            action_receipt, action_receipt_life.done(action_receipt, self._now), detail, *together
        )

    def withdraw(self, action_receipt: ActionReceipt, detail: str, *together: Write) -> Outcome:
        """It was taken back in time."""
        return self._settle(
            action_receipt,
            action_receipt_life.withdraw(action_receipt, self._now),
            detail,
            *together,
        )

    def fail(self, action_receipt: ActionReceipt, reason: FailureReason, detail: str) -> Outcome:
        """It was not done and will not be; its speaker is to be told."""
        return self._badly(
            action_receipt, action_receipt_life.fail(action_receipt, reason, self._now), detail
        )

    def doubt(self, action_receipt: ActionReceipt, detail: str) -> Outcome:
        """Nobody will find out whether it was done; its speaker is to be told."""
        return self._badly(
            action_receipt, action_receipt_life.doubt(action_receipt, self._now), detail
        )

    def _badly(self, before: ActionReceipt, after: ActionReceipt, detail: str) -> Outcome:
        notice = action_notice_write(after)
        if after.kind is ActionKind.SCHEDULE and after.reason is FailureReason.TIME_PASSED:
            notice = action_notice_write(after, self._action.text, self._action.mentions)
        traces = traces_of_failure(self._action, self._services.schedules)
        return self._settle(before, after, detail, notice, *traces)

    def _settle(
        self, before: ActionReceipt, after: ActionReceipt, detail: str, *together: Write
    ) -> Outcome:
        self._services.action_receipts.save(before, after, *together)
        return Outcome(_RESULTS[after.state], detail, ts=after.ts, attempts=after.attempts)

    @property
    def _now(self) -> float:
        return self._services.clock()


def break_link(link: Link, problem: str, services: ActionServices) -> None:
    """Note that Slack refuses a link's token, for all that the link has to do."""
    now = services.clock()
    broken = replace(link, state=LinkState.BROKEN, problem=problem, problem_since=now)
    services.links.save(broken)
