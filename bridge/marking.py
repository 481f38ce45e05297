"""Marking what was spoken as read in Slack. Nobody waits for it: what fails for good is dropped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bridge.action_calls import ActionCalls
from bridge.action_deadlines import deadline
from bridge.action_ending import break_link
from bridge.action_errors import judge_action
from bridge.action_services import ActionServices
from bridge.asked_action import CALL_SECONDS
from bridge.delays import SLOWEST_RETRY_SECONDS, backoff, patience
from bridge.mark_folding import folded, read_elsewhere
from bridge.outcome import Outcome, Result
from bridge.secrets import SecretMissing, SecretUnavailable
from bridge.slack_errors import Act
from bridge.slack_trouble import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from mailbox.action import ActionKind, OutboundAction
from mailbox.errors import MailboxUnavailable
from mailbox.link import Link, LinkState

SLOWER = 5
"""So many times slower than others are marks tried again: nobody waits for them, for a day."""


@dataclass(frozen=True)
class Received:
    """How often the queue gave something out."""

    attempts: int


class Marking:
    """One attempt at all marks of one link in one conversation that came together, in order."""

    def __init__(
        self,
        actions: Sequence[OutboundAction],
        services: ActionServices,
        time_left: Callable[[], float],
    ) -> None:
        """Attempt these; `time_left` tells the Lambda's seconds."""
        self.calls = ActionCalls(services, actions[0].link_id)
        self._actions = actions
        self._services = services
        self._time_left = time_left

    def make(self, received: Received) -> Outcome:
        """Return what came of it; of several marks only the last position is told to Slack."""
        try:
            outcome = self._make(received)
        except MailboxUnavailable as unavailable:
            outcome = Outcome(Result.AGAIN, f"mailbox: {unavailable}", delay=2)
        return replace(outcome, slack_calls=self.calls.made, attempts=received.attempts)

    def _make(self, received: Received) -> Outcome:
        now, max_age = self._services.clock(), self._services.max_message_age
        timely = [each for each in self._actions if now <= deadline(each, max_age)]
        if not timely:
            return Outcome(Result.DROPPED, "too old")
        link = self._services.links.get(timely[0].link_id)
        if link is None or link.state is LinkState.BROKEN:
            return Outcome(Result.DROPPED, "not linked" if link is None else "link broken")
        if self._time_left() < CALL_SECONDS:
            return Outcome(Result.AGAIN, "no time left")
        return self._try(timely, link, received)

    def _try(self, actions: Sequence[OutboundAction], link: Link, received: Received) -> Outcome:
        pause = SLOWER * backoff(received)
        try:
            return self._mark(actions, link)
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
            # Asked again, the same mark stands where it was to stand.
            return Outcome(Result.AGAIN, f"unclear: {unclear}", delay=pause)
        except SlackRefused as refused:
            return self._refused(link, refused.code)

    def _mark(self, actions: Sequence[OutboundAction], link: Link) -> Outcome:
        slack, place = self._services.slack.actions, actions[0].conversation_id
        last_read = self.calls.call(lambda token: slack.last_read(token, place))
        if last_read is None:
            return Outcome(Result.DROPPED, "no mark there")
        if read_elsewhere(actions, last_read):
            self._see(actions[-1], link, last_read)
        target = folded(actions, last_read)
        if target == last_read:
            return Outcome(Result.DONE, "stands", ts=last_read)
        if self._time_left() < CALL_SECONDS:
            return Outcome(Result.AGAIN, "no time left")
        self.calls.call(lambda token: slack.mark(token, place, target))
        return Outcome(Result.DONE, ts=target)

    def _see(self, action: OutboundAction, link: Link, last_read: str) -> None:
        """Take note that the speaker read on elsewhere.

        Where Slack's mark stands at what Earshot told it, or at a post of the speaker's own,
        nothing was read.
        """
        services, place = self._services, action.conversation_id
        if action.kind is not ActionKind.MARK or self._is_own(action, link, last_read):
            return
        positions = services.hearings.positions(link.link_id, link.team_id, [place])
        if last_read > positions[place].marked_until:
            services.hearings.see(positions[place], last_read)

    def _is_own(self, action: OutboundAction, link: Link, last_read: str) -> bool:
        services, place = self._services, action.conversation_id
        message = services.inbox.get(action.team_id, place, last_read)
        if message is not None and message.author_id == link.user_id:
            return True
        watch = services.watches.of(action.team_id, place, services.clock()).get(link.link_id)
        return watch is not None and last_read <= (watch.after_ts or "")

    def _refused(self, link: Link, code: str) -> Outcome:
        verdict = judge_action(ActionKind.MARK, code)
        if verdict.act is Act.RELINK:
            break_link(link, code, self._services)
        if verdict.act is Act.LATER:
            return Outcome(Result.AGAIN, code, delay=SLOWER * SLOWEST_RETRY_SECONDS)
        return Outcome(Result.DROPPED, code)
