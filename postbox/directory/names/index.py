"""A directory by the words and sounds of its names. Pure.

Its mappings are plain ones, or read what is stored when it is asked for
(postbox.directory.names.tables.stored): whoever uses them looks up keys, and never goes through
all.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.ear import skeleton, sound
from postbox.directory.names.spelling import abbreviated, channel_words, forms_of, handle_of
from postbox.directory.names.words import key

T = TypeVar("T")
Found = tuple[T, ...]

CHANNELS = frozenset({"channel", "group"})


class Why(StrEnum):
    """Why nothing can be written to whoever has a name."""

    LEFT = "left"
    """A former member, or a bot."""
    ARCHIVED = "archived"
    """A channel that is archived, deleted, or left by the speaker."""
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A name by which nobody, or nothing, can be written to."""

    id: str
    name: str
    kind: str
    """"person" or "channel"."""
    why: Why
    now: str = ""
    """What a renamed channel is called today."""


@dataclass(frozen=True)
class NameIndex:
    """Where in the directory which words are found."""

    people: Mapping[str, Found[Person]] = field(default_factory=dict)
    """Words of people's names, to those of them who are reachable."""
    people_by_sound: Mapping[str, str] = field(default_factory=dict)
    """Skeletons of sounds, to such words, a space between them."""
    first_names: Mapping[str, int] = field(default_factory=dict)
    """First names, without case, to how many people have them."""
    channels: Mapping[str, Found[Conversation]] = field(default_factory=dict)
    """Whole names of channels, run together."""
    channels_in_short: Mapping[str, Found[Conversation]] = field(default_factory=dict)
    """The same with everything abbreviated that can be."""
    channels_by_word: Mapping[str, Found[Conversation]] = field(default_factory=dict)
    channels_by_sound: Mapping[str, Found[Conversation]] = field(default_factory=dict)
    """Skeletons of the sounds of whole names."""
    channel_skeletons: Iterable[str] = ()
    """All skeletons in `channels_by_sound`, and perhaps some of channels that are gone."""
    direct: Mapping[str, str] = field(default_factory=dict)
    """Users, to the direct message with them: the newest where there are several."""
    groups: Mapping[str, Found[Conversation]] = field(default_factory=dict)
    """The ids of those in a group message, sorted, a space between them."""
    unreachable: Mapping[str, Found[Unreachable]] = field(default_factory=dict)
    """Whole names, run together, by which nothing can be written to."""
    unreachable_words: Mapping[str, Found[Unreachable]] = field(default_factory=dict)
    """Words of the names of such people."""
    fetch: Callable[[Mapping[str, Iterable[str]]], None] = lambda _wanted: None
    """Has what is wanted at hand, in one read: keys by the name of their mapping."""

    @classmethod
    def of(cls, directory: Directory) -> "NameIndex":
        """Index a directory."""
        index = _Building()
        for person in directory.people.values():
            index.add_person(person)
        for conversation in directory.conversations.values():
            index.add_conversation(conversation)
        for former in directory.former.values():
            gone = Unreachable(former.id, former.name, "channel", Why.ARCHIVED)
            index.add_unreachable_channel(gone)
        return index.done()

    def has_word(self, word: str) -> bool:
        """Whether somebody's name has this very word in it."""
        return word in self.people_by_sound.get(skeleton(sound(word)), "").split()


@dataclass(frozen=True, eq=False)
class Names:
    """A directory and where in it which words are; alike only to itself."""

    directory: Directory
    index: NameIndex

    @classmethod
    def of(cls, directory: Directory) -> "Names":
        """Index a directory."""
        return cls(directory, NameIndex.of(directory))


def first_name(person: Person) -> str:
    """Return the word by which a person is called where nobody shares it."""
    return person.full_name.split(" ")[0]


def direct_messages(conversations: Iterable[Conversation]) -> dict[str, str]:
    """Return users, to the ids of all direct messages with them, a space between them.

    Who came back, or is in a shared channel as well, may have two. Slack's ids grow.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for conversation in conversations:
        if conversation.kind == "im" and conversation.with_users:
            found[conversation.with_users[0]].append(conversation.id)
    return {user: " ".join(sorted(ids)) for user, ids in found.items()}


class _Building:
    """An index under way."""

    def __init__(self) -> None:
        self._people: defaultdict[str, list[Person]] = defaultdict(list)
        self._first_names: Counter[str] = Counter()
        self._channels: defaultdict[str, list[Conversation]] = defaultdict(list)
        self._in_short: defaultdict[str, list[Conversation]] = defaultdict(list)
        self._by_word: defaultdict[str, list[Conversation]] = defaultdict(list)
        self._by_sound: defaultdict[str, list[Conversation]] = defaultdict(list)
        self._direct: dict[str, str] = {}
        self._groups: defaultdict[str, list[Conversation]] = defaultdict(list)
        self._unreachable: defaultdict[str, list[Unreachable]] = defaultdict(list)
        self._unreachable_words: defaultdict[str, list[Unreachable]] = defaultdict(list)

    def add_person(self, person: Person) -> None:
        self._first_names[first_name(person).casefold()] += 1
        if not person.reachable:
            self._add_unreachable_person(person)
            return
        forms = (*forms_of(person), handle_of(person))
        for word in dict.fromkeys(word for form in forms for word in form):
            self._people[word].append(person)

    def _add_unreachable_person(self, person: Person) -> None:
        gone = Unreachable(person.id, person.full_name, "person", Why.LEFT)
        forms = forms_of(person)
        for name in dict.fromkeys(map(key, forms)):
            self._unreachable[name].append(gone)
        for word in dict.fromkeys(word for form in forms for word in form):
            self._unreachable_words[word].append(gone)

    def add_conversation(self, conversation: Conversation) -> None:
        if conversation.kind == "im" and conversation.with_users:
            user = conversation.with_users[0]
            self._direct[user] = max(conversation.id, self._direct.get(user, ""))
        elif conversation.kind == "mpim":
            members = " ".join(sorted(conversation.with_users))
            self._groups[members].append(conversation)
        elif conversation.kind in CHANNELS and conversation.name:
            self._add_channel(conversation, channel_words(conversation.name))
            for name in conversation.former_names:
                now = conversation.name
                gone = Unreachable(conversation.id, name, "channel", Why.RENAMED, now)
                self.add_unreachable_channel(gone)

    def add_unreachable_channel(self, gone: Unreachable) -> None:
        self._unreachable[key(channel_words(gone.name))].append(gone)

    def _add_channel(self, channel: Conversation, spoken: tuple[str, ...]) -> None:
        self._channels[key(spoken)].append(channel)
        self._in_short[abbreviated(spoken)].append(channel)
        self._by_sound[skeleton("".join(map(sound, spoken)))].append(channel)
        for word in dict.fromkeys(spoken):
            self._by_word[word].append(channel)

    def done(self) -> NameIndex:
        return NameIndex(
            people=_frozen(self._people),
            people_by_sound=_by_skeleton(self._people),
            first_names=self._first_names,
            channels=_frozen(self._channels),
            channels_in_short=_frozen(self._in_short),
            channels_by_word=_frozen(self._by_word),
            channels_by_sound=_frozen(self._by_sound),
            channel_skeletons=frozenset(self._by_sound),
            direct=self._direct,
            groups=_frozen(self._groups),
            unreachable=_frozen(self._unreachable),
            unreachable_words=_frozen(self._unreachable_words),
        )


def _frozen(found: Mapping[str, Iterable[T]]) -> dict[str, Found[T]]:
    return {name: tuple(entries) for name, entries in found.items()}


def _by_skeleton(words: Iterable[str]) -> dict[str, str]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        found[skeleton(sound(word))].append(word)
    return {bucket: " ".join(members) for bucket, members in found.items()}
