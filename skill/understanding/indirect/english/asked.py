"""What English asks of somebody as a question to them: "if he is in" is "are you in?". Pure."""

from collections.abc import Mapping
from typing import Any

from skill.understanding.complements import Complements
from skill.understanding.indirect.english.orders import Orders
from skill.understanding.indirect.english.questions import (
    DO,
    DOING,
    FAR_VERB,
    Questions,
    Tense,
    Words,
    plain,
)
from skill.understanding.indirect.english.second_person import SecondPerson
from skill.understanding.indirect.english.tables import gender_of
from skill.understanding.indirect.hearers import Hearers, Turned

_NEAR = 3
_WH_NOUNS = 4


_WITH_NOUNS = ("which", "whose", "how", "what")


class AskedSpeech:
    """Turns what somebody is asked."""

    def __init__(
        self,
        table: Mapping[str, Any],
        verbs: Complements,
        second: SecondPerson,
        orders: Orders,
    ) -> None:
        """Use the lists of locales/en/indirect.json, and what is known of verbs."""
        self._table = table
        self._verbs = verbs
        self._questions = Questions(table, verbs)
        self._second = second
        self._orders = orders

    def turned(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "if he is coming" to "are you coming?", "to call me" to "call me"."""
        said = plain(words)
        stressed = self._stressed(said)
        if stressed:
            return self._with_its_stress(words, stressed, hearers)
        if self._orders.is_order(words):
            return self._orders.ordered(words, hearers)
        if said[:1] in (["if"], ["whether"]):
            clause = self._named_so(words[1:], hearers)
            turned = self._second.turned(clause, hearers, questions=True)
            told = self._told(plain(clause)) if turned else None
            question = self._questions.of(turned.text.split() if turned else clause, told=told)
            certain = turned is None or turned.is_certain
            if question:
                return Turned(f"{' '.join(question)}?", certain)
            return Turned(
                " ".join([words[0], *(turned.text.split() if turned else clause)]), certain
            )
        if said[:1] == ["for"] and len(words) > 1:
            return self._asked_for(words[1:], hearers)
        if said[:1] and said[0] in self._table["wh_contracted"]:
            words = [said[0][:-2], "is", *words[1:]] if said[1:2] in (["he"], ["she"]) else words
            return self._wh(words, hearers)
        if said[:1] and said[0] in self._table["wh"]:
            return self._wh(words, hearers)
        return self._asked_of_him(words, hearers) or self._second.turned(
            words, hearers, questions=True
        )

    def _stressed(self, said: Words) -> int:
        """Return how many words only stress a question: "on earth" of "what on earth is it"."""
        if said[:1] == [] or said[0] not in self._table["wh"]:
            return 0
        phrases = (stress.split() for stress in self._table["stressing_questions"])
        return max((len(one) for one in phrases if list(said[1 : 1 + len(one)]) == one), default=0)

    def _with_its_stress(self, words: Words, length: int, hearers: Hearers) -> Turned | None:
        """Turn a question without what stresses it, and put that back behind its first word."""
        turned = self.turned([words[0], *words[1 + length :]], hearers)
        if turned is None:
            return None
        first, *rest = turned.text.split()
        kept = first.casefold() == words[0].casefold()
        text = " ".join([first, *words[1 : 1 + length], *rest]) if kept else " ".join(words)
        return Turned(text, turned.is_certain and kept)

    def _asked_for(self, words: Words, hearers: Hearers) -> Turned:
        """Turn "the key", "his notes", of "for the key": "Can you give me your notes?"."""
        turned = self._second.turned(words, hearers, questions=True)
        given = turned.text if turned else " ".join(words)
        owned = self._table["turned"]["masculine"].keys() | self._table["turned"]["feminine"].keys()
        is_thing = plain(words)[0] in self._table["imperative_not"] | owned
        certain = is_thing and (turned is None or turned.is_certain)
        return Turned(f"{self._table['give_me']} {given}?", certain)

    def _named_so(self, clause: Words, hearers: Hearers) -> Words:
        """Return "he can come" of "olu can come", asked of Olu: who is asked is its subject."""
        said, verbs = plain(clause), self._table["auxiliaries"] | DO.keys()
        if hearers.several or not hearers.first_name or said[:1] != [hearers.first_name]:
            return clause
        end = next((at for at in range(1, _NEAR + 1) if said[at : at + 1] and said[at] in verbs), 0)
        gender = gender_of(hearers.first_name)
        theirs = self._table["turned"]["feminine"].keys() & set(said)
        pronoun = "she" if gender == "feminine" or (gender is None and theirs) else "he"
        return [pronoun, *clause[end:]] if end else clause

    def _wh(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "when he is coming" to "when are you coming?"; what is asked already stays so."""
        asked = self._asked_of_him(words, hearers)
        if asked:
            return asked
        if self._questions.is_asked(plain(words)):
            turned = self._second.turned(words, hearers, questions=True)
            asking = turned.text.split() if turned else words
            said = ["I" if word == "i" else word for word in asking]
            return Turned(f"{' '.join(said)}?", is_certain=turned is None or turned.is_certain)
        turned = self._second.turned(words, hearers, questions=True)
        told = self._told(plain(words)) if turned else None
        words = turned.text.split() if turned else words
        certain = turned is None or turned.is_certain
        said = plain(words)
        nouns = self._table["wh_nouns"] if said[0] in ("how", "what", "which", "whose") else []
        for at in range(1, min(len(words), FAR_VERB)):
            subject = said[at] in self._table["subjects"] or said[at] in self._table["contracted"]
            article = at == 1 and said[0] in ("when", "where", "why", "how")
            article = article or (at == _NEAR - 1 and said[1] in self._table["asked_of_when"])
            article = (article or self._is_asked_of(said, at)) and said[at] in self._table[
                "imperative_not"
            ]
            if subject or article:
                question = self._questions.of(words[at:], said[0], told=told)
                if question:
                    return Turned(f"{' '.join([*words[:at], *question])}?", certain)
                # What was not surely understood is not turned, and is heard first.
                return Turned(" ".join(words), is_certain=False)
            apart = at > 1 and said[at - 1] not in nouns and said[at] not in nouns
            if said[0] not in _WITH_NOUNS and (apart or at > _WH_NOUNS):
                break
        return Turned(" ".join(words), certain)

    def _asked_of_him(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "is he in" to "are you in?", "what does he want" to "what do you want?"."""
        said, verbs = plain(words), self._table["auxiliaries"] | DOING | DO.keys()
        for at in range(min(len(words) - 1, _WH_NOUNS)):
            if said[at] in verbs and said[at + 1] in ("he", "she"):
                turned = self._second.turned(words, hearers, questions=True)
                if turned is None:
                    return None
                asked = turned.text.split()
                asked[at] = self._table["be"].get(said[at], said[at])
                return Turned(f"{' '.join(asked)}?", turned.is_certain)
        return None

    def _is_asked_of(self, said: Words, at: int) -> bool:
        """Whether "what", "which room" is asked of a subject there: "what the time is"."""
        part_of = at > 1 and (said[at - 1] == "of" or said[at - 1] in self._table["not_owned"])
        asks = at <= _NEAR and said[0] in ("what", "who", "which", "whose")
        told = self._table["be_forms"] | {"did", "does"}
        verb = next((n for n, word in enumerate(said) if n > at and word in told), 0)
        return asks and not part_of and verb > 0 and not self._is_within(said[at:verb], said[verb])

    def _is_within(self, between: Words, verb: str) -> bool:
        """Whether a "did" is of what only describes: "(what) the man who did (it wants)"."""
        return verb in DOING and bool({"who", "that", "i", "we", "you", "they"} & set(between))

    def _told(self, said: Words) -> Tense | None:
        """Return when "where she put it" and "where she puts it" are; None where it is told so."""
        for at, word in enumerate(said[:-1]):
            if word not in ("he", "she"):
                continue
            verb = next((one for one in said[at + 1 :] if one not in self._table["adverbs"]), "")
            if verb in self._table["auxiliaries"] | DOING | DO.keys():
                return None
            if verb.endswith("s") and not verb.endswith("ss"):
                return Tense.NOW
            return Tense.PAST if self._verbs.is_base(verb) else None
        return None
