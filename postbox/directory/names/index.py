"""A directory by the words and sounds of its names: made once by whoever stores it. Pure.

Everything in it is what JSON has (strings, lists of row numbers), so that a cold start parses it
and builds nothing. Rows count the people, and apart from them the conversations, in their order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.sounds import skeleton, sound
from postbox.directory.names.spelling import abbreviated, channel_words, forms_of, handle_of
from postbox.directory.names.words import key

Rows = list[int]


@dataclass(frozen=True)
class NameIndex:
    """Where in the directory which words are found."""

    people: Mapping[str, Rows] = field(default_factory=dict)
    """Words of people's names, to the rows of those who are reachable."""
    people_by_sound: Mapping[str, str] = field(default_factory=dict)
    """Skeletons of sounds, to such words, a space between them."""
    channels: Mapping[str, Rows] = field(default_factory=dict)
    """Whole names of channels, run together."""
    channels_in_short: Mapping[str, Rows] = field(default_factory=dict)
    """The same with everything abbreviated that can be."""
    channels_by_word: Mapping[str, Rows] = field(default_factory=dict)
    channels_by_sound: Mapping[str, Rows] = field(default_factory=dict)
    """Skeletons of the sounds of whole names."""
    unreachable: Mapping[str, Rows] = field(default_factory=dict)
    """Whole names, run together, of people who cannot be written to."""
    groups: Mapping[str, Rows] = field(default_factory=dict)
    """The ids of those in a group message, sorted, a space between them."""

    @classmethod
    def of(cls, directory: Directory) -> "NameIndex":
        """Index a directory."""
        index = _Building()
        for row, person in enumerate(directory.people.values()):
            if person.reachable:
                index.add_person(row, person)
            else:
                index.add_unreachable(row, person)
        for row, conversation in enumerate(directory.conversations.values()):
            index.add_conversation(row, conversation)
        return index.done()

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "NameIndex":
        """Take up what `plain` returned."""
        return cls(**plain)

    def plain(self) -> dict[str, Any]:
        """Return the index as JSON values."""
        return asdict(self)


@dataclass(frozen=True, eq=False)
class Names:
    """A directory and where in it which words are; alike only to itself."""

    directory: Directory
    index: NameIndex

    @classmethod
    def of(cls, directory: Directory) -> "Names":
        """Index a directory."""
        return cls(directory, NameIndex.of(directory))


class _Building:
    """An index under way."""

    def __init__(self) -> None:
        self._people: dict[str, Rows] = {}
        self._channels: dict[str, Rows] = {}
        self._in_short: dict[str, Rows] = {}
        self._by_word: dict[str, Rows] = {}
        self._by_sound: dict[str, Rows] = {}
        self._unreachable: dict[str, Rows] = {}
        self._groups: dict[str, Rows] = {}

    def add_person(self, row: int, person: Person) -> None:
        forms = (*forms_of(person), handle_of(person))
        for word in dict.fromkeys(word for form in forms for word in form):
            self._people.setdefault(word, []).append(row)

    def add_unreachable(self, row: int, person: Person) -> None:
        for form in forms_of(person):
            self._unreachable.setdefault(key(form), []).append(row)

    def add_conversation(self, row: int, conversation: Conversation) -> None:
        if conversation.kind == "mpim":
            members = " ".join(sorted(conversation.with_users))
            self._groups.setdefault(members, []).append(row)
        elif conversation.kind != "im" and conversation.name:
            self._add_channel(row, channel_words(conversation.name))

    def _add_channel(self, row: int, spoken: tuple[str, ...]) -> None:
        self._channels.setdefault(key(spoken), []).append(row)
        self._in_short.setdefault(abbreviated(spoken), []).append(row)
        self._by_sound.setdefault(skeleton("".join(map(sound, spoken))), []).append(row)
        for word in dict.fromkeys(spoken):
            self._by_word.setdefault(word, []).append(row)

    def done(self) -> NameIndex:
        return NameIndex(
            people=self._people,
            people_by_sound=_by_skeleton(self._people),
            channels=self._channels,
            channels_in_short=self._in_short,
            channels_by_word=self._by_word,
            channels_by_sound=self._by_sound,
            unreachable=self._unreachable,
            groups=self._groups,
        )


def _by_skeleton(words: Iterable[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(skeleton(sound(word)), []).append(word)
    return {bucket: " ".join(members) for bucket, members in found.items()}
