"""Actions from the outbox to Slack: each kind to whom it belongs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bridge.outbox.actions.asked_action import AskedAction
from bridge.outbox.actions.quiet_action import QuietAction, Received
from bridge.outbox.actions.services import ActionServices
from bridge.outbox.outcome import Outcome, Result
from postbox.outbox.action import ActionKind, OutboundAction
from postbox.store.errors import ConditionFailed, MailboxUnavailable

MARKS = {ActionKind.MARK, ActionKind.MARK_BACK}


@dataclass(frozen=True)
class ActionDelivery:
    """Does actions within the time of one invocation."""

    services: ActionServices
    time_left: Callable[[], float]
    """The Lambda's seconds."""

    def act(self, actions: Sequence[OutboundAction], received: int) -> Outcome:
        """Make one attempt at an action, or at marks that belong together.

        `received` is how often the queue gave the first of them out.
        """
        first = actions[0]
        if first.is_quiet:
            return QuietAction(actions, self.services, self.time_left).make(Received(received))
        attempt = AskedAction(first, self.services, self.time_left)
        try:
            outcome = attempt.make()
        except ConditionFailed:
            outcome = Outcome(Result.AGAIN, "somebody else was first", delay=1)
        except MailboxUnavailable as unavailable:
            outcome = Outcome(Result.AGAIN, f"mailbox: {unavailable}", delay=2)
        return replace(outcome, slack_calls=attempt.calls.made)


def belong_together(one: OutboundAction, other: OutboundAction) -> bool:
    """Whether two actions are marks of one link in one conversation."""
    places = {(each.link_id, each.group) for each in (one, other)}
    return {one.kind, other.kind} <= MARKS and len(places) == 1
