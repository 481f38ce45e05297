"""The words of people's names that a spoken word may be, with how alike they are. Pure."""

from functools import cached_property, lru_cache

from postbox.directory.names.ear import alike, alike_called, nicknames, skeleton, sound
from postbox.directory.names.index import NameIndex
from skill.understanding.names.candidate import EXACT, MOST_LIKE, NICKNAME, SAME_FROM, SAME_SOUND
from skill.understanding.names.search.neighbours import Neighbours

Likes = dict[str, float]

_LEAST_LIKE = 0.72
"""Words less alike than this are different words."""
_NOT_THE_SAME = 0.979
_HEARD_ALIKE = 0.84
"""Words as alike as this are mistaken for each other, where the rest of a name is the same."""
_ALIKE_CALLED = NICKNAME
"""Bob where Bobby was said; Robert comes as near."""
ANOTHER_NAME = 0.86
"""What was heard is itself a name, so it is hardly this other one misheard."""
_ENDINGS = ({"a", "O"}, {"a", "o"})


class WordSearch:
    """Finds words of the people's names of one directory."""

    def __init__(
        self, index: NameIndex, given_names: frozenset[str], common_words: frozenset[str]
    ) -> None:
        """Search by this index, knowing names and other words of the language."""
        self._index = index
        self._given_names = given_names
        self._common_words = common_words
        self._of_the_same_bucket = lru_cache(maxsize=8192)(self._find_near)
        self._of_other_buckets = lru_cache(maxsize=8192)(self._find_around)
        self.like = lru_cache(maxsize=8192)(self._find)

    def is_name(self, spoken: str) -> bool:
        """Whether a word is a name that somebody has, or that is usual."""
        return spoken in self._given_names or self._index.has_word(spoken)

    def is_common(self, spoken: str) -> bool:
        """Whether a word is one of the language."""
        return spoken in self._common_words

    def heard_alike(self, spoken: str) -> Likes:
        """Return the words that an ear may take for this one."""
        near = self._of_the_same_bucket(spoken)
        return {word: likeness for word, likeness in near.items() if likeness >= _HEARD_ALIKE}

    def _find(self, spoken: str, by_likeness: bool, near: bool) -> Likes:
        """Return words that this one may be, without likeness those that are or sound the same.

        With `near` those that are nearly the same sound count as the same.
        """
        found: Likes = {}
        least = _LEAST_LIKE if by_likeness else SAME_SOUND
        common, is_name = self.is_common(spoken), self.is_name(spoken)
        words = self._of_the_same_bucket(spoken)
        if by_likeness and not common:
            words = words | self._of_other_buckets(spoken)
        for word, heard in words.items():
            likeness = heard
            if heard >= SAME_FROM and near and not common and not _other_gender(spoken, word):
                likeness = max(SAME_SOUND, heard)
            elif heard < SAME_SOUND:
                likeness = min(ANOTHER_NAME if is_name else MOST_LIKE, heard)
            if likeness >= least:
                found[word] = likeness
        for other in nicknames().get(spoken, ()):
            if self._index.has_word(other):
                found[other] = max(NICKNAME, found.get(other, 0.0))
        for other in alike_called().get(spoken, ()):
            if self._index.has_word(other):
                found[other] = max(_ALIKE_CALLED, found.get(other, 0.0))
        return found

    def _find_near(self, spoken: str) -> Likes:
        return self._compared(spoken, [skeleton(sound(spoken))])

    def _find_around(self, spoken: str) -> Likes:
        own = skeleton(sound(spoken))
        return self._compared(spoken, [near for near in self._neighbours.of(own) if near != own])

    def _compared(self, spoken: str, buckets: list[str]) -> Likes:
        found: Likes = {}
        heard = sound(spoken)
        for bucket in buckets:
            for word in self._index.people_by_sound.get(bucket, "").split():
                likeness = _likeness(spoken, heard, word)
                if likeness:
                    found[word] = likeness
        return found

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._index.people_by_sound)


def _likeness(spoken: str, heard: str, word: str) -> float:
    if spoken == word:
        return EXACT
    other = sound(word)
    return SAME_SOUND if heard == other else min(_NOT_THE_SAME, alike(heard, other, _LEAST_LIKE))


def _other_gender(spoken: str, word: str) -> bool:
    """Whether the ending tells Francesco and Francesca apart, which is clearly heard."""
    return {sound(spoken)[-1:], sound(word)[-1:]} in _ENDINGS
