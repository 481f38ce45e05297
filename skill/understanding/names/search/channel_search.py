"""Channels by what they are called: dashes, digits, abbreviations, run-together words. Pure."""

from collections.abc import Iterable
from functools import cached_property, lru_cache

from postbox.directory.entries import Conversation
from postbox.directory.names.ear import alike, skeleton, sound
from postbox.directory.names.index import NameIndex
from postbox.directory.names.spelling import NameWords, abbreviated, channel_words, spoken_channel
from postbox.directory.names.words import key
from skill.understanding.names.candidate import (
    ABBREVIATED,
    EXACT,
    MOST_LIKE,
    PART_OF_CHANNEL,
    SAME_SOUND,
    Candidate,
    Kind,
)
from skill.understanding.names.search.clipped import is_short_for
from skill.understanding.names.search.neighbours import Neighbours

_LEAST_LIKE = 0.78
_OTHER_ORDER = 0.9
_SHORTENED = 0.95
_PARTLY, _PARTLY_MOST = 0.76, 0.12
"""A part of a channel's words: from 0.76 up, by the share that was said."""
_MOST_WORDS = 12
_SHORTEST_NUMERONYM = 4
_ZERO = frozenset({"oh", "o"})

Found = dict[Conversation, tuple[float, str]]


class ChannelSearch:
    """Finds the channels of one directory."""

    def __init__(self, index: NameIndex, common_words: frozenset[str]) -> None:
        """Search a directory by its index, knowing the common words of the language."""
        self._common_words = common_words
        self._index = index

    def find(self, spoken: NameWords, *, by_likeness: bool) -> list[Candidate]:
        """Return which channels may be meant; without likeness only by writing and sound."""
        if len(spoken) > _MOST_WORDS:
            return []
        said = spoken_channel(spoken)
        found: Found = {}
        _better(found, self._index.channels.get(key(said), ()), EXACT, "name")
        if not found:
            _better(found, self._other_forms(said), ABBREVIATED, "abbreviation")
        short = self._index.channels_in_short.get(abbreviated(said), ())
        _better(found, short, ABBREVIATED, "abbreviation")
        if not (len(said) == 1 and said[0] in self._common_words):
            self._by_sound(said, found, by_likeness)
            if not any(score >= _SHORTENED for score, _ in found.values()):
                self._by_short_words(said, found)
        if by_likeness:
            self._by_words(said, found)
        return [
            Candidate(channel.id, channel.name, Kind.CHANNEL, round(score, 3), why)
            for channel, (score, why) in found.items()
        ]

    def _other_forms(self, said: NameWords) -> list[Conversation]:
        """Return channels written with an article, as k8s, or whose last "oh" is a zero."""
        keys = _other_keys(said)
        return [channel for key in keys for channel in self._index.channels.get(key, ())]

    def keys_of(self, spoken: NameWords) -> dict[str, set[str]]:
        """Return what finding whichever channel a phrase names may look up, by index mapping."""
        found: dict[str, set[str]] = {
            "channels": set(),
            "channels_in_short": set(),
            "channels_by_sound": set(),
            "channels_by_word": set(spoken_channel(spoken)),
        }
        for at in range(len(spoken)):
            for end in range(at + 1, min(len(spoken), at + _MOST_WORDS) + 1):
                said = spoken_channel(spoken[at:end])
                found["channels"].update((key(said), *_other_keys(said)))
                found["channels_in_short"].add(abbreviated(said))
                found["channels_by_word"].update((*said, *_spelled_together(said)))
                found["channels_by_sound"].update(
                    self._neighbours.of(skeleton("".join(map(sound, said))))
                )
        return found

    def _by_sound(self, said: NameWords, found: Found, by_likeness: bool) -> None:
        heard = "".join(map(sound, said))
        own = skeleton(heard)
        for bucket in self._neighbours.of(own) if by_likeness else [own]:
            for channel in self._index.channels_by_sound.get(bucket, ()):
                other = _sound_of(channel.name)
                if heard == other:
                    _better(found, (channel,), SAME_SOUND, "same sound")
                elif by_likeness and (likeness := alike(heard, other, _LEAST_LIKE)):
                    _better(found, (channel,), min(MOST_LIKE, likeness), "sounds alike")

    def _by_words(self, said: NameWords, found: Found) -> None:
        """Find channels that have all the words and perhaps more."""
        said = _spelled_together(said)
        named = sorted((self._index.channels_by_word.get(word, ()) for word in set(said)), key=len)
        for channel in named[0] if named else ():
            whole = set(channel_words(channel.name))
            if not whole.issuperset(said):
                continue
            share = len(set(said)) / len(whole)
            if share == 1.0:
                _better(found, (channel,), _OTHER_ORDER, "same words")
            else:
                _better(found, (channel,), _PARTLY + _PARTLY_MOST * share, PART_OF_CHANNEL)

    def _by_short_words(self, said: NameWords, found: Found) -> None:
        """Find channels with the same words, some of which they have in short."""
        named = [self._index.channels_by_word.get(word, ()) for word in said]
        known = [channels for channels in named if channels]
        if len(said) == 1 or not known:
            return
        for channel in min(known, key=len):
            whole = channel_words(channel.name)
            if len(whole) == len(said) and all(map(_is_word_of, whole, said)):
                _better(found, (channel,), _SHORTENED, "words in short")

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._index.channel_skeletons)


@lru_cache(maxsize=16384)
def _sound_of(name: str) -> str:
    return "".join(map(sound, channel_words(name)))


def _other_keys(said: NameWords) -> list[str]:
    """Return how else a channel may be written: "the-lounge", "k8s", "release-2-0"."""
    forms = [("the", *said)]
    if said[-1:] and said[-1] in _ZERO:
        forms.append((*said[:-1], "0"))
    numbered = tuple(_numeronym(word) for word in said)
    if numbered != said:
        forms.append(numbered)
    return [key(form) for form in forms]


def _spelled_together(said: NameWords) -> NameWords:
    """Return "okrs" of "o k rs": letters that were said one by one, the last in the plural."""
    together: list[str] = []
    spells = False
    for word in said:
        letter = word.isalpha() and len(word) == 1
        if spells and (letter or (len(word) == len("rs") and word.endswith("s"))):
            together[-1] += word
        else:
            together.append(word)
        spells = letter
    return tuple(together)


def _numeronym(word: str) -> str:
    """Return k8s of kubernetes."""
    return f"{word[0]}{len(word) - 2}{word[-1]}" if len(word) > _SHORTEST_NUMERONYM else word


def _is_word_of(written: str, spoken: str) -> bool:
    singular = spoken.removesuffix("s")
    return written == spoken or is_short_for(written.removesuffix("s"), singular)


def _better(found: Found, channels: Iterable[Conversation], score: float, why: str) -> None:
    for channel in channels:
        if score > found.get(channel, (0.0, ""))[0]:
            found[channel] = (score, why)
