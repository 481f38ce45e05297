"""English texts about somebody as they are told to them: "he" is "you". Pure."""

from collections.abc import Mapping
from typing import Any

from skill.understanding.complements import Complements
from skill.understanding.indirect.english.agreement import Agreement
from skill.understanding.indirect.english.questions import Words, plain
from skill.understanding.indirect.english.tables import gender_of, gendered_names, is_done
from skill.understanding.indirect.hearers import Hearers, Turned

_NEAR = 3


class SecondPerson:
    """Turns words to those who read them."""

    def __init__(self, table: Mapping[str, Any], verbs: Complements) -> None:
        """Use the lists of locales/en/indirect.json, and what is known of verbs."""
        self._table = table
        self._agreement = Agreement(table, verbs)

    def turned(
        self, words: Words, hearers: Hearers, *, questions: bool = False, is_order: bool = False
    ) -> Turned | None:
        """Return words with "he" as "you" where he is who reads them.

        In an order nobody is told to do something to himself: "call him" is of somebody else, and
        so is what follows. "Bring what we gave him" may be of himself.
        """
        family = self._family(words, hearers)
        if family is None:
            return None
        table, said = self._table["turned"][family], plain(words)
        first = next((at for at, word in enumerate(said) if word in table), None)
        if first is None or self._has_another(said[:first], hearers):
            return None
        if hearers.several and (first >= _NEAR or self._people_say(said, first)):
            return None
        if not questions and not hearers.several and not self._is_told_to_himself(said, first):
            return None
        last = self._turned_until(said, first)
        if is_order:
            last = min(last, self._somebody_else(said))
        if first >= last:
            return None
        found = [
            self._second(words, said, at, table) if word in table and at < last else words[at]
            for at, word in enumerate(said)
        ]
        found = self._agreement.of_you(found, said, table, last)
        either = hearers.first_name in self._table["either"] and not hearers.is_full
        sure = hearers.several or not either
        return Turned(" ".join(found), is_certain=sure)

    def _people_say(self, said: Words, at: int) -> bool:
        """Whether "they" are people in general: "they're saying on the radio that ..."."""
        following = said[at + 1 : at + _NEAR]
        return said[at].startswith("they") and not set(following).isdisjoint(
            self._table["people_say"]
        )

    def _somebody_else(self, said: Words) -> int:
        """Return where an order comes to somebody to whom it is done; its length for nobody."""
        for at, word in enumerate(said):
            if word.split("'")[0] in self._table["acting"]:
                break
            owned = word == "her" and said[at + 1 : at + 2] and not self._is_object(said, at)
            if word in ("him", "her", "them") and not owned:
                return at
        return len(said)

    def _is_object(self, said: Words, at: int) -> bool:
        """Whether a "her" owns nothing: "tell her to", "hear her typing", "drive her home"."""
        before, after = said[at - 1] if at else "", said[at + 1]
        seen = after.endswith("ing") and before in self._table["perceiving"]
        brought = after == "home" and before in self._table["bringing"]
        return seen or brought or after in self._table["not_owned"]

    def _turned_until(self, said: Words, first: int) -> int:
        """Return from which word on "she" may be somebody else: "her ten o'clock says she ..."."""
        if said[first] not in ("his", "her", "their"):
            return len(said)
        subjects = ("he", "she", "he's", "she's")
        telling = (
            at
            for at in range(first, len(said) - 1)
            if said[at] in self._table["telling"] and said[at + 1] in subjects
        )
        return next(telling, len(said))

    def _family(self, words: Words, hearers: Hearers) -> str | None:
        """Return which pronouns may mean the hearers; None where none surely does."""
        if hearers.several:
            return "several"
        said = set(plain(words))
        gender = gender_of(hearers.first_name)
        for family, other in (("masculine", "feminine"), ("feminine", "masculine")):
            used = bool(said & set(self._table["turned"][family]))
            others = bool(said & set(self._table["turned"][other]))
            if used and (gender == family or (gender is None and not others)):
                return family
        return None

    def _has_another(self, before: Words, hearers: Hearers) -> bool:
        """Whether somebody else was spoken of before, who may be the "he"."""
        names = gendered_names() - self._table["auxiliaries"] - self._table["wishing"]
        owned = (word.removesuffix("'s") for word in before)
        return any(
            word in self._table["others"] or (word in names and word != hearers.first_name)
            for word in owned
        )

    def _is_told_to_himself(self, said: Words, at: int) -> bool:
        """Whether one tells somebody so of himself: "he should rest", not "he said yes"."""
        if said[at] not in ("he", "she") or (at and said[at - 1] in self._table["wishing"]):
            return True
        following = [
            word for word in said[at + 1 : at + _NEAR] if word not in self._table["adverbs"]
        ]
        return bool(following) and following[0] in self._table["obliging"]

    def _second(self, words: Words, said: Words, at: int, table: Mapping[str, str]) -> str:
        word, turned = said[at], table[said[at]]
        following = said[at + 1] if at + 1 < len(said) else ""
        if word == "her":
            owned = following and not self._is_object(said, at)
            turned = "your" if owned else "you"
        elif word == "his" and following in self._table["behind_his"]:
            turned = "yours"
        elif word in ("he's", "she's"):
            turned = "you've" if is_done(*said[at + 1 : at + 3]) else "you're"
        return turned.capitalize() if words[at][:1].isupper() else turned
