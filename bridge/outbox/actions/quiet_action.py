"""Doing what nobody waits for: marks, and filling gaps. What fails for good is dropped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bridge.links.secrets import SecretMissing, SecretUnavailable
from bridge.outbox.actions.calls import ActionCalls, NoTime
from bridge.outbox.actions.deadlines import deadline
from bridge.outbox.actions.ending import break_link
from bridge.outbox.actions.errors import judge_action
from bridge.outbox.actions.marking import mark
from bridge.outbox.actions.services import ActionServices
from bridge.outbox.delays import SLOWEST_RETRY_SECONDS, backoff, patience
from bridge.outbox.outcome import Outcome, Result
from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from bridge.slack.verdicts import Act
from postbox.links.link import Link, LinkState
from postbox.outbox.action import ActionKind, OutboundAction
from postbox.store.errors import MailboxUnavailable

SLOWER = 5
"""So many times slower than others are these tried again, for up to a day."""


@dataclass(frozen=True)
class Received:
    """How often the queue gave something out."""

    attempts: int


class QuietAction:
    """One attempt at one action, or at all marks of one link and conversation that came together.

    All of it may be done again without harm, so nothing is kept of what came of it.
    """

    def __init__(
        self,
        actions: Sequence[OutboundAction],
        services: ActionServices,
        time_left: Callable[[], float],
    ) -> None:
        """Attempt these, in order; `time_left` tells the Lambda's seconds."""
        self._actions = actions
        self._services = services
        self._time_left = time_left
        self._calls = ActionCalls(services, actions[0].link_id, time_left)

    def make(self, received: Received) -> Outcome:
        """Return what came of it."""
        try:
            outcome = self._make(received)
        except MailboxUnavailable as unavailable:
            outcome = Outcome(Result.AGAIN, f"mailbox: {unavailable}", delay=2)
        return replace(outcome, slack_calls=self._calls.made, attempts=received.attempts)

    def _make(self, received: Received) -> Outcome:
        now, max_age = self._services.clock(), self._services.max_message_age
        timely = [each for each in self._actions if now <= deadline(each, max_age)]
        if not timely:
            return Outcome(Result.DROPPED, "too old")
        link = self._services.links.get(timely[0].link_id)
        if link is None or link.state is LinkState.BROKEN:
            return Outcome(Result.DROPPED, "not linked" if link is None else "link broken")
        return self._try(timely, link, received)

    def _try(self, actions: Sequence[OutboundAction], link: Link, received: Received) -> Outcome:
        pause = SLOWER * backoff(received)
        try:
            return self._do(actions, link)
        except NoTime:
            return Outcome(Result.AGAIN, "no time left")
        except SecretMissing:
            break_link(link, "token_missing", self._services)
            return Outcome(Result.DROPPED, "token_missing")
        except SecretUnavailable:
            return Outcome(Result.AGAIN, "token unreadable", delay=pause)
        except SlackLimited as limited:
            return Outcome(Result.AGAIN, "limited", delay=patience(received, limited.seconds))
        except SlackUnreachable as unreachable:
            return Outcome(Result.AGAIN, f"unreachable: {unreachable}", delay=pause)
        except SlackUnclear as unclear:
            return Outcome(Result.AGAIN, f"unclear: {unclear}", delay=pause)
        except SlackRefused as refused:
            return self._refused(link, refused.code)

    def _do(self, actions: Sequence[OutboundAction], link: Link) -> Outcome:
        if actions[0].kind is not ActionKind.FILL:
            return mark(actions, link, self._services, self._calls)
        fill = self._services.fill
        return Outcome(
            Result.DONE, self._calls.call(lambda token: fill(link, token, self._time_left))
        )

    def _refused(self, link: Link, code: str) -> Outcome:
        verdict = judge_action(ActionKind.MARK, code)
        if verdict.act is Act.RELINK:
            break_link(link, code, self._services)
        if verdict.act is Act.LATER:
            return Outcome(Result.AGAIN, code, delay=SLOWER * SLOWEST_RETRY_SECONDS)
        return Outcome(Result.DROPPED, code)
