"""Bringing one message from the outbox to Slack: exactly once, or its speaker is told.

An attempt claims the receipt by a conditional write, calls Slack, and writes down what came of it.
Where nobody knows what came of a call (a time-out, a reset, a 5xx, a worker that died), the receipt
keeps the doubt, and the next attempt reads the conversation back before it posts again.
"""

from collections.abc import Callable
from dataclasses import replace

from bridge.links.secrets import SecretMissing, SecretUnavailable
from bridge.outbox.calls import Blind, Calls
from bridge.outbox.delays import SLOWEST_RETRY_SECONDS, backoff, patience, whole
from bridge.outbox.delivery_services import DeliveryServices
from bridge.outbox.ending import Ending
from bridge.outbox.opening import Opening
from bridge.outbox.outcome import Outcome, Result
from bridge.outbox.siblings import Siblings
from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from bridge.slack.verdicts import Act, judge
from postbox.links.link import Link, LinkState
from postbox.outbox import receipt_life
from postbox.outbox.message import OutboundMessage
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.store.errors import ConditionFailed, MailboxUnavailable

LEASE_SECONDS = 15
"""For so long a claim keeps others off; longer than the post Lambda may run."""
CALL_SECONDS = 5
"""What must be left of the Lambda's time before a call to Slack is begun."""


def deliver(
    message: OutboundMessage,
    services: DeliveryServices,
    worker: str,
    time_left: Callable[[], float],
) -> Outcome:
    """Make one attempt. `worker` names who claims; `time_left` tells the Lambda's seconds."""
    attempt = _Attempt(message, services, time_left)
    try:
        outcome = attempt.make(worker)
    except ConditionFailed:
        outcome = Outcome(Result.AGAIN, "another worker was first", delay=1)
    except MailboxUnavailable as unavailable:
        outcome = Outcome(Result.AGAIN, f"mailbox: {unavailable}", delay=2)
    return replace(outcome, slack_calls=attempt.calls.made)


class _Attempt:
    """One attempt at one message."""

    def __init__(
        self, message: OutboundMessage, services: DeliveryServices, time_left: Callable[[], float]
    ) -> None:
        self.calls = Calls(services, message.link_id)
        self._message = message
        self._services = services
        self._time_left = time_left
        self._end = Ending(message, services)
        self._opening = Opening(self.calls, self._end)
        self._siblings = Siblings(message, services)

    def make(self, worker: str) -> Outcome:
        message, services, now = self._message, self._services, self._services.clock()
        receipt = services.receipts.get(message.link_id, message.spoken_at, message.id)
        receipt = receipt or services.receipts.open(message)
        if receipt.state.is_final or receipt.state is DeliveryState.HELD:
            return self._end.already(receipt)
        if busy := receipt_life.busy_until(receipt, now):
            return Outcome(Result.AGAIN, "another worker has it", delay=whole(busy - now))
        if (pause := services.pauses.until(message.team_id)) > now and not self._end.is_late:
            return Outcome(Result.AGAIN, "workspace limited", delay=whole(pause - now))
        if self._time_left() < CALL_SECONDS:
            return Outcome(Result.AGAIN, "no time left")
        claimed = receipt_life.claim(receipt, worker, now, LEASE_SECONDS)
        return self._with_claim(services.receipts.save(receipt, claimed))

    def _with_claim(self, receipt: Receipt) -> Outcome:
        if receipt.maybe_posted_since is None and self._end.is_late:
            return self._end.fail(receipt, FailureReason.TOO_OLD, "too old")
        link = self._services.links.get(self._message.link_id)
        if link is None or link.state is LinkState.BROKEN:
            return self._end.hold(receipt, "not linked" if link is None else "link broken")
        marks = self._siblings.marks()
        self._end.was_held = marks.own
        if marks.earlier:
            return self._end.hold(receipt, "behind held messages")
        return self._try(receipt, link)

    def _try(self, receipt: Receipt, link: Link) -> Outcome:
        try:
            opened = self._opening.opened(receipt)
            if isinstance(opened, Outcome):
                return opened
            receipt = opened
            return self._call_slack(receipt)
        except SecretMissing:
            return self._end.relink(receipt, link, "token_missing")
        except SecretUnavailable:
            return self._end.again(receipt, "token unreadable", backoff(receipt))
        except SlackLimited as limited:
            return self._limited(receipt, limited)
        except SlackUnreachable as unreachable:
            return self._end.again(receipt, f"unreachable: {unreachable}", backoff(receipt))
        except Blind as blind:
            return self._end.doubt(receipt, f"read back: {blind}")
        except SlackRefused as refused:
            return self._refused(receipt, link, refused.code)

    def _call_slack(self, receipt: Receipt) -> Outcome:
        message = replace(self._message, conversation_id=receipt.conversation_id)
        if self.calls.made and self._time_left() < CALL_SECONDS:
            return self._end.again(receipt, "no time left", 0)
        if receipt.maybe_posted_since is not None:
            try:
                found = self.calls.find(message, receipt.maybe_posted_since)
            except SlackUnclear as unclear:
                return self._end.again(receipt, f"read back: {unclear}", backoff(receipt))
            except SlackLimited as limited:
                # Slack limits each method by itself: other conversations may well be posted to.
                return self._end.again(
                    receipt, "read back limited", patience(receipt, limited.seconds)
                )
            if found:
                return self._end.confirm(receipt, found, "read back")
            if self._end.is_late:
                return self._end.fail(receipt, FailureReason.TOO_OLD, "too old")
            if self._time_left() < CALL_SECONDS:
                return self._end.again(receipt, "no time left", 0)
        return self._post(receipt, message)

    def _post(self, receipt: Receipt, message: OutboundMessage) -> Outcome:
        called_at = self._services.clock()
        self._services.watches.start(message, called_at)
        try:
            ts = self.calls.post(message)
        except SlackUnclear as unclear:
            since = receipt.maybe_posted_since or called_at
            return self._end.again(receipt, f"unclear: {unclear}", backoff(receipt), since=since)
        return self._end.confirm(receipt, ts, "")

    def _refused(self, receipt: Receipt, link: Link, code: str) -> Outcome:
        verdict = judge(code)
        if verdict.act is Act.RELINK:
            return self._end.relink(receipt, link, code)
        if verdict.act is Act.DONE:
            return self._end.confirm(receipt, None, code)
        if verdict.act is Act.GIVE_UP:
            return self._end.fail(receipt, verdict.reason or FailureReason.OTHER, code)
        return self._end.again(receipt, code, SLOWEST_RETRY_SECONDS)

    def _limited(self, receipt: Receipt, limited: SlackLimited) -> Outcome:
        now = self._services.clock()
        if self._siblings.have_rested(receipt.conversation_id, now):
            self._services.pauses.set(self._message.team_id, now + limited.seconds)
        return self._end.again(receipt, "limited", patience(receipt, limited.seconds))
