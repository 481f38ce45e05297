"""How English verbs agree with "you": "before she salts" is "before you salt". Pure."""

from collections.abc import Mapping
from typing import Any

from skill.understanding.complements import Complements
from skill.understanding.indirect.english.forms import Forms
from skill.understanding.indirect.english.questions import Words
from skill.understanding.indirect.english.tables import without_s

_SHORTEST = 4
_NOT_THIRD = ("ss", "us", "is")
_JOINS = ("and", "or", "but", "then")
_STRETCH = 5
"""So many words may stand between a verb and the "and" of a second one."""


class Agreement:
    """Lets verbs agree with a subject that became "you"."""

    def __init__(self, table: Mapping[str, Any], verbs: Complements) -> None:
        """Use the lists of locales/en/indirect.json, and what is known of verbs."""
        self._table = table
        self._verbs = verbs
        self._forms = Forms(table, verbs)

    def of_you(self, found: Words, said: Words, subjects: Mapping[str, str], end: int) -> Words:
        """Return words in which the verbs of turned subjects agree, as far as they are turned.

        Args:
            found: the words, turned already.
            said: the same as they compare, before they were turned.
            subjects: which words were turned.
            end: where the turning ends.
        """
        agreed, verb = list(found), -1
        for at, word in enumerate(said[:end]):
            if word in ("he's", "she's") and word in subjects:
                verb = at
                continue
            is_verb = self._is_of_subject(said, at, subjects)
            if is_verb or (verb >= 0 and self._is_joined(said, verb, at)):
                second = self._second(word, is_sure=is_verb or said[verb + 1] in _JOINS)
                if second != word:
                    agreed[at], verb = second, at
        return agreed

    def _is_of_subject(self, said: Words, at: int, subjects: Mapping[str, str]) -> bool:
        """Whether a word is the verb of a subject that became "you"."""
        return self._subject_of(said, at) in subjects and not self._is_adverb(said[at])

    def _subject_of(self, said: Words, at: int) -> str:
        before = at - 1
        while before > 0 and self._is_adverb(said[before]):
            before -= 1
        return said[before] if before >= 0 and said[before] in ("he", "she", "they") else ""

    def _is_adverb(self, word: str) -> bool:
        return word in self._table["adverbs"] or (
            word.endswith("ly") and not self._verbs.is_base(word)
        )

    def _is_joined(self, said: Words, verb: int, at: int) -> bool:
        """Whether a word is a second verb of the same subject: "... leaves and sets the alarm".

        "Nails and screws" are none: it stands right behind the first verb, behind a particle, or
        before what only follows a verb.
        """
        join = at - 1
        while join > verb and self._is_adverb(said[join]):
            join -= 1
        if join <= verb or said[join] not in _JOINS:
            return False
        between = said[verb + 1 : join]
        if between and said[at] not in self._table["be"] and not self._forms.is_third(said[at]):
            return False
        if len(between) > _STRETCH or self._begins_another(between):
            return False
        follows = said[at + 1 : at + 2]
        objects = self._table["imperative_not"] | self._verbs.particles
        return (
            not between
            or between[-1] in self._verbs.particles
            or (bool(follows) and follows[0] in objects)
        )

    def _begins_another(self, between: Words) -> bool:
        """Whether somebody else does something there: "... leaves once it boils and ..."."""
        leads = self._table["acting"] | self._table["clause_leads"]
        return any(word in leads for word in between if word != "it")

    def _second(self, word: str, *, is_sure: bool) -> str:
        """Return a verb as it follows "you"; behind "she" what ends in an s is a verb."""
        if word in self._table["be"]:
            return str(self._table["be"][word])
        if not word.endswith("s") or word.endswith(_NOT_THIRD):
            return word
        sure = is_sure and len(word) >= _SHORTEST and word not in self._table["no_verbs"]
        return without_s(word) if sure or self._forms.is_third(word) else word
