"""Which messages of one conversation a speaker has not heard yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from postbox.inbox.message import Attention, AttentionReason, InboxMessage
from postbox.inbox.read_state import Position, Used


@dataclass(frozen=True)
class Waiting:
    """One message that was not heard yet."""

    message: InboxMessage
    attention: Attention | None = None
    is_late: bool = False
    is_muted: bool = False
    """Whether the speaker wants such a call to count for nothing."""

    @property
    def calls(self) -> bool:
        """Whether it deserves the speaker's attention."""
        return self.attention is not None and not self.is_muted

    @property
    def reason(self) -> AttentionReason | None:
        """Why it deserves the speaker's attention; None where it does not."""
        return self.attention.reason if self.attention and not self.is_muted else None

    @property
    def ts(self) -> str:
        """Slack's id of it within its conversation."""
        return self.message.ts

    @property
    def is_in_line(self) -> bool:
        """Whether it stands in the conversation itself, and not in one of its threads alone."""
        return not self.message.is_in_thread

    def used(self, *, is_spoken: bool = True, is_partly: bool = False) -> Used:
        """Return what an answer records of it; where only a part was spoken it stays unheard."""
        message, attention = self.message, None if is_partly else self.attention
        return Used(
            team_id=message.team_id,
            conversation_id=message.conversation_id,
            ts=message.ts,
            thread_ts=message.thread_ts,
            reason=attention.reason if attention else None,
            is_late=self.is_late and not is_partly,
            is_spoken=is_spoken and not is_partly,
            is_partly=is_partly,
        )


@dataclass(frozen=True)
class Known:
    """What is known of one link's hearing of one conversation."""

    position: Position
    everywhere: Position
    start: str
    """Nothing up to here is news: the speaker was not linked yet."""
    own_id: str
    """The speaker's user id in Slack."""
    attention: Mapping[str, Attention] = field(default_factory=dict)
    """By ts."""
    late: frozenset[str] = frozenset()
    heard: frozenset[str] = frozenset()
    muted: frozenset[AttentionReason] = frozenset()
    """Reasons that count for nothing to this speaker."""

    def waiting(self, message: InboxMessage) -> Waiting:
        """Return a message that waits, with what is known of it."""
        attention = self.attention.get(message.ts)
        is_muted = attention is not None and attention.reason in self.muted
        return Waiting(message, attention, message.ts in self.late, is_muted)

    @property
    def read_until(self) -> str:
        """Above here stands what is new."""
        return max(self.position.read_until, self.everywhere.read_until, self.start)

    @property
    def seen_until(self) -> str:
        """Up to here the speaker has read elsewhere, or said so."""
        return max(self.position.seen_until, self.everywhere.seen_until, self.start)

    @property
    def marked_until(self) -> str:
        """Up to here Slack knows, as far as Earshot does, that everything was read."""
        return max(self.seen_until, self.position.marked_until)

    def called(self) -> list[str]:
        """Return the ts of all that calls for attention or came late, in order."""
        return sorted(self.attention.keys() | self.late)

    def waits(self, message: InboxMessage) -> bool:
        """Whether a message was not heard yet, and is there to be heard."""
        ts = message.ts
        if message.deleted or message.author_id == self.own_id:
            return False
        if ts in self.heard and not self._was_changed(ts):
            return False
        if message.is_in_thread:
            # Reading a conversation elsewhere does not open its threads.
            return ts in self.attention and ts > self.everywhere.seen_until
        if ts in self.attention or ts in self.late:
            return ts > self.seen_until
        return ts > self.read_until

    def _was_changed(self, ts: str) -> bool:
        """Whether a message that was heard has been edited since."""
        attention = self.attention.get(ts)
        return attention is not None and attention.reason is AttentionReason.EDITED


@dataclass(frozen=True)
class Unheard:
    """What of one conversation was not heard yet, as far as it was looked at."""

    known: Known
    waiting: tuple[Waiting, ...] = ()
    """Oldest first."""
    more: bool = False
    """Whether the conversation goes on behind what was looked at."""
    passed: tuple[Used, ...] = ()
    """What called for attention and is gone, or read: to be used up without a word."""
    line: tuple[str, ...] = ()
    """The ts of what stands in the conversation itself above `known.read_until`, in order."""

    @property
    def conversation_id(self) -> str:
        """Where all of it stands."""
        return self.known.position.conversation_id

    def read_on(self, spoken: frozenset[str], latest: str) -> str:
        """Return how far everything is heard once these are spoken, `latest` at most.

        What came late stays unheard wherever this stands, and so do answers in threads.
        """
        left = self._first_left(spoken, counts_late=False)
        reached = [ts for ts in self.line if left is None or ts < left]
        until = min(reached[-1], latest) if reached else ""
        return max(until, self.known.position.heard_until)

    def marked_on(self, spoken: frozenset[str]) -> str:
        """Return up to where nothing in the conversation itself is unread once these are spoken."""
        left = self._first_left(spoken, counts_late=True)
        told = sorted({*self.line, *spoken, self.known.position.heard_until})
        reached = [ts for ts in told if left is None or ts < left]
        return max(self.known.marked_until, reached[-1] if reached else "")

    def _first_left(self, spoken: frozenset[str], *, counts_late: bool) -> str | None:
        return min(
            (
                message.ts
                for message in self.waiting
                if message.is_in_line
                and message.ts not in spoken
                and (counts_late or message.ts > self.known.read_until)
            ),
            default=None,
        )


def unheard(
    known: Known, line: Iterable[InboxMessage], called: Mapping[str, InboxMessage], *, more: bool
) -> Unheard:
    """Sift what was looked at.

    Args:
        known: what the link has heard.
        line: what stands above `known.read_until`, oldest first, as far as it was read.
        called: what calls for attention or came late and is not in `line`, by ts.
        more: whether the conversation goes on behind `line`.
    """
    stretch = list(line)
    found = {message.ts: message for message in stretch} | dict(called)
    waiting = [
        known.waiting(message) for _, message in sorted(found.items()) if known.waits(message)
    ]
    left = {message.ts for message in waiting}
    return Unheard(
        known=known,
        waiting=tuple(waiting),
        more=more,
        passed=tuple(passed(known, ts) for ts in known.called() if ts not in left),
        line=tuple(message.ts for message in stretch if not message.is_in_thread),
    )


def passed(known: Known, ts: str) -> Used:
    """Return what calls for attention or came late as used up without a word."""
    attention, position = known.attention.get(ts), known.position
    return Used(
        team_id=position.team_id,
        conversation_id=position.conversation_id,
        ts=ts,
        thread_ts=attention.thread_ts if attention else None,
        reason=attention.reason if attention else None,
        is_late=ts in known.late,
        is_spoken=False,
    )
