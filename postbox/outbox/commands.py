"""What goes out: commands on the queue, each with just what it needs. Pure; none holds a token.

Every kind of command is a class of its own; `Command` is their union. What all of them carry, in
every version, is the envelope: by it a command of a newer version can still be told of.
"""

from enum import StrEnum
from typing import ClassVar, TypeAlias

from postbox.frozen import Frozen


class CommandKind(StrEnum):
    """The kinds of commands, as records name them."""

    SEND_MESSAGE = "send_message"
    UPDATE_MESSAGE = "update_message"
    DELETE_MESSAGE = "delete_message"
    ADD_REACTION = "add_reaction"
    SCHEDULE_MESSAGE = "schedule_message"
    CANCEL_SCHEDULED = "cancel_scheduled"
    MARK_READ = "mark_read"
    MARK_UNREAD = "mark_unread"
    FETCH_MISSED = "fetch_missed"
    FETCH_OLDER = "fetch_older"
    LEAVE_ACCOUNT = "leave_account"


class Mention(Frozen):
    """These characters of a text are posted as a mention of a user; others stay plain text."""

    start: int
    end: int
    """One behind the last."""
    user_id: str


class Envelope(Frozen, kw_only=True):
    """What every command says: who spoke, when, and where it is to happen."""

    id: str
    """Made from the Alexa request id, so that a repeated request is one command."""
    link_id: str
    team_id: str
    conversation_id: str
    """A conversation; or a user, where a message is to go: the direct message with them, opened
    before posting. "" for all."""
    conversation_name: str
    """The name as it is spoken back, without '#'."""
    spoken_at: float
    """Epoch seconds."""
    locale: str


class _Command(Envelope, kw_only=True):
    VERSION: ClassVar[int] = 2
    KIND: ClassVar[CommandKind]
    _LANE: ClassVar[str] = ".actions"

    @property
    def kind(self) -> CommandKind:
        """Which kind of command it is."""
        return self.KIND

    @property
    def group(self) -> str:
        """The queue's ordering unit: what is said in a conversation is posted one by one.

        What fails beside it keeps no message from being posted, and what takes a schedule back
        does not wait behind the schedule.
        """
        return f"{self.team_id}.{self.conversation_id}{self._LANE}"

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is told of what becomes of it."""
        return self.KIND in QUIET


class SendMessage(_Command, kw_only=True):
    """Something a person said, to be posted in Slack as that person."""

    KIND = CommandKind.SEND_MESSAGE
    _LANE = ""

    text: str
    """Plain text as dictated; not escaped for Slack."""
    mentions: tuple[Mention, ...] = ()
    thread_ts: str | None = None


class UpdateMessage(_Command, kw_only=True):
    """Another text for a message."""

    KIND = CommandKind.UPDATE_MESSAGE

    ts: str
    text: str
    mentions: tuple[Mention, ...] = ()


class DeleteMessage(_Command, kw_only=True):
    """A message is to be taken back."""

    KIND = CommandKind.DELETE_MESSAGE

    ts: str


class AddReaction(_Command, kw_only=True):
    """An emoji for a message."""

    KIND = CommandKind.ADD_REACTION

    ts: str
    emoji: str
    """Slack's name, without colons."""


class ScheduleMessage(_Command, kw_only=True):
    """A message that Slack is to post later."""

    KIND = CommandKind.SCHEDULE_MESSAGE

    text: str
    post_at: float
    """Whole epoch seconds."""
    mentions: tuple[Mention, ...] = ()
    thread_ts: str | None = None


class CancelScheduled(_Command, kw_only=True):
    """A message that Slack is to post later is to be taken back."""

    KIND = CommandKind.CANCEL_SCHEDULED
    _LANE = ".cancels"

    post_at: float
    scheduled_by: str
    """The id of the command that scheduled it."""


class MarkRead(_Command, kw_only=True):
    """A conversation was heard up to `ts`, where Slack has nothing unread up to `since`."""

    KIND = CommandKind.MARK_READ
    _LANE = ".marks"

    ts: str
    since: str | None = None


class MarkUnread(_Command, kw_only=True):
    """A conversation was heard up to `ts` only: what came after is unread again."""

    KIND = CommandKind.MARK_UNREAD
    _LANE = ".marks"

    ts: str


class FetchMissed(_Command, kw_only=True):
    """Slack is to be looked through for messages that no event told of."""

    KIND = CommandKind.FETCH_MISSED
    _LANE = ".marks"


class FetchOlder(_Command, kw_only=True):
    """What stands before `ts` in a conversation is to be brought into the inbox, to be read."""

    KIND = CommandKind.FETCH_OLDER
    _LANE = ".marks"

    ts: str
    place_kind: str
    """channel, group, im or mpim, as messages have it."""


class LeaveAccount(_Command, kw_only=True):
    """An account is to be ended, and what is kept of its links deleted."""

    KIND = CommandKind.LEAVE_ACCOUNT
    _LANE = ".leave"

    account_id: str


Command: TypeAlias = (
    SendMessage
    | UpdateMessage
    | DeleteMessage
    | AddReaction
    | ScheduleMessage
    | CancelScheduled
    | MarkRead
    | MarkUnread
    | FetchMissed
    | FetchOlder
    | LeaveAccount
)

QUIET = {
    CommandKind.MARK_READ,
    CommandKind.MARK_UNREAD,
    CommandKind.FETCH_MISSED,
    CommandKind.LEAVE_ACCOUNT,
}


def is_user_id(conversation_id: str) -> bool:
    """Whether an id names a person (U..., on Enterprise Grid also W...) and no conversation."""
    return conversation_id.startswith(("U", "W"))
