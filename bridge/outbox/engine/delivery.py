"""Bringing one command from the outbox to Slack: exactly once, or its speaker is told.

An attempt claims the receipt by a conditional write, calls Slack, and writes down what came of it.
Where nobody knows what came of a call (a time-out, a reset, a 5xx, a worker that died), the receipt
keeps the doubt, and the next attempt looks first whether Slack has it, or asks again for what may
be asked for twice. All kinds of commands go this way; what a kind adds is its handler's.
"""

from collections.abc import Sequence
from dataclasses import replace

from bridge.links.secrets import SecretMissing, SecretUnavailable
from bridge.outbox.calls import Calls
from bridge.outbox.deadlines import deadline
from bridge.outbox.delays import SLOWEST_RETRY_SECONDS, backoff, patience
from bridge.outbox.engine.claims import Kept, Unkept
from bridge.outbox.engine.ends import Ends
from bridge.outbox.engine.outcome import AttemptOutcome, Result
from bridge.outbox.kinds.handler import Confirmed
from bridge.outbox.kinds.registry import handler_of
from bridge.outbox.services import OutboxServices
from bridge.slack.errors import (
    NoTime,
    SlackLimited,
    SlackRefused,
    SlackUnclear,
    SlackUnreachable,
)
from bridge.slack.verdicts import Act, judge
from postbox.links.link import Link, LinkState
from postbox.outbox.commands import Command
from postbox.outbox.receipt import FailureReason, Receipt
from postbox.store.errors import ConditionFailed, MailboxUnavailable

SLOWER = 5
"""So many times slower is tried again what nobody waits for, for up to half a day."""


def deliver(
    commands: Sequence[Command], services: OutboxServices, worker: str, received: int = 1
) -> AttemptOutcome:
    """Make one attempt at a command, or at marks that belong together.

    Args:
        commands: what is carried out at once.
        services: what it takes.
        worker: who claims it.
        received: how often the queue gave the first of them out.

    Raises:
        MalformedRecord: the command's receipt cannot be read.
    """
    now, max_age = services.clock(), services.max_message_age
    timely = [command for command in commands if now <= deadline(command, max_age)]
    attempt = _Attempt(timely or commands[:1], services, worker, received)
    try:
        outcome = attempt.make()
    except ConditionFailed:
        outcome = AttemptOutcome(Result.AGAIN, "somebody else was first", delay=1)
    except MailboxUnavailable as unavailable:
        outcome = AttemptOutcome(Result.AGAIN, f"mailbox: {unavailable}", delay=2)
    return outcome._replace(slack_calls=attempt.calls.made)


class _Attempt:
    """One attempt at one command."""

    def __init__(
        self, commands: Sequence[Command], services: OutboxServices, worker: str, received: int
    ) -> None:
        command = commands[0]
        self.calls = Calls(services, command.link_id)
        self._command = command
        self._services = services
        self._handler = handler_of(commands, services, self.calls)
        quiet = command.is_quiet
        self._claims = Unkept(command, received) if quiet else Kept(command, worker, services)
        self._end = Ends(command, self._handler, self._claims, services)
        self._pace = SLOWER if quiet else 1

    def make(self) -> AttemptOutcome:
        receipt = self._claims.claimed(self._handler, is_late=self._end.is_late)
        if isinstance(receipt, AttemptOutcome):
            return receipt
        may_look = receipt.maybe_done_since is not None and self._handler.can_look
        if self._end.is_late and not may_look:
            return self._end.late(receipt)
        if (end := self._handler.without_link()) is not None:
            return self._end.end(receipt, end)
        link = self._services.links.get(self._command.link_id)
        if link is None or link.state is LinkState.BROKEN:
            return self._end.unlinked(receipt, "not linked" if link is None else "link broken")
        if self._handler.is_behind():
            return self._end.hold(receipt, "behind held messages")
        return self._try(receipt, link)

    def _try(self, receipt: Receipt, link: Link) -> AttemptOutcome:
        pause = self._pace * backoff(receipt)
        try:
            place = self.calls.opened(link.place_now(receipt.conversation_id))
            return self._carry_out(replace(receipt, conversation_id=place), link)
        except NoTime:
            return self._end.again(receipt, "no time left", 0)
        except SecretMissing:
            return self._end.relink(receipt, link, "token_missing")
        except SecretUnavailable:
            return self._end.again(receipt, "token unreadable", pause)
        except SlackLimited as limited:
            return self._end.again(receipt, "limited", patience(receipt, limited.seconds))
        except SlackUnreachable as unreachable:
            return self._end.again(receipt, f"unreachable: {unreachable}", pause)
        except SlackUnclear as unclear:
            # Nothing was asked for yet: a conversation was opened, or looked through.
            return self._end.again(receipt, f"before the call: {unclear}", pause)
        except SlackRefused as refused:
            return self._refused(receipt, link, refused.code)

    def _carry_out(self, receipt: Receipt, link: Link) -> AttemptOutcome:
        if receipt.maybe_done_since is not None and self._handler.can_look:
            found = self._handler.look(receipt, link)
            if found is not None:
                return self._end.end(receipt, found)
            self._end.is_ruled_out = True
            if self._end.is_late:
                return self._end.late(receipt)
        return self._call(receipt, link)

    def _call(self, receipt: Receipt, link: Link) -> AttemptOutcome:
        called_at = self._services.clock()
        try:
            end = self._handler.call(receipt, link)
        except SlackUnclear as unclear:
            pause = self._pace * backoff(receipt)
            return self._end.again(receipt, f"unclear: {unclear}", pause, since=called_at)
        except SlackLimited as limited:
            self._handler.limited(receipt, limited.seconds)
            raise
        except SlackRefused as refused:
            if judge(refused.code, self._command.kind).act is not Act.DONE:
                raise
            end = Confirmed(refused.code)
        return self._end.end(receipt, end)

    def _refused(self, receipt: Receipt, link: Link, code: str) -> AttemptOutcome:
        verdict = judge(code, self._command.kind)
        if verdict.act is Act.RELINK:
            return self._end.relink(receipt, link, code)
        if verdict.act in {Act.GIVE_UP, Act.DONE}:
            return self._end.fail(receipt, verdict.reason or FailureReason.OTHER, code)
        return self._end.again(receipt, code, self._pace * SLOWEST_RETRY_SECONDS)
