"""What comes in from Slack, and whom it concerns. Pure.

`ts` is Slack's own id of a message within its conversation, and its moment.
"""

from enum import StrEnum
from typing import ClassVar

from postbox.frozen import Frozen

START = "0000000000.000000"
"""Before every ts. These compare as text, as long as seconds have ten digits."""


def ts_at(moment: float) -> str:
    """Return the ts that a message of this moment (epoch seconds) would have."""
    return f"{moment:017.6f}"


class InboxMessage(Frozen):
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
    subtype: str | None = None
    edited_ts: str | None = None
    deleted: bool = False
    content: str = ""
    """Slack's message object as JSON, as far as it is spoken of; empty where the text is all."""
    by_this_app: bool = False
    """Whether Earshot itself posted it."""
    language: str = ""
    """In which it is written, such as "de"; empty in doubt."""

    @property
    def is_in_thread(self) -> bool:
        """Whether it is an answer that stands in its thread alone, not in the conversation too."""
        if self.subtype == "thread_broadcast":
            return False
        return self.thread_ts is not None and self.thread_ts != self.ts

    @property
    def is_by_a_nameless_bot(self) -> bool:
        """Whether an integration wrote it that said nothing of itself but its id."""
        return self.author_id.startswith("B") and not self.author_name


class AttentionReason(StrEnum):
    """Why a message deserves a link's attention."""

    REPLY = "reply"
    """Came after one's own voice post in the same conversation."""
    THREAD = "thread"
    MENTION = "mention"
    HERE = "here"
    """Called everybody who is there: @here."""
    EVERYBODY = "everybody"
    """Called everybody of the conversation or the workspace: @channel, @everyone."""
    USER_GROUP = "user_groups"
    """Called a user group that the speaker is in."""
    DIRECT = "direct"
    EDITED = "edited"
    """Was heard, and has been changed since."""


CALLS_OF_MANY = frozenset(
    {AttentionReason.HERE, AttentionReason.EVERYBODY, AttentionReason.USER_GROUP}
)
"""Mentions that a speaker may take for none; preferences are named like these."""
MENTION_REASONS = CALLS_OF_MANY | {AttentionReason.MENTION}


class Attention(Frozen):
    """One message that one link has not heard yet and should."""

    VERSION: ClassVar[int] = 1

    link_id: str
    team_id: str
    conversation_id: str
    ts: str
    reason: AttentionReason
    thread_ts: str | None = None
    """The thread that it is in, and not in the conversation too."""


class Reaction(Frozen):
    """One person's reaction to one message."""

    ts: str
    emoji: str
    """Slack's name, without colons; with "::skin-tone-2" behind it where one was chosen."""
    user_id: str
