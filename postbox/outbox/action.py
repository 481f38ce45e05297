"""What goes out beside messages: commands on the queue about what is in Slack already."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from postbox.outbox.action_kind import ActionKind
from postbox.outbox.receipt import FailureReason

__all__ = ["ActionKind", "ActionReceipt", "ActionState", "OutboundAction", "Scheduled"]


@dataclass(frozen=True)
class OutboundAction:
    """Something to be done in Slack as a person. Never holds a token."""

    VERSION: ClassVar[int] = 1

    id: str
    """Made from the Alexa request id, so that a repeated request is one action."""
    kind: ActionKind
    link_id: str
    team_id: str
    conversation_id: str
    """A conversation; for SCHEDULE it may be a user, as in an OutboundMessage. "" for FILL: all."""
    conversation_name: str
    """The name as it is spoken back, without '#'."""
    spoken_at: float
    locale: str
    ts: str | None = None
    """The message that it is about."""
    since: str | None = None
    emoji: str = ""
    """Slack's name, without colons."""
    text: str = ""
    """Plain text as dictated; not escaped for Slack. For EDIT and SCHEDULE."""
    mentions: tuple[str, ...] = ()
    """As in an OutboundMessage."""
    thread_ts: str | None = None
    post_at: float | None = None
    """When Slack is to post it, in whole epoch seconds. For SCHEDULE and UNSCHEDULE."""
    scheduled_by: str | None = None
    """The id of the action that scheduled what is to be unscheduled."""

    @property
    def group(self) -> str:
        """The queue's ordering unit; what fails here keeps no message from being posted.

        What takes a schedule back must not wait behind the schedule itself.
        """
        lane = _LANES.get(self.kind, "actions")
        return f"{self.team_id}.{self.conversation_id}.{lane}"

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is told of what becomes of it."""
        return self.kind in _QUIET


_QUIET = {ActionKind.MARK, ActionKind.MARK_BACK, ActionKind.FILL}
_LANES = {**dict.fromkeys(_QUIET, "marks"), ActionKind.UNSCHEDULE: "cancels"}


class ActionState(StrEnum):
    """The life of an action: waiting, then one of the ends."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    DOUBTFUL = "doubtful"
    """Slack may have done it; nobody could find out in time."""
    WITHDRAWN = "withdrawn"
    """Taken back before Slack was asked."""

    @property
    def is_final(self) -> bool:
        """Whether nothing will happen to the action any more."""
        return self is not ActionState.WAITING


@dataclass(frozen=True)
class ActionReceipt:
    """What became of one action that was asked for by voice, so far."""

    VERSION: ClassVar[int] = 1

    action_id: str
    kind: ActionKind
    link_id: str
    conversation_id: str
    conversation_name: str
    spoken_at: float
    state: ActionState = ActionState.WAITING
    reason: FailureReason | None = None
    ts: str | None = None
    """The message that it was about."""
    settled_at: float | None = None
    attempts: int = 0
    maybe_done_since: float | None = None
    """When the first call whose outcome is unknown was made; None when none was."""
    claimed_until: float | None = None
    """Until when a worker has it."""
    revision: int = 0
    """Grows with every write; a write names the revision that it follows."""


@dataclass(frozen=True)
class Scheduled:
    """A message that Slack has been, or is being, asked to post later."""

    VERSION: ClassVar[int] = 1

    action_id: str
    link_id: str
    team_id: str
    conversation_id: str
    conversation_name: str
    text: str
    post_at: float
    """Whole epoch seconds."""
    scheduled_id: str | None = None
    """Slack's id of it, once Slack has it."""
    unscheduled_by: str | None = None
    """The action that took it back; it waits for Slack's word."""
