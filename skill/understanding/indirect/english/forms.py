"""Which form of a verb an English word is, before a clause is turned round. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from skill.understanding.complements import Complements
from skill.understanding.indirect.english.tables import without_s

_SHORT = 3


class Forms:
    """Tells forms of verbs apart."""

    def __init__(self, table: Mapping[str, Any], verbs: Complements) -> None:
        """Use the lists of locales/en/indirect.json, and what is known of verbs."""
        self._table = table
        self._verbs = verbs

    def is_main(self, verb: str, following: Sequence[str], wh: str) -> bool:
        """Whether a "did" is what is done itself: "(he) did it", and not "did get it"."""
        if not following:
            return wh in ("what", "how")
        known, word = self._table, following[0]
        if word in known["adverbs"]:
            return False
        objects = known["imperative_not"] | known["not_owned"] | known["behind_did"]
        thing = verb != "did" or word.endswith("s")
        return word in objects or (thing and not self._verbs.is_base(word))

    def is_perfect(self, following: Sequence[str]) -> bool:
        """Whether it goes on like "(has) already eaten", "(has) put it there"."""
        known = self._table
        at = next((at for at, word in enumerate(following) if word not in known["adverbs"]), None)
        if at is None:
            return False
        same = following[at] in known["same_in_past"]
        put = (
            same
            and following[at + 1 : at + 2] != []
            and following[at + 1] in known["imperative_not"]
        )
        return put or self.is_participle(following[at])

    def is_done(self, word: str) -> bool:
        """Whether "what he's ..." has it behind him: "done", "cut"."""
        return word in self._table["perfect"] | self._table["same_in_past"]

    def is_participle(self, word: str) -> bool:
        """Whether a word is what "has" asks for: "eaten", "called"."""
        known = word in self._table["perfect"] or word.endswith("ed")
        return known or self._verbs.irregular(word) not in (None, word)

    def is_past(self, word: str) -> bool:
        """Whether a word is a verb's past: "went", "called", and neither "need" nor "goes"."""
        if self._verbs.is_base(word) or word.endswith("s"):
            return False
        if word.endswith("ed") and len(word) > _SHORT:
            return bool(self._verbs.kinds(word))
        base = self._verbs.irregular(word)
        return base is not None and base not in (word, "be")

    def base(self, verb: str) -> str:
        """Return "go" of "went", "call" of "called"."""
        base = self._verbs.irregular(verb)
        if base:
            return base
        known = sorted(form for form in self._verbs.bases(verb) if self._verbs.is_base(form))
        shorter = [form for form in known if form != verb]
        return shorter[-1] if shorter else verb

    def is_third(self, word: str) -> bool:
        """Whether a word may be a verb of "he": "leaves", and not "leave"."""
        return word.endswith("s") and self._verbs.is_base(without_s(word))
