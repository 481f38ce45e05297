"""The messages and facts that the two sides share.

Commands are imperative or plain nouns (OutboundMessage), facts are what happened (Receipt, Notice).
Times are epoch seconds; `ts` is Slack's own id of a message within its conversation.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


@dataclass(frozen=True)
class OutboundMessage:
    """Something a person said, to be posted in Slack as that person. Never holds a token."""

    VERSION: ClassVar[int] = 1

    id: str
    """Made from the Alexa request id, so that a repeated request is one message."""
    link_id: str
    team_id: str
    conversation_id: str
    conversation_name: str
    """The name as it is spoken back, without '#'."""
    text: str
    """Plain text as dictated; not escaped for Slack."""
    spoken_at: float
    locale: str
    thread_ts: str | None = None

    @property
    def group(self) -> str:
        """The queue's ordering unit: messages of one conversation are posted one by one."""
        return f"{self.team_id}.{self.conversation_id}"


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
    """Why a message was not posted, as far as a speaker needs to know."""

    TOO_OLD = "too_old"
    ARCHIVED = "archived"
    NOT_FOUND = "not_found"
    NOT_A_MEMBER = "not_a_member"
    RESTRICTED = "restricted"
    PERMISSION = "permission"
    LINK_ENDED = "link_ended"
    PLAN_LIMIT = "plan_limit"
    TOO_LONG = "too_long"
    NOT_LINKED = "not_linked"
    UNREADABLE = "unreadable"
    UNCONFIRMED = "unconfirmed"
    OTHER = "other"


@dataclass(frozen=True)
class Receipt:
    """What became of one outbound message, so far."""

    VERSION: ClassVar[int] = 1

    message_id: str
    link_id: str
    conversation_id: str
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
    """Bad news about a message, to be spoken to its speaker once."""

    VERSION: ClassVar[int] = 1

    message_id: str
    link_id: str
    conversation_id: str
    conversation_name: str
    spoken_at: float
    text: str
    state: DeliveryState
    reason: FailureReason


@dataclass(frozen=True)
class InboxMessage:
    """A message in Slack as it stands now: edits applied, deletion marked."""

    VERSION: ClassVar[int] = 1

    team_id: str
    conversation_id: str
    ts: str
    author_id: str
    """A Slack user id, or a bot id where a bot posted without one."""
    author_name: str | None
    """Only where Slack sent a name along (bots); people are named by the directory."""
    text: str
    """Slack's mrkdwn, escaped as Slack sends it."""
    kind: str
    """channel, group, im or mpim, as Slack's channel_type says."""
    thread_ts: str | None = None
    files: tuple[str, ...] = ()
    """Titles of attached files."""
    subtype: str | None = None
    edited_ts: str | None = None
    deleted: bool = False


class AttentionReason(StrEnum):
    """Why a message deserves a link's attention."""

    REPLY = "reply"
    """Came after one's own voice post in the same conversation."""
    THREAD = "thread"
    MENTION = "mention"
    DIRECT = "direct"


@dataclass(frozen=True)
class Attention:
    """One message that one link has not heard yet and should."""

    VERSION: ClassVar[int] = 1

    link_id: str
    team_id: str
    conversation_id: str
    ts: str
    reason: AttentionReason


@dataclass(frozen=True)
class Answer:
    """The last answer that read messages aloud, so that it can be repeated or taken back."""

    VERSION: ClassVar[int] = 1

    link_id: str
    request_id: str
    session_id: str
    speech: str
    """The SSML body as spoken."""
    heard: tuple[str, ...] = ()
    """The attentions that the answer used up, each as JSON."""
    taken_back: bool = False


class LinkState(StrEnum):
    """Whether Slack accepts the link's token."""

    ACTIVE = "active"
    BROKEN = "broken"


@dataclass(frozen=True)
class Link:
    """One Slack identity of one speaker."""

    VERSION: ClassVar[int] = 1

    link_id: str
    team_id: str
    user_id: str
    user_name: str
    state: LinkState
    default_conversation_id: str | None
    default_conversation_name: str
    problem: str | None = None
    """What is wrong with a broken link: Slack's error code, or the setting at fault."""
    problem_since: float | None = None


@dataclass(frozen=True)
class Watch:
    """A link's own voice post in a conversation: what others say after it are replies."""

    VERSION: ClassVar[int] = 1

    link_id: str
    team_id: str
    conversation_id: str
    message_id: str
    until: float
    after_ts: str | None = None
    """The post's ts once it is known."""
