"""Doing one action that a speaker asked for and will be told about.

An attempt claims the deed by a conditional write, calls Slack, and writes down what came of it.
Most actions can be asked for twice without harm; scheduling looks first where a call was unclear.
"""

from collections.abc import Callable

from bridge.action_calls import CALL_SECONDS, ActionCalls, NoTime
from bridge.action_ending import ActionEnding
from bridge.action_errors import judge_action
from bridge.action_services import ActionServices
from bridge.changing import change
from bridge.delays import SLOWEST_RETRY_SECONDS, backoff, patience, whole
from bridge.outcome import Outcome, Result
from bridge.scheduling import Scheduling
from bridge.secrets import SecretMissing, SecretUnavailable
from bridge.slack_errors import Act
from bridge.slack_trouble import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from bridge.unscheduling import Unscheduling
from mailbox import deed_life
from mailbox.action import ActionKind, Deed, OutboundAction
from mailbox.link import Link, LinkState
from mailbox.receipt import FailureReason

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
        action, deeds, now = self._action, self._services.deeds, self._services.clock()
        deed = deeds.get(action.link_id, action.spoken_at, action.id) or deeds.open(action)
        if deed.state.is_final:
            return Outcome(Result.ALREADY, deed.state, attempts=deed.attempts)
        if busy := deed_life.busy_until(deed, now):
            return Outcome(Result.AGAIN, "another worker has it", delay=whole(busy - now))
        if self._time_left() < CALL_SECONDS:
            return Outcome(Result.AGAIN, "no time left")
        deed = deeds.save(deed, deed_life.claim(deed, now, LEASE_SECONDS))
        if self._end.is_late:
            return self._end.late(deed)
        link = self._services.links.get(action.link_id)
        if link is None or link.state is LinkState.BROKEN:
            detail = "not linked" if link is None else "link broken"
            return self._end.fail(deed, FailureReason.LINK_ENDED, detail)
        return self._try(deed, link)

    def _try(self, deed: Deed, link: Link) -> Outcome:
        called_at = self._services.clock()
        try:
            return self._do(deed, link)
        except NoTime:
            return self._end.again(deed, "no time left", 0)
        except SecretMissing:
            return self._end.relink(deed, link, "token_missing")
        except SecretUnavailable:
            return self._end.again(deed, "token unreadable", backoff(deed))
        except SlackLimited as limited:
            return self._end.again(deed, "limited", patience(deed, limited.seconds))
        except SlackUnreachable as unreachable:
            return self._end.again(deed, f"unreachable: {unreachable}", backoff(deed))
        except SlackUnclear as unclear:
            return self._end.again(deed, f"unclear: {unclear}", backoff(deed), since=called_at)
        except SlackRefused as refused:
            return self._refused(deed, link, refused.code)

    def _do(self, deed: Deed, link: Link) -> Outcome:
        if self._action.kind is ActionKind.SCHEDULE:
            scheduling = Scheduling(self._action, self._services, self.calls, self._end)
            return scheduling.schedule(deed, link)
        if self._action.kind is ActionKind.UNSCHEDULE:
            unscheduling = Unscheduling(self._action, self._services, self.calls, self._end)
            return unscheduling.unschedule(deed)
        change(self._action, self._services.slack.actions, self.calls)
        return self._end.done(deed, "")

    def _refused(self, deed: Deed, link: Link, code: str) -> Outcome:
        verdict = judge_action(self._action.kind, code)
        if verdict.act is Act.RELINK:
            return self._end.relink(deed, link, code)
        if verdict.act is Act.DONE:
            return self._end.done(deed, code)
        if verdict.act is Act.GIVE_UP:
            return self._end.fail(deed, verdict.reason or FailureReason.OTHER, code)
        return self._end.again(deed, code, SLOWEST_RETRY_SECONDS)
