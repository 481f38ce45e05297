"""Messages told to a listener in Berlin on a Friday in November."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from postbox.directory.entries import Conversation, Directory, Person
from skill.reading.planning.spoken_names import SpokenNames
from skill.rendering.choices import Choices
from skill.rendering.listener import Listener
from skill.rendering.message import spoken
from skill.speech.phrases import Phrases

NAMES = SpokenNames.of(
    Directory.of(
        [
            Person("U1", "Kevin Park"),
            Person("U2", "Ana Lima", "ana"),
            Person("U3", "Kevin Sato"),
            Person("U4", "Zoe Ray", reachable=False),
            Person("U5", "Mia Sun", "mia :sunflower: 🌻"),
        ],
        [Conversation("C1", "general", "channel"), Conversation("D1", "", "im", ("U2",))],
    )
)
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
BERLIN = Listener(NAMES, Phrases("en-US"), zone=ZoneInfo("Europe/Berlin"), now=NOW)


def told(message: object, **choices) -> str:
    listener = Listener(NAMES, BERLIN.phrases, Choices(**choices), BERLIN.zone, NOW)
    return spoken(message, listener)


def text(written: str, **choices) -> str:
    return told({"text": written}, **choices)


def rich(*elements: object, **choices) -> str:
    blocks = [{"type": "rich_text", "elements": list(elements)}]
    return told({"text": "for notifications", "blocks": blocks}, **choices)


def section(*leaves: object) -> dict[str, object]:
    return {"type": "rich_text_section", "elements": list(leaves)}


def words(written: str, **style: bool) -> dict[str, object]:
    leaf: dict[str, object] = {"type": "text", "text": written}
    return {**leaf, "style": style} if style else leaf
