"""Doing one action that a speaker asked for and will be told about.

An attempt claims the receipt by a conditional write, calls Slack, and writes down what came of it.
Most actions can be asked for twice without harm; scheduling looks first where a call was unclear.
"""

from collections.abc import Callable

from bridge.links.secrets import SecretMissing, SecretUnavailable
from bridge.outbox.actions.calls import CALL_SECONDS, ActionCalls, NoTime
from bridge.outbox.actions.changing import change
from bridge.outbox.actions.ending import ActionEnding
from bridge.outbox.actions.errors import judge_action
from bridge.outbox.actions.scheduling import Scheduling
from bridge.outbox.actions.services import ActionServices
from bridge.outbox.actions.unscheduling import Unscheduling
from bridge.outbox.delays import SLOWEST_RETRY_SECONDS, backoff, patience, whole
from bridge.outbox.outcome import Outcome, Result
from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from bridge.slack.verdicts import Act
from postbox.links.link import Link, LinkState
from postbox.outbox import action_receipt_life
from postbox.outbox.action import ActionKind, ActionReceipt, OutboundAction
from postbox.outbox.receipt import FailureReason

LEASE_SECONDS = 15
"""For so long a claim keeps others off; longer than the post Lambda may run."""


class AskedAction:
    """One attempt at one action."""

    def __init__(
        self, action: OutboundAction, services: ActionServices, time_left: Callable[[], float]
    ) -> None:
        """Attempt this; `time_left` tells the Lambda's seconds."""
        self.calls = ActionCalls(services, action.link_id, time_left)
        self._action = action
        self._services = services
        self._time_left = time_left
        self._end = ActionEnding(action, services)

    def make(self) -> Outcome:
        """Return what came of it. Raises ConditionFailed and MailboxUnavailable."""
        action, action_receipts, now = (
            self._action,
            self._services.action_receipts,
            self._services.clock(),
        )
        action_receipt = action_receipts.get(
            action.link_id, action.spoken_at, action.id
        ) or action_receipts.open(action)
        if action_receipt.state.is_final:
            return Outcome(Result.ALREADY, action_receipt.state, attempts=action_receipt.attempts)
        if busy := action_receipt_life.busy_until(action_receipt, now):
            return Outcome(Result.AGAIN, "another worker has it", delay=whole(busy - now))
        if self._time_left() < CALL_SECONDS:
            return Outcome(Result.AGAIN, "no time left")
        action_receipt = action_receipts.save(
            action_receipt, action_receipt_life.claim(action_receipt, now, LEASE_SECONDS)
        )
        if self._end.is_late:
            return self._end.late(action_receipt)
        link = self._services.links.get(action.link_id)
        if link is None or link.state is LinkState.BROKEN:
            detail = "not linked" if link is None else "link broken"
            return self._end.fail(action_receipt, FailureReason.LINK_ENDED, detail)
        return self._try(action_receipt, link)

    def _try(self, action_receipt: ActionReceipt, link: Link) -> Outcome:
        called_at = self._services.clock()
        try:
            return self._do(action_receipt, link)
        except NoTime:
            return self._end.again(action_receipt, "no time left", 0)
        except SecretMissing:
            return self._end.relink(action_receipt, link, "token_missing")
        except SecretUnavailable:
            return self._end.again(action_receipt, "token unreadable", backoff(action_receipt))
        except SlackLimited as limited:
            return self._end.again(
                action_receipt, "limited", patience(action_receipt, limited.seconds)
            )
        except SlackUnreachable as unreachable:
            return self._end.again(
                action_receipt, f"unreachable: {unreachable}", backoff(action_receipt)
            )
        except SlackUnclear as unclear:
            return self._end.again(
                action_receipt, f"unclear: {unclear}", backoff(action_receipt), since=called_at
            )
        except SlackRefused as refused:
            return self._refused(action_receipt, link, refused.code)

    def _do(self, action_receipt: ActionReceipt, link: Link) -> Outcome:
        if self._action.kind is ActionKind.SCHEDULE:
            scheduling = Scheduling(self._action, self._services, self.calls, self._end)
            return scheduling.schedule(action_receipt, link)
        if self._action.kind is ActionKind.UNSCHEDULE:
            unscheduling = Unscheduling(self._action, self._services, self.calls, self._end)
            return unscheduling.unschedule(action_receipt)
        change(self._action, self._services.slack.actions, self.calls)
        return self._end.done(action_receipt, "")

    def _refused(self, action_receipt: ActionReceipt, link: Link, code: str) -> Outcome:
        verdict = judge_action(self._action.kind, code)
        if verdict.act is Act.RELINK:
            return self._end.relink(action_receipt, link, code)
        if verdict.act is Act.DONE:
            return self._end.done(action_receipt, code)
        if verdict.act is Act.GIVE_UP:
            return self._end.fail(action_receipt, verdict.reason or FailureReason.OTHER, code)
        return self._end.again(action_receipt, code, SLOWEST_RETRY_SECONDS)
