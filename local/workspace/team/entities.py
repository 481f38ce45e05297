"""What a workspace holds: people, conversations, messages, installations, and changes of them."""

from dataclasses import dataclass, field
from typing import Any, Literal

ConversationKind = Literal["channel", "private", "im", "mpim"]
ChangeKind = Literal[
    "message",
    "edit",
    "delete",
    "reaction",
    "reaction removed",
    "schedule",
    "again",
    "channel",
    "rename",
    "new id",
    "archive",
    "unarchive",
    "join",
    "leave",
    "newcomer",
    "person",
    "revoke",
    "uninstall",
    "reset",
    "speaker",
]

DEFAULT_ZONE = "Etc/UTC"
DEFAULT_SCOPES = (
    "chat:write",
    "channels:read",
    "groups:read",
    "im:read",
    "mpim:read",
    "channels:history",
    "groups:history",
    "im:history",
    "mpim:history",
    "channels:write",
    "groups:write",
    "im:write",
    "mpim:write",
    "users:read",
    "usergroups:read",
    "reactions:write",
    "reactions:read",
)


class NotInWorkspace(LookupError):
    """Nobody and nothing of that name is in the workspace; the text is a sentence."""


@dataclass(eq=False)
class UserGroup:
    """People who are called together, by the name after "@"."""

    id: str
    handle: str
    members: list[str]
    """Ids of people."""


@dataclass(eq=False)
class Person:
    """A member of the workspace. `display_name` may be empty, as it often is in Slack.

    `tz` is the name of a time zone, such as "America/New_York".
    """

    id: str
    handle: str
    real_name: str
    display_name: str = ""
    deleted: bool = False
    is_bot: bool = False
    tz: str = DEFAULT_ZONE

    @property
    def label(self) -> str:
        """The name that Slack shows."""
        return self.display_name or self.real_name

    @property
    def first_name(self) -> str:
        """The first word of the real name."""
        return self.real_name.split()[0] if self.real_name.split() else self.handle


@dataclass(eq=False)
class Conversation:
    """A channel, private channel, direct message or group message; `members` are person ids."""

    id: str
    kind: ConversationKind
    name: str
    members: list[str]
    created: int
    creator: str
    archived: bool = False
    last_read: dict[str, str] = field(default_factory=dict)

    @property
    def channel_type(self) -> str:
        """The conversation's kind, in the word that Slack's events use for it."""
        return "group" if self.kind == "private" else self.kind

    @property
    def scope_prefix(self) -> str:
        """What the scopes for this kind of conversation begin with: channels, groups, im, mpim."""
        return {"channel": "channels", "private": "groups"}.get(self.kind, self.kind)


@dataclass(frozen=True)
class Message:
    """One message as Slack keeps it: `text` is escaped, `ts` is "seconds.microseconds"."""

    ts: str
    channel: str
    text: str
    user: str | None = None
    username: str | None = None
    subtype: str | None = None
    thread_ts: str | None = None
    parent_user_id: str | None = None
    client_msg_id: str | None = None
    metadata: dict[str, Any] | None = None
    blocks: tuple[dict[str, Any], ...] = ()
    attachments: tuple[dict[str, Any], ...] = ()
    files: tuple[dict[str, Any], ...] = ()
    via_app: bool = False
    further: dict[str, Any] = field(default_factory=dict)
    """What else Slack sends along: of a huddle its room, of an integration its id."""
    edited_by: str | None = None
    edited_ts: str | None = None
    reactions: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def is_reply(self) -> bool:
        """Whether this message answers another one in a thread."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(frozen=True)
class Reaction:
    """One person's emoji, by its name without colons, at a message."""

    ts: str
    name: str
    person: str


@dataclass(frozen=True)
class ScheduledMessage:
    """What the app is to post as a person at a time; times are epoch seconds.

    `fields` are further fields of the message to be.
    """

    id: str
    person: str
    channel: str
    text: str
    post_at: int
    created: int
    thread_ts: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class Installation:
    """The app, installed for a person: what the token may do, and whether it still works."""

    token: str
    person: Person
    scopes: tuple[str, ...]
    revoked: bool = False
    expires: float | None = None
    """When the token ends by itself, in epoch seconds."""


@dataclass(frozen=True)
class Change:
    """Something that happened, told to listeners in the order in which it happened.

    `message` is the message as it now is (as it was, for a deletion); `previous` what an edit
    replaced; `event_ts` the change's own timestamp; `people` whose tokens a revocation ended, or
    who joined, left, changed or reacted; `emoji` what they reacted with.
    """

    kind: ChangeKind
    event_ts: str
    conversation: Conversation | None = None
    message: Message | None = None
    previous: Message | None = None
    people: tuple[Person, ...] = ()
    emoji: str = ""
    former_id: str = ""
    """What a conversation's id was before it got another one."""
