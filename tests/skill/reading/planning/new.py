"""News as it comes from the inbox, in a workspace of a few people."""

from collections.abc import Iterable

from postbox.directory.entries import Conversation, Directory, Person
from postbox.inbox.message import InboxMessage, Reaction
from skill.reading.planning.digest.news import News
from skill.reading.planning.spoken_names import SpokenNames
from skill.rendering.choices import Choices
from skill.rendering.listener import Listener
from skill.speech.phrases import Phrases

PEOPLE = {
    "U1": "Giselle Roy",
    "U2": "Kevin Park",
    "U3": "Ana Lima",
    "U4": "Mia Sun",
    "U5": "Zoe Ray",
    "U6": "Omar Haddad",
}
CONVERSATIONS = [
    Conversation("C1", "general", "channel"),
    Conversation("C2", "dev-ops", "channel"),
    Conversation("C3", "random", "channel"),
    Conversation("C4", "design", "channel"),
    Conversation("C5", "sales", "channel"),
    Conversation("C6", "lunch", "channel"),
    Conversation("D2", "", "im", ("U2",)),
    Conversation("G1", "", "mpim", ("U2", "U3")),
]
KINDS = {conversation.id: conversation.kind for conversation in CONVERSATIONS}
NAMES = SpokenNames.of(
    Directory.of([Person(key, name) for key, name in PEOPLE.items()], CONVERSATIONS)
)
LISTENER = Listener(NAMES, Phrases("en-US"))


def heeding(**choices) -> Listener:
    return Listener(NAMES, LISTENER.phrases, Choices(**choices))


def at(second: int) -> str:
    return f"{1_790_000_000 + second}.000000"


def message(place: str, second: int, author: str, text: str, **more) -> InboxMessage:
    kind = KINDS.get(place, "channel")
    return InboxMessage("T1", place, at(second), author, None, text, kind, **more)


def news(
    place: str,
    *said: tuple[str, str],
    calls: Iterable[int] = (),
    likes: Iterable[tuple[int, str, str]] = (),
    more: bool = False,
    begins: int = 0,
) -> News:
    """Return news of a conversation: who said what, in order; numbers count its messages."""
    messages = tuple(
        message(place, begins + number, author, text) for number, (author, text) in enumerate(said)
    )
    reactions = tuple(Reaction(at(begins + number), emoji, who) for number, emoji, who in likes)
    return News(messages, frozenset(at(begins + call) for call in calls), more, reactions)
