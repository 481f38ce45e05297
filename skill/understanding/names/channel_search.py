"""Channels by what they are called: dashes, digits, abbreviations, run-together words. Pure."""

from functools import cached_property, lru_cache

from postbox.directory.entries import Conversation, Directory
from postbox.directory.names.index import NameIndex
from postbox.directory.names.likeness import alike
from postbox.directory.names.sounds import skeleton, sound
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
from skill.understanding.names.neighbours import Neighbours
from skill.understanding.names.shortened import is_short_for

_LEAST_LIKE = 0.78
_OTHER_ORDER = 0.9
_SHORTENED = 0.95
_PARTLY, _PARTLY_MOST = 0.76, 0.12
"""A part of a channel's words: from 0.76 up, by the share that was said."""
_MOST_WORDS = 12
_SHORTEST_NUMERONYM = 4
_ZERO = frozenset({"oh", "o"})

Found = dict[int, tuple[float, str]]


class ChannelSearch:
    """Finds the channels of one directory."""

    def __init__(
        self, directory: Directory, index: NameIndex, common_words: frozenset[str]
    ) -> None:
        """Search this directory by its index, knowing the common words of the language."""
        self._common_words = common_words
        self._conversations = list(directory.conversations.values())
        self._index = index
        self._sound_of = lru_cache(maxsize=16384)(self._spoken_sound)

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
        return [self._candidate(row, *each) for row, each in found.items()]

    def _other_forms(self, said: NameWords) -> list[int]:
        """Return channels written with an article, as k8s, or whose last "oh" is a zero."""
        forms = [("the", *said)]
        if said[-1:] and said[-1] in _ZERO:
            forms.append((*said[:-1], "0"))
        numbered = tuple(_numeronym(word) for word in said)
        if numbered != said:
            forms.append(numbered)
        return [row for form in forms for row in self._index.channels.get(key(form), ())]

    def _candidate(self, row: int, score: float, why: str) -> Candidate:
        channel: Conversation = self._conversations[row]
        return Candidate(channel.id, channel.name, Kind.CHANNEL, round(score, 3), why)

    def _by_sound(self, said: NameWords, found: Found, by_likeness: bool) -> None:
        heard = "".join(map(sound, said))
        own = skeleton(heard)
        for bucket in self._neighbours.of(own) if by_likeness else [own]:
            for row in self._index.channels_by_sound.get(bucket, ()):
                other = self._sound_of(row)
                if heard == other:
                    _better(found, (row,), SAME_SOUND, "same sound")
                elif by_likeness and (likeness := alike(heard, other, _LEAST_LIKE)):
                    _better(found, (row,), min(MOST_LIKE, likeness), "sounds alike")

    def _by_words(self, said: NameWords, found: Found) -> None:
        """Find channels that have all the words and perhaps more."""
        rows = [set(self._index.channels_by_word.get(word, ())) for word in set(said)]
        for row in set.intersection(*rows) if rows else ():
            whole = channel_words(self._conversations[row].name)
            share = len(set(said)) / len(set(whole))
            if share == 1.0:
                _better(found, (row,), _OTHER_ORDER, "same words")
            else:
                _better(found, (row,), _PARTLY + _PARTLY_MOST * share, PART_OF_CHANNEL)

    def _by_short_words(self, said: NameWords, found: Found) -> None:
        """Find channels with the same words, some of which they have in short."""
        rows = [self._index.channels_by_word.get(word, ()) for word in said]
        known = [each for each in rows if each]
        if len(said) == 1 or not known:
            return
        for row in min(known, key=len):
            whole = channel_words(self._conversations[row].name)
            if len(whole) == len(said) and all(map(_is_word_of, whole, said)):
                _better(found, (row,), _SHORTENED, "words in short")

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._index.channels_by_sound)

    def _spoken_sound(self, row: int) -> str:
        return "".join(map(sound, channel_words(self._conversations[row].name)))


def _numeronym(word: str) -> str:
    """Return k8s of kubernetes."""
    return f"{word[0]}{len(word) - 2}{word[-1]}" if len(word) > _SHORTEST_NUMERONYM else word


def _is_word_of(written: str, spoken: str) -> bool:
    singular = spoken.removesuffix("s")
    return written == spoken or is_short_for(written.removesuffix("s"), singular)


def _better(found: Found, rows: list[int] | tuple[int, ...], score: float, why: str) -> None:
    for row in rows:
        if score > found.get(row, (0.0, ""))[0]:
            found[row] = (score, why)
