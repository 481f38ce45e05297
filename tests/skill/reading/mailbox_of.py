"""What is in a mailbox for a speaker, put there as the bridge does."""

from postbox.directory.entries import Conversation, Directory, Person
from postbox.inbox.message import Attention, AttentionReason, InboxMessage
from postbox.links.link import Link, LinkState
from postbox.outbox.queue import OutboxQueue
from skill.alexa.device import DeviceSettings
from skill.reading.catching_up.summarizer import Summarizer
from skill.speech.phrases import Phrases
from skill.turn.context import Turn
from skill.turn.parts import Inbox, KnownNames, Outbox, Parts, Sharing, Speaker, Summaries
from skill.turn.request import Request
from skill.turn.timing import Timing, Zones

UNASKED = Request("r1", "s1", 0.0, Phrases("en-US"), "personal", opens_session=True)
"""What finds messages looks at no more of a request than that there is one."""
LINKED_AT = 1_790_000_000.0
LINK = Link("personal", "T1", "U1", "giselle", LinkState.ACTIVE, "C1", "general", None, None)


def at(second: int) -> str:
    return f"{1_790_000_000 + second}.000000"


class MailboxOf:
    """A mailbox, and hands to fill it."""

    def __init__(self, table, clock, counted) -> None:
        self.counted = counted
        self.link = Link(**{**vars(LINK), "linked_at": LINKED_AT})
        self.inbox, self.names = Inbox(table), KnownNames(table)
        parts = Parts(
            outbox=Outbox(table, OutboxQueue, max_message_age=600.0, undo_seconds=300.0),
            inbox=self.inbox,
            names=self.names,
            speaker=Speaker(table),
            sharing=Sharing(table),
            zones=Zones(table, DeviceSettings()),
            summaries=Summaries(table, lambda: Summarizer("", 0, lambda: None)),
            timing=Timing(clock, clock.step),
        )
        parts.speaker.links.put(self.link)
        self.turn = Turn.of(UNASKED, parts, clock() + 7)

    def has_channels(self, *conversation_ids: str) -> None:
        channels = [
            Conversation(conversation_id, conversation_id.lower(), "channel")
            for conversation_id in conversation_ids
        ]
        people = [Person("U1", "Giselle"), Person("U2", "Kevin Park")]
        directory = Directory.of(people, channels)
        self.names.directories.save("T1", directory, self.turn.timing.clock())

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
        assert self.inbox.messages.keep(message, attention, late_for=late_for)
        self.inbox.activity.said("T1", conversation_id, ts)
