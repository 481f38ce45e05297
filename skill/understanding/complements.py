"""Which words of a language take a "to ..." of their own: "gave", "belongs", "loyal". Data. Pure.

Verbs stand in the lists in their base form; their other forms are told by endings, and irregular
ones are listed.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Any

from postbox.directory.names.words import fold

_SHORTEST_STEM = 2


class Verb(Enum):
    """What a verb asks for."""

    PASSING = "passing"
    """Who gets something: "gave the keys", "introduced her"."""
    CARRYING = "carrying"
    """The same, of something definite, and told as done: "brought the keys"."""
    HANDLING = "handling"
    """The same, of what is named by a pronoun only: "read it"."""
    PASSIVE = "passive"
    """The same where it is done to something: "was returned"."""
    ASKING = "asking"
    """Somebody or somewhere, at once: "talked", "belongs"."""
    PLAIN = "plain"
    """Nothing with "to"."""


class Complements:
    """The words of one language."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take them from data."""
        self._verbs = {kind: _words(data[kind.value]) for kind in Verb}
        self._needing_an_object = _words(data["needing_an_object"])
        self._staying = _words(data["staying"])
        self._receiving = _words(data["receiving"])
        self._motion = _words(data["motion"])
        self._dative = _words(data["dative"])
        self._endings: Sequence[tuple[str, str]] = [
            (pair[0], pair[1]) for pair in data["verb_endings"]
        ]
        self._irregular: Mapping[str, str] = data["irregular"]
        self.participle_endings = tuple(data["participle_endings"])
        self._not_passive = tuple(data["present_endings"])
        self.adjectives = _words(data["adjectives"])
        self.travel = frozenset((word,) for word in _words(data["travel"]))
        self._nouns = _words(data["nouns"])
        self._within = _words(data["within"])
        self.within_nouns = _words(data["within_nouns"])
        self.particles = _words(data["particles"])
        self.leaving = _words(data["leaving"])
        self._phrases = frozenset(data["phrases"])
        self._plain_phrases = frozenset(data["plain_phrases"])
        self.bases = lru_cache(maxsize=8192)(self._bases)
        self.kinds = lru_cache(maxsize=8192)(self._kinds)

    def is_base(self, word: str) -> bool:
        """Whether a word is the base form of a verb, as many nouns are."""
        return any(word in verbs for verbs in self._verbs.values())

    def irregular(self, word: str) -> str | None:
        """Return the base of a form that no ending tells: "went"."""
        return self._irregular.get(word)

    def is_participle(self, word: str) -> bool:
        """Whether a form of a verb may be passive: "given", not "giving"."""
        return not word.endswith(self._not_passive)

    def is_motion(self, word: str) -> bool:
        """Whether a verb tells where somebody goes."""
        return not self._motion.isdisjoint(self.bases(word))

    def stays(self, word: str) -> bool:
        """Whether one does it from where one is: "work", "call in"."""
        return not self._staying.isdisjoint(self.bases(word))

    def receives(self, word: str) -> bool:
        """Whether one gets from somebody what stands behind the verb: "hear", "borrow"."""
        return not self._receiving.isdisjoint(self.bases(word))

    def needs_an_object(self, word: str) -> bool:
        """Whether a sentence cannot end in a verb that has no object: "we borrowed"."""
        return not self._needing_an_object.isdisjoint(self.bases(word))

    def is_dative(self, word: str) -> bool:
        """Whether "me" behind a verb is who gets something: "text me"."""
        return not self._dative.isdisjoint(self.bases(word))

    def is_within(self, word: str) -> bool:
        """Whether a verb tells in or on what something is: "believe", "depends"."""
        return not self._within.isdisjoint(self.bases(word))

    def is_noun(self, word: str) -> bool:
        """Whether a noun, or its plural, takes a "to"."""
        return word in self._nouns or word.removesuffix("s") in self._nouns

    def phrasal(self, word: str, particle: str) -> bool | None:
        """Whether a verb takes a "to" with a particle ("handed over"); None where it is unknown."""
        both = {f"{base} {particle}" for base in self.bases(word)}
        if both & self._phrases:
            return True
        return False if both & self._plain_phrases else None

    def _kinds(self, word: str) -> frozenset[Verb]:
        bases = self.bases(word)
        return frozenset(kind for kind in Verb if bases & self._verbs[kind])

    def _bases(self, word: str) -> frozenset[str]:
        found = {word, self._irregular.get(word, word)}
        for ending, instead in self._endings:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < _SHORTEST_STEM:
                continue
            found.add(stem + instead)
            if not instead and stem[-1] == stem[-2]:
                found.add(stem[:-1])
        return frozenset(found)


def _words(listed: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in listed)
