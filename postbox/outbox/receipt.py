"""What became of a command: facts, kept where both sides can read them. Pure.

Times are epoch seconds; `ts` is Slack's own id of a message within its conversation.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar

from postbox.frozen import Frozen
from postbox.outbox import version_1
from postbox.outbox.commands import CommandKind


class DeliveryState(StrEnum):
    """The life of a command: queued, claimed, then one of the ends.

    What a state is called stays the same in all versions.
    """

    QUEUED = "queued"
    CLAIMED = "claimed"
    """A worker has it."""
    HELD = "held"
    """Set aside until its speaker's Slack link works again; messages only."""
    CONFIRMED = "confirmed"
    """Slack has it."""
    FAILED = "failed"
    DOUBTFUL = "doubtful"
    """Slack may have it; it could neither be found nor ruled out in time."""
    WITHDRAWN = "withdrawn"
    """Taken back before Slack was asked."""

    @property
    def is_final(self) -> bool:
        """Whether nothing will happen to the command any more."""
        return self in FINAL


FINAL = {
    DeliveryState.CONFIRMED,
    DeliveryState.FAILED,
    DeliveryState.DOUBTFUL,
    DeliveryState.WITHDRAWN,
}


class FailureReason(StrEnum):
    """Why a command was not carried out, as far as a speaker needs to know."""

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
    NEWER_VERSION = "newer_version"
    """A newer Earshot wrote it, and only older ones came to read it."""
    OTHER = "other"


class Receipt(Frozen, kw_only=True):
    """What became of one command, so far."""

    VERSION: ClassVar[int] = 2

    command_id: str
    kind: CommandKind
    link_id: str
    conversation_id: str
    """Where it goes: a user's id until the direct message with them is open."""
    conversation_name: str
    spoken_at: float
    state: DeliveryState = DeliveryState.QUEUED
    attempts: int = 0
    maybe_done_since: float | None = None
    """When the first call whose outcome is unknown was made; None when none was."""
    claimed_by: str | None = None
    claimed_until: float | None = None
    ts: str | None = None
    """The message that was posted, or that it is about."""
    reason: FailureReason | None = None
    settled_at: float | None = None
    revision: int = 0
    """Grows with every write; a write names the revision that it follows."""

    @property
    def is_final(self) -> bool:
        """Whether nothing will happen to the command any more."""
        return self.state.is_final

    @classmethod
    def upgraded(cls, record: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a record of version 1 as one of version 2."""
        return version_1.receipt(record)
