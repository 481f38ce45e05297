"""Unheard messages to be told, made for tests."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

from postbox.directory.entries import Conversation, Directory, Person
from postbox.inbox.message import Attention, AttentionReason, InboxMessage
from postbox.inbox.read_state import EVERYWHERE, Position
from skill.reading.planning.groups import Group
from skill.reading.planning.lines import Line, Lines, as_said
from skill.reading.planning.spoken_names import SpokenNames
from skill.reading.planning.unheard import Known, Unheard, Waiting
from skill.rendering.listener import Listener
from skill.speech.phrases import Phrases
from skill.speech.sentences import joined

PHRASES = Phrases("en-US")
NAMES = SpokenNames.of(
    Directory.of(
        [Person("U2", "Kevin Park"), Person("U3", "Ana Lima")],
        [
            Conversation("C1", "general", "channel"),
            Conversation("C2", "dev-ops", "channel"),
            Conversation("D1", "", "im", ("U3",)),
            Conversation("G1", "", "mpim", ("U2", "U3")),
        ],
    )
)
ZONE = timezone(timedelta(hours=2))
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=ZONE)
LISTENER = Listener(NAMES, PHRASES, zone=ZONE, now=NOW)
KINDS = {"C": "channel", "D": "im", "G": "mpim"}


def ts(hours_ago: float = 0.0, number: int = 0) -> str:
    written = (NOW - timedelta(hours=hours_ago)).astimezone(UTC).timestamp()
    return f"{written + number / 1000:.6f}"


def waiting(
    text: str,
    author: str = "U2",
    place: str = "C1",
    reason: AttentionReason | None = None,
    at: str = "",
    **more,
) -> Waiting:
    kind = KINDS[place[0]]
    message = InboxMessage("T1", place, at or ts(), author, None, text, kind, **more)
    call = Attention("personal", "T1", place, message.ts, reason) if reason else None
    return Waiting(message, call)


def lines(*parents: InboxMessage, **more) -> Lines:
    known = {(parent.conversation_id, parent.ts): parent for parent in parents}
    return Lines(LISTENER, known, **{"names_places": False, **more})


def as_text(told: Sequence[Line]) -> str:
    return joined(PHRASES.plain(one.key, **dict(one.variables)) for one in as_said(told, PHRASES))


def group(*found: Waiting, more: bool = False) -> Group:
    place = found[0].message.conversation_id if found else "C1"
    known = Known(
        Position("personal", "T1", place), Position("personal", "T1", EVERYWHERE), "0", "U1"
    )
    return Group(Unheard(known, found, more), found, more)
