"""English orders as one gives them: "to bring milk" is "bring milk". Pure."""

from collections.abc import Mapping
from typing import Any

from skill.understanding.complements import Complements
from skill.understanding.indirect.english.questions import Words, plain
from skill.understanding.indirect.english.second_person import SecondPerson
from skill.understanding.indirect.english.tables import gendered_names
from skill.understanding.indirect.hearers import Hearers, Turned


class Orders:
    """Turns infinitives."""

    def __init__(self, table: Mapping[str, Any], verbs: Complements, second: SecondPerson) -> None:
        """Use the lists of locales/en/indirect.json, and what is known of verbs."""
        self._table = table
        self._verbs = verbs
        self._second = second

    def is_order(self, words: Words) -> bool:
        """Whether "to bring ...", "not to bring ..." begins it; not "to the point"."""
        said = plain(words)
        if any(" ".join(said).startswith(f"{aside} ") for aside in self._table["asides"]):
            return False
        at = 1 if said[:1] in (["not"], ["never"]) else 0
        if said[at : at + 1] != ["to"]:
            return False
        at += 1
        while said[at : at + 1] and (said[at] in self._table["adverbs"] or said[at] == "please"):
            at += 1
        verb = said[at : at + 1]
        if not verb or verb[0] in self._table["imperative_not"]:
            return False
        return self._verbs.is_base(verb[0]) or verb[0] not in gendered_names()

    def ordered(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "to bring milk" to "bring milk"; None where nothing is left."""
        said = plain(words)
        if said[:2] == ["not", "to"] or said[:2] == ["to", "not"]:
            # "To not to touch it", too.
            kept = [self._table["not"], *words[3 if said[2:3] == ["to"] else 2 :]]
        elif said[:2] == ["never", "to"]:
            kept = ["never", *words[2:]]
        else:
            kept = words[1:]
        if not kept:
            return None
        orders = self._further(kept)
        leads_on = self._leads_on(plain(orders))
        turned = self._second.turned(orders, hearers, questions=leads_on, is_order=True)
        certain = turned is None or turned.is_certain
        return Turned(turned.text if turned else " ".join(orders), certain)

    def _leads_on(self, said: Words) -> bool:
        """Whether an order goes on with its hearer: "lock up before he leaves"."""
        he = next((at for at, word in enumerate(said) if word in ("he", "she")), 0)
        return he > 0 and said[he - 1] in self._table["clause_leads"]

    def _further(self, words: Words) -> Words:
        """Return words without the "to" of a second order: "... and not to wait"."""
        said, found, at = plain(words), [], 0
        joins = ("and", "or", "but", "then")
        while at < len(words):
            behind = at > 0 and said[at - 1] in joins
            verb = said[at + 1 : at + 2] if said[at] == "to" else said[at + 2 : at + 3]
            is_verb = bool(verb) and self._verbs.is_base(verb[0])
            if behind and is_verb and said[at] == "to":
                at += 1
            elif behind and is_verb and said[at : at + 2] == ["not", "to"]:
                found.append(self._table["not"])
                at += 2
            else:
                found.append(words[at])
                at += 1
        return found
