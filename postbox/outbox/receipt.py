"""What became of an outbound message: facts, kept where both sides can read them.

Times are epoch seconds; `ts` is Slack's own id of a message within its conversation.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from postbox.outbox.action_kind import ActionKind


class DeliveryState(StrEnum):
    """The life of an outbound message: queued, posting, then one of the ends."""

    QUEUED = "queued"
    POSTING = "posting"
    HELD = "held"
    """Set aside until its speaker's Slack link works again."""
    POSTED = "posted"
    FAILED = "failed"
    DOUBTFUL = "doubtful"
    """Slack may have it; it could neither be found nor ruled out in time."""
    WITHDRAWN = "withdrawn"
    """Taken back before it was posted, because the speaker was told that it was not taken."""

    @property
    def is_final(self) -> bool:
        """Whether nothing will happen to the message any more."""
        return self in _FINAL


_FINAL = {
    DeliveryState.POSTED,
    DeliveryState.FAILED,
    DeliveryState.DOUBTFUL,
    DeliveryState.WITHDRAWN,
}


class FailureReason(StrEnum):
    """Why a message was not posted, or an action not done, as far as a speaker needs to know."""

    TOO_OLD = "too_old"
    ARCHIVED = "archived"
    NOT_FOUND = "not_found"
    NOT_A_MEMBER = "not_a_member"
    RESTRICTED = "restricted"
    PERMISSION = "permission"
    LINK_ENDED = "link_ended"
    PLAN_LIMIT = "plan_limit"
    TOO_LONG = "too_long"
    UNCONFIRMED = "unconfirmed"
    GONE = "gone"
    """The message that it is about is not there any more."""
    NOT_ALLOWED = "not_allowed"
    """Slack lets nobody do that, or not any more."""
    NO_SUCH_EMOJI = "no_such_emoji"
    TOO_LATE = "too_late"
    """What was to be taken back is being posted, or was."""
    TIME_PASSED = "time_passed"
    """Slack could not be asked before the time for which it was scheduled, nor soon after."""
    TOO_FAR = "too_far"
    """Slack schedules nothing so far ahead."""
    TOO_MANY = "too_many"
    """Slack has as many for that time as it takes."""
    OTHER = "other"


@dataclass(frozen=True)
class Receipt:
    """What became of one outbound message, so far."""

    VERSION: ClassVar[int] = 1

    message_id: str
    link_id: str
    conversation_id: str
    """Where the message goes: a user's id until the direct message with them is open."""
    conversation_name: str
    spoken_at: float
    state: DeliveryState
    attempts: int = 0
    maybe_posted_since: float | None = None
    """When the first call whose outcome is unknown was made; None when none was."""
    claimed_by: str | None = None
    claimed_until: float | None = None
    ts: str | None = None
    reason: FailureReason | None = None
    settled_at: float | None = None
    revision: int = 0
    """Grows with every write; a write names the revision that it follows."""


@dataclass(frozen=True)
class Notice:
    """Bad news about a message or an action, to be spoken to its speaker once."""

    VERSION: ClassVar[int] = 1

    message_id: str
    link_id: str
    conversation_id: str
    conversation_name: str
    spoken_at: float
    text: str
    state: DeliveryState
    reason: FailureReason
    mentions: tuple[str, ...] = ()
    """The text's mentions, as an outbound message has them."""
    action: ActionKind | None = None
    """What kind of action it was; None where it was a message."""
