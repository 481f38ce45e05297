"""How an attempt at an action may end: each end written down with everything that follows from it.

A bad end leaves a notice in the same transaction, so that the speaker hears of it once.
"""

from dataclasses import replace

from bridge.action_deadlines import deadline, too_late
from bridge.action_services import ActionServices
from bridge.outcome import Outcome, Result
from bridge.schedule_traces import traces_of_failure
from mailbox import deed_life
from mailbox.action import ActionKind, Deed, DeedState, OutboundAction
from mailbox.link import Link, LinkState
from mailbox.notices import deed_notice_write
from mailbox.receipt import FailureReason
from mailbox.table import Write

_RESULTS = {
    DeedState.DONE: Result.DONE,
    DeedState.FAILED: Result.FAILED,
    DeedState.DOUBTFUL: Result.DOUBTFUL,
    DeedState.WITHDRAWN: Result.DROPPED,
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

    def late(self, deed: Deed, detail: str = "") -> Outcome:
        """Give up what came too late: in doubt where a call was made that nobody knows of."""
        if deed.maybe_done_since is not None:
            return self.doubt(deed, f"too old; {detail}")
        reason = too_late(self._action, self._services.clock())
        return self.fail(deed, reason, f"too old; {detail}")

    def again(self, deed: Deed, detail: str, delay: int, *, since: float | None = None) -> Outcome:
        """Give the action back, unless it is too late for another attempt.

        `since` is when a call was made whose outcome is unknown.
        """
        doubted = deed.maybe_done_since or since
        if self.is_late:
            return self.late(replace(deed, maybe_done_since=doubted), detail)
        returned = deed_life.give_back(deed, maybe_done_since=doubted)
        self._services.deeds.save(deed, returned)
        return Outcome(Result.AGAIN, detail, delay=delay, attempts=deed.attempts)

    def relink(self, deed: Deed, link: Link, problem: str) -> Outcome:
        """Slack refuses the link's token: the link is broken, and an action cannot wait for it."""
        break_link(link, problem, self._services)
        return self.fail(deed, FailureReason.LINK_ENDED, problem)

    def done(self, deed: Deed, detail: str, *together: Write) -> Outcome:
        """Slack has it."""
        return self._settle(deed, deed_life.done(deed, self._now), detail, *together)

    def withdraw(self, deed: Deed, detail: str, *together: Write) -> Outcome:
        """It was taken back in time."""
        return self._settle(deed, deed_life.withdraw(deed, self._now), detail, *together)

    def fail(self, deed: Deed, reason: FailureReason, detail: str) -> Outcome:
        """It was not done and will not be; its speaker is to be told."""
        return self._badly(deed, deed_life.fail(deed, reason, self._now), detail)

    def doubt(self, deed: Deed, detail: str) -> Outcome:
        """Nobody will find out whether it was done; its speaker is to be told."""
        return self._badly(deed, deed_life.doubt(deed, self._now), detail)

    def _badly(self, before: Deed, after: Deed, detail: str) -> Outcome:
        notice = deed_notice_write(after)
        if after.kind is ActionKind.SCHEDULE and after.reason is FailureReason.TIME_PASSED:
            notice = deed_notice_write(after, self._action.text, self._action.mentions)
        traces = traces_of_failure(self._action, self._services.schedules)
        return self._settle(before, after, detail, notice, *traces)

    def _settle(self, before: Deed, after: Deed, detail: str, *together: Write) -> Outcome:
        self._services.deeds.save(before, after, *together)
        return Outcome(_RESULTS[after.state], detail, ts=after.ts, attempts=after.attempts)

    @property
    def _now(self) -> float:
        return self._services.clock()


def break_link(link: Link, problem: str, services: ActionServices) -> None:
    """Note that Slack refuses a link's token, for all that the link has to do."""
    now = services.clock()
    broken = replace(link, state=LinkState.BROKEN, problem=problem, problem_since=now)
    services.links.save(broken)
