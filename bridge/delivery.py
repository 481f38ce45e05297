"""Bringing one message from the outbox to Slack: exactly once, or its speaker is told.

An attempt claims the receipt by a conditional write, calls Slack, and writes down what came of it.
Where nobody knows what came of a call (a time-out, a reset, a 5xx, a worker that died), the receipt
keeps the doubt, and the next attempt reads the conversation back before it posts again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bridge.calls import Blind, Calls
from bridge.outcome import Outcome, Result
from bridge.secrets import SecretMissing, SecretUnavailable
from bridge.slack_errors import Act, judge
from bridge.slack_gateway import (
    SlackGateway,
    SlackLimited,
    SlackRefused,
    SlackUnclear,
    SlackUnreachable,
)
from bridge.tokens import Tokens
from mailbox import receipt_life
from mailbox.errors import ConditionFailed, MailboxUnavailable
from mailbox.held import HeldMessages, held_delete, held_write
from mailbox.links import Links
from mailbox.messages import (
    DeliveryState,
    FailureReason,
    Link,
    LinkState,
    OutboundMessage,
    Receipt,
)
from mailbox.notices import notice_write
from mailbox.pauses import Pauses
from mailbox.receipts import Receipts
from mailbox.table import Write
from mailbox.watches import Watches, watch_write

LEASE_SECONDS = 15
"""For so long a claim keeps others off; longer than the post Lambda may run."""
CALL_SECONDS = 5
"""What must be left of the Lambda's time before a call to Slack is begun."""
SLOWEST_RETRY_SECONDS = 60
RESTING_SECONDS = 5
"""A conversation that was left alone so long cannot have used up its own one post a second."""


@dataclass(frozen=True)
class DeliveryServices:
    """What a delivery works with."""

    receipts: Receipts
    links: Links
    held: HeldMessages
    watches: Watches
    pauses: Pauses
    tokens: Tokens
    slack: SlackGateway
    clock: Callable[[], float]
    """Epoch seconds."""
    max_message_age: float


def deliver(
    message: OutboundMessage,
    services: DeliveryServices,
    worker: str,
    time_left: Callable[[], float],
) -> Outcome:
    """Make one attempt. `worker` names who claims; `time_left` tells the Lambda's seconds."""
    try:
        return _Attempt(message, services, time_left).make(worker)
    except ConditionFailed:
        return Outcome(Result.AGAIN, "another worker was first", delay=1)
    except MailboxUnavailable as unavailable:
        return Outcome(Result.AGAIN, f"mailbox: {unavailable}", delay=2)


class _Attempt:
    """One attempt at one message."""

    def __init__(
        self, message: OutboundMessage, services: DeliveryServices, time_left: Callable[[], float]
    ) -> None:
        self._message = message
        self._services = services
        self._time_left = time_left
        self._calls = Calls(services.tokens, services.slack, message)
        self._was_held = False

    def make(self, worker: str) -> Outcome:
        message, services, now = self._message, self._services, self._services.clock()
        receipt = services.receipts.get(message.link_id, message.spoken_at, message.id)
        receipt = receipt or services.receipts.open(message)
        if receipt.state.is_final or receipt.state is DeliveryState.HELD:
            return self._outcome(Result.ALREADY, receipt, receipt.state)
        if busy := receipt_life.busy_until(receipt, now):
            return Outcome(Result.AGAIN, "another worker has it", delay=_whole(busy - now))
        if (pause := services.pauses.until(message.team_id)) > now and not self._is_late():
            return Outcome(Result.AGAIN, "workspace limited", delay=_whole(pause - now))
        if self._time_left() < CALL_SECONDS:
            return Outcome(Result.AGAIN, "no time left")
        claimed = receipt_life.claim(receipt, worker, now, LEASE_SECONDS)
        return self._with_claim(services.receipts.save(receipt, claimed))

    def _with_claim(self, receipt: Receipt) -> Outcome:
        if receipt.maybe_posted_since is None and self._is_late():
            return self._fail(receipt, FailureReason.TOO_OLD, "too old")
        link = self._services.links.get(self._message.link_id)
        if link is None or link.state is LinkState.BROKEN:
            return self._hold(receipt, "not linked" if link is None else "link broken")
        if self._follows_held():
            return self._hold(receipt, "behind held messages")
        return self._try(receipt, link)

    def _try(self, receipt: Receipt, link: Link) -> Outcome:
        try:
            return self._call_slack(receipt)
        except SecretMissing:
            return self._relink(receipt, link, "token_missing")
        except SecretUnavailable:
            return self._again(receipt, "token unreadable", _backoff(receipt))
        except SlackLimited as limited:
            return self._limited(receipt, limited.seconds)
        except SlackUnreachable as unreachable:
            return self._again(receipt, f"unreachable: {unreachable}", _backoff(receipt))
        except Blind as blind:
            return self._doubt(receipt, f"read back: {blind}")
        except SlackRefused as refused:
            return self._refused(receipt, link, refused.code)

    def _call_slack(self, receipt: Receipt) -> Outcome:
        if receipt.maybe_posted_since is not None:
            try:
                found = self._calls.find(receipt.maybe_posted_since)
            except SlackUnclear as unclear:
                return self._again(receipt, f"read back: {unclear}", _backoff(receipt))
            if found:
                return self._confirm(receipt, found, "read back")
            if self._is_late():
                return self._fail(receipt, FailureReason.TOO_OLD, "too old")
            if self._time_left() < CALL_SECONDS:
                return self._again(receipt, "no time left", 0)
        called_at = self._services.clock()
        self._services.watches.start(self._message, called_at)
        try:
            ts = self._calls.post()
        except SlackUnclear as unclear:
            since = receipt.maybe_posted_since or called_at
            return self._again(receipt, f"unclear: {unclear}", _backoff(receipt), since=since)
        return self._confirm(receipt, ts, "")

    def _follows_held(self) -> bool:
        """Whether an earlier message of the same speaker and conversation is still to come back.

        What was held comes back at the queue's end, behind this one, and has to be posted first.
        """
        message = self._message
        siblings = [
            each
            for each in self._services.held.of(message.link_id)
            if each.conversation_id == message.conversation_id
        ]
        self._was_held = any(each.id == message.id for each in siblings)
        earlier = [each for each in siblings if each.spoken_at < message.spoken_at]
        return any(self._is_unsettled(each) for each in earlier)

    def _is_unsettled(self, message: OutboundMessage) -> bool:
        receipt = self._services.receipts.get(message.link_id, message.spoken_at, message.id)
        return receipt is not None and not receipt.state.is_final

    def _refused(self, receipt: Receipt, link: Link, code: str) -> Outcome:
        verdict = judge(code)
        if verdict.act is Act.RELINK:
            return self._relink(receipt, link, code)
        if verdict.act is Act.DONE:
            return self._confirm(receipt, None, code)
        if verdict.act is Act.GIVE_UP:
            return self._fail(receipt, verdict.reason or FailureReason.OTHER, code)
        return self._again(receipt, code, SLOWEST_RETRY_SECONDS)

    def _limited(self, receipt: Receipt, seconds: int) -> Outcome:
        now = self._services.clock()
        if self._rested(now):
            self._services.pauses.set(self._message.team_id, now + seconds)
        # A limit that does not end is asked less and less often, to stay below the queue's count.
        patient = min(receipt.attempts // 5, SLOWEST_RETRY_SECONDS)
        return self._again(receipt, "limited", max(seconds, patient))

    def _rested(self, now: float) -> bool:
        message = self._message
        watches = self._services.watches.of(message.team_id, message.conversation_id, now)
        posts = [float(watch.after_ts) for watch in watches.values() if watch.after_ts]
        return now - max(posts, default=0.0) > RESTING_SECONDS

    def _again(
        self, receipt: Receipt, detail: str, delay: int, *, since: float | None = None
    ) -> Outcome:
        """Give the message back, unless it has grown too old for another attempt."""
        doubted = since or receipt.maybe_posted_since
        if self._is_late() and since is None:
            if doubted is None:
                return self._fail(receipt, FailureReason.TOO_OLD, f"too old; {detail}")
            return self._doubt(receipt, detail)
        returned = receipt_life.give_back(receipt, maybe_posted_since=doubted)
        self._services.receipts.save(receipt, returned)
        return self._outcome(Result.AGAIN, returned, detail, delay)

    def _relink(self, receipt: Receipt, link: Link, problem: str) -> Outcome:
        now = self._services.clock()
        broken = replace(link, state=LinkState.BROKEN, problem=problem, problem_since=now)
        self._services.links.save(broken)
        return self._hold(receipt, problem)

    def _hold(self, receipt: Receipt, detail: str) -> Outcome:
        return self._settle(Result.HELD, receipt, receipt_life.hold(receipt), detail, held=True)

    def _confirm(self, receipt: Receipt, ts: str | None, detail: str) -> Outcome:
        now = self._services.clock()
        confirmed = receipt_life.confirm(receipt, ts, now)
        together = [watch_write(self._message, ts, now)] if ts else []
        self._services.receipts.save(receipt, confirmed, *together, *self._no_longer_held())
        return self._outcome(Result.POSTED, confirmed, detail)

    def _fail(self, receipt: Receipt, reason: FailureReason, detail: str) -> Outcome:
        failed = receipt_life.fail(receipt, reason, self._services.clock())
        outcome = self._settle(Result.FAILED, receipt, failed, detail)
        self._services.watches.cancel(self._message)
        return outcome

    def _doubt(self, receipt: Receipt, detail: str) -> Outcome:
        doubtful = receipt_life.doubt(receipt, self._services.clock())
        return self._settle(Result.DOUBTFUL, receipt, doubtful, detail)

    def _settle(
        self, result: Result, before: Receipt, after: Receipt, detail: str, *, held: bool = False
    ) -> Outcome:
        """Write an end together with what follows from it: set aside, or bad news to be told."""
        message = self._message
        if held:
            together = [held_write(message)]
        else:
            together = [notice_write(after, message.text), *self._no_longer_held()]
        self._services.receipts.save(before, after, *together)
        return self._outcome(result, after, detail)

    def _no_longer_held(self) -> list[Write]:
        return [held_delete(self._message)] if self._was_held else []

    def _outcome(self, result: Result, receipt: Receipt, detail: str, delay: int = 0) -> Outcome:
        return Outcome(
            result,
            detail,
            delay=delay,
            ts=receipt.ts,
            attempts=receipt.attempts,
            slack_calls=self._calls.made,
            bury=receipt.state in {DeliveryState.FAILED, DeliveryState.DOUBTFUL},
        )

    def _is_late(self) -> bool:
        age = self._services.clock() - self._message.spoken_at
        return age > self._services.max_message_age


def _backoff(receipt: Receipt) -> int:
    """Three seconds at first (Slack may still be storing the message), then ever more."""
    return min(3 << min(receipt.attempts - 1, 5), SLOWEST_RETRY_SECONDS)


def _whole(seconds: float) -> int:
    return int(seconds) + 1
