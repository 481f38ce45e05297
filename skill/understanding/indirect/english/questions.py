"""English clauses as questions: "he is coming" is "is he coming". Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from skill.understanding.complements import Complements

Words = list[str]
DO = {"has": "does", "have": "do", "had": "did"}
DOING = frozenset({"does", "do", "did", "don't", "doesn't", "didn't"})
FAR_VERB = 7
"""So far behind a clause's beginning its verb is looked for."""
_SHORT = 3
_SIBILANT = ("ches", "shes", "sses", "xes", "zes", "oes")


class Questions:
    """Turns clauses round."""

    def __init__(self, table: Mapping[str, Any], verbs: Complements) -> None:
        """Use the lists of locales/en/indirect.json, and what is known of verbs."""
        self._table = table
        self._verbs = verbs

    def of(
        self, words: Words, *, is_behind_wh: bool = False, is_past: bool = False
    ) -> Words | None:
        """Return a clause as a question: "he is coming" is "is he coming"; None if unsure."""
        if not words:
            return None
        said, table = plain(words), self._table
        if said[0] in table["contracted"]:
            return self._uncontracted(words)
        if said[0] in table["subjects"]:
            return self._inverted(words, 1, is_past=is_past)
        for at in range(1, min(len(words), FAR_VERB)):
            if said[at] in table["auxiliaries"] or said[at] in ("has", "have", "had"):
                return self._inverted(words, at)
            if said[at - 1].endswith("'s") and self._is_told_shortly(said, at):
                verb = "has" if said[at] in table["perfect"] else "is"
                return [verb, *words[: at - 1], words[at - 1][:-2], *words[at:]]
            if self._is_past(said[at]) and said[at - 1] not in table["imperative_not"]:
                owns = any(word.endswith("'s") for word in said[:at])
                return None if owns else self._inverted(words, at)
        if is_behind_wh and len(words) > 1 and self._is_plural_verb(said):
            return ["do", *words]
        if is_behind_wh and len(words) > 1 and self._is_singular_verb(said):
            return ["does", *words[:-1], without_s(words[-1])]
        return None

    def _is_told_shortly(self, said: Words, at: int) -> bool:
        """Whether an "'s" before a word is its verb: "the crane's booked", "the bus's leaving"."""
        told = said[at] in self._table["told_shortly"] or said[at].endswith("ing")
        verbs = self._table["auxiliaries"] | DO.keys()
        is_verb = told or self._is_participle(said[at])
        return is_verb and not any(word in verbs for word in said[at + 1 :])

    def _is_plural_verb(self, said: Words) -> bool:
        """Whether it ends like "the samples arrive": a plural and a verb."""
        noun, verb = said[-2], said[-1]
        return noun.endswith("s") and self._verbs.is_base(verb) and not verb.endswith("s")

    def _is_singular_verb(self, said: Words) -> bool:
        """Whether it ends like "the train leaves": no plural, and what only a verb ends in."""
        noun, verb = said[-2], said[-1]
        is_third = verb.endswith("s") and self._verbs.is_base(without_s(verb))
        return is_third and not noun.endswith("s")

    def _uncontracted(self, words: Words) -> Words:
        verb, subject = self._table["contracted"][plain(words)[0]]
        following = plain(words)[1:2]
        owned = following and following[0] in self._table["perfect"]
        if verb == "is" and owned:
            verb = "has"
        return [verb, subject, *words[1:]]

    def _inverted(self, words: Words, at: int, *, is_past: bool = False) -> Words | None:
        """Return a clause with its verb, which stands at a place, before its subject."""
        said, subject = plain(words), words[:at]
        adverbs: Words = []
        while at < len(words) and said[at] in self._table["adverbs"]:
            adverbs.append(words[at])
            at += 1
        if at >= len(words):
            return None
        verb, rest = said[at], words[at + 1 :]
        if verb in self._table["auxiliaries"] or verb in DOING:
            return [words[at], *subject, *adverbs, *rest]
        if verb in DO:
            following = said[at + 1 : at + 2]
            if following and self._is_participle(following[0]):
                return [words[at], *subject, *adverbs, *rest]
            return [DO[verb], *subject, *adverbs, "have", *rest]
        if is_past and self._verbs.is_base(verb):
            return ["did", *subject, *adverbs, verb, *rest]
        return self._with_do(subject, adverbs, verb, rest)

    def _with_do(self, subject: Words, adverbs: Words, verb: str, rest: Words) -> Words | None:
        if self._is_past(verb):
            return ["did", *subject, *adverbs, self._base(verb), *rest]
        third = len(subject) == 1 and subject[0].casefold() in self._table["singular"]
        if third and verb.endswith("s") and not verb.endswith("ss"):
            return ["does", *subject, *adverbs, without_s(verb), *rest]
        first = len(subject) == 1 and subject[0].casefold() in ("i", "you", "we", "they")
        if first and self._verbs.is_base(verb):
            return ["do", *subject, *adverbs, verb, *rest]
        return None

    def _is_participle(self, word: str) -> bool:
        known = word in self._table["perfect"] or word.endswith("ed")
        return known or self._verbs.irregular(word) not in (None, word)

    def _is_past(self, word: str) -> bool:
        """Whether a word is a verb's past: "went", "called", and neither "need" nor "goes"."""
        if self._verbs.is_base(word) or word.endswith("s"):
            return False
        if word.endswith("ed") and len(word) > _SHORT:
            return bool(self._verbs.kinds(word))
        base = self._verbs.irregular(word)
        return base is not None and base not in (word, "be")

    def _base(self, verb: str) -> str:
        base = self._verbs.irregular(verb)
        if base:
            return base
        known = sorted(form for form in self._verbs.bases(verb) if self._verbs.is_base(form))
        shorter = [form for form in known if form != verb]
        return shorter[-1] if shorter else verb


def without_s(verb: str) -> str:
    """Return "go" of "goes", "try" of "tries", "need" of "needs"."""
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(_SIBILANT) else verb[:-1]


def plain(words: Sequence[str]) -> Words:
    """Return words as they compare: small letters, no marks at their ends."""
    return [word.casefold().replace("\u2019", "'").strip(",.;:!?") for word in words]
