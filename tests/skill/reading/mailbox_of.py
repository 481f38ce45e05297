"""What is in a mailbox for a speaker, put there as the bridge does."""

from types import SimpleNamespace

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.stores.directories import Directories
from postbox.inbox.message import Attention, AttentionReason, InboxMessage
from postbox.inbox.stores.activity import Activity
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.read_states import ReadStates
from postbox.links.link import Link, LinkState
from postbox.links.stores.preferences import Preferences
from skill.speech.phrases import Phrases
from skill.turn.context import Turn

UNASKED = Turn("r1", "s1", 0.0, Phrases("en-US"), "personal", opens_session=True)
"""What finds messages looks at no more of a turn than that there is one."""
LINKED_AT = 1_790_000_000.0
LINK = Link("personal", "T1", "U1", "giselle", LinkState.ACTIVE, "C1", "general", None, None)


def at(second: int) -> str:
    return f"{1_790_000_000 + second}.000000"


class MailboxOf:
    """A mailbox, and hands to fill it."""

    def __init__(self, table, clock, counted) -> None:
        self.counted = counted
        self.link = Link(**{**vars(LINK), "linked_at": LINKED_AT})
        self.services = SimpleNamespace(
            inbox=Inbox(table),
            read_states=ReadStates(table),
            activity=Activity(table),
            directories=Directories(table),
            clock=clock,
            preferences=Preferences(table),
        )

    def has_channels(self, *conversation_ids: str) -> None:
        channels = [Conversation(each, each.lower(), "channel") for each in conversation_ids]
        people = [Person("U1", "Giselle"), Person("U2", "Kevin Park")]
        directory = Directory.of(people, channels)
        self.services.directories.save("T1", directory, self.services.clock())

    def message(
        self,
        conversation_id: str,
        second: int,
        author: str = "U2",
        reason: AttentionReason | None = None,
        *,
        late: bool = False,
        **more,
    ) -> None:
        ts = at(second)
        message = InboxMessage("T1", conversation_id, ts, author, None, "hi", "channel", **more)
        place = ("personal", "T1", conversation_id, ts)
        attention = [Attention(*place, reason, more.get("thread_ts"))] if reason else []
        late_for = ["personal"] if late else []
        assert self.services.inbox.keep(message, attention, late_for=late_for)
        self.services.activity.said("T1", conversation_id, ts)
