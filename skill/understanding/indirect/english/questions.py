"""English clauses as questions: "he is coming" is "is he coming". Pure."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from skill.understanding.complements import Complements
from skill.understanding.indirect.english.forms import Forms
from skill.understanding.indirect.english.tables import is_done, without_s

Words = list[str]
DO = {"has": "does", "have": "do", "had": "did"}
_MAIN = frozenset({"does", "do", "did"})
DOING = frozenset({"does", "do", "did", "don't", "doesn't", "didn't"})
FAR_VERB = 7
"""So far behind a clause's beginning its verb is looked for."""
_NEAR_VERB = 5
_DOERS = {"you": "have", "he": "has", "she": "has"}
_RELATIVES = ("i", "you", "we", "he", "she", "they", "that", "who")
_MODALS = frozenset({"might", "may", "should", "would", "could", "can", "will", "must"})


class Tense(Enum):
    """When something is, as the verb of "he" told it before it was one of "you"."""

    PAST = "past"
    NOW = "now"


class Questions:
    """Turns clauses round."""

    def __init__(self, table: Mapping[str, Any], verbs: Complements) -> None:
        """Use the lists of locales/en/indirect.json, and what is known of verbs."""
        self._table = table
        self._verbs = verbs
        self._forms = Forms(table, verbs)

    def of(self, words: Words, wh: str = "", *, told: Tense | None = None) -> Words | None:
        """Return a clause as a question: "he is coming" is "is he coming"; None if unsure.

        Args:
            words: the clause.
            wh: the word of a question before it: "what".
            told: when it is, where a verb that follows "you" now told it.
        """
        if not words:
            return None
        said, table = plain(words), self._table
        if said[0] in table["contracted"]:
            return self._uncontracted(words, wh)
        if said[0] in table["subjects"]:
            return self._inverted(words, 1, wh, told=told)
        first = self._behind_a_relative(said)
        for at in range(first, min(len(words), first + FAR_VERB)):
            if said[at] in table["auxiliaries"] | DO.keys() | _MAIN:
                return self._inverted(words, at, wh)
            if said[at - 1].endswith("'s") and self._is_told_shortly(said, at):
                verb = "has" if said[at] in table["perfect"] else "is"
                return [verb, *words[: at - 1], words[at - 1][:-2], *words[at:]]
            if helper := self._helped(said, at):
                return [helper, *words[:at], table["helping"][said[at]], *words[at + 1 :]]
            if self._forms.is_past(said[at]) and said[at - 1] not in table["imperative_not"]:
                if self._may_be_third(said, at):
                    return None
                owns = any(word.endswith("'s") for word in said[:at])
                return None if owns else self._inverted(words, at)
        return self._present(words) or (self._asked_behind_wh(words) if wh else None)

    def _helped(self, said: Words, at: int) -> str:
        """Return "does" for "the haulier gets paid": what is done stands behind its verb."""
        helping, done = self._table["helping"], said[at + 1 : at + 2]
        if said[at] not in helping or not done or said[at - 1] in self._table["imperative_not"]:
            return ""
        same = done[0] in self._table["same_in_past"]
        if not (same or done[0].endswith("ing") or self._forms.is_participle(done[0])):
            return ""
        return "do" if helping[said[at]] == said[at] else "does"

    def _may_be_third(self, said: Words, at: int) -> bool:
        """Whether a verb of now may stand beside what looks past: "ships arrived", "owed comes"."""
        before = said[at - 1 : at] if at > 1 else []
        return any(self._forms.is_third(word) for word in (*before, *said[at + 1 : at + 2]))

    def _asked_behind_wh(self, words: Words) -> Words | None:
        said = plain(words)
        if len(words) > 1 and self._is_plural_verb(said):
            return ["do", *words]
        if len(words) > 1 and self._is_singular_verb(said):
            return ["does", *words[:-1], without_s(words[-1])]
        return None

    def is_asked(self, said: Words) -> bool:
        """Whether a question stands as one asks it: "which ramp is free", "how long for this"."""
        table, verbs = self._table, self._table["auxiliaries"] | DOING
        if said[0] in table["wh_contracted"] or (said[1:2] and said[1] in verbs):
            return True
        if " ".join(said[:2]) in table["asked_shortly"]:
            return True
        if said[0] == "who":
            return bool(said[1:2]) and (
                self._forms.is_past(said[1]) or said[1] in DO or self._forms.is_third(said[1])
            )
        if said[0] not in ("which", "what", "whose", "how"):
            return False
        behind = next((n for n in range(1, len(said)) if said[n] not in table["wh_nouns"]), 0)
        if behind != 1 and (not behind or said[behind] in table["wh_leads"]):
            return len(said) > 1 and not self._has_verb(said)
        for at in range(1, min(len(said), FAR_VERB)):
            begins = said[at] in table["subjects"] or said[at] in table["contracted"]
            if begins or (said[at] in table["imperative_not"] and said[at - 1] != "of"):
                return False
            if at > 1 and said[at] in verbs | DO.keys():
                return True
        return False

    def _has_verb(self, said: Words) -> bool:
        """Whether there is a verb for which a question may have to be turned round."""
        verbs = self._table["auxiliaries"] | DOING | DO.keys() | self._table["subjects"]
        return any(word in verbs or word in self._table["contracted"] for word in said)

    def _behind_a_relative(self, said: Words) -> int:
        """Return where the verb is looked for: behind "you sent" of "the file you sent is old"."""
        verbs = self._table["auxiliaries"] | DO.keys()
        for at in range(2, min(len(said) - 2, FAR_VERB)):
            if said[at] in _RELATIVES and said[at - 1] not in verbs:
                rest = (place for place in range(at + 2, len(said)) if said[place] in verbs)
                return next(rest, 1)
        return 1

    def _present(self, words: Words) -> Words | None:
        """Return a question of "the shop closes at five", "the boilers need a service"."""
        said = plain(words)
        if said[0] not in self._table["imperative_not"]:
            return None
        for at in range(2, min(len(words), _NEAR_VERB)):
            noun, verb, following = said[at - 1], said[at], said[at + 1 : at + 2]
            plural = noun.endswith("s") and not noun.endswith(("ss", "us", "'s"))
            if plural and self._verbs.is_base(verb) and not verb.endswith("s"):
                return ["do", *words]
            third = verb.endswith("s") and self._verbs.is_base(without_s(verb))
            noun_again = following and self._verbs.is_base(following[0])
            if third and not plural and not noun_again and not noun.endswith("'s"):
                return ["does", *words[:at], without_s(verb), *words[at + 1 :]]
        return None

    def _is_told_shortly(self, said: Words, at: int) -> bool:
        """Whether an "'s" before a word is its verb: "the crane's booked", "the bus's leaving"."""
        told = said[at] in self._table["told_shortly"] or said[at].endswith("ing")
        verbs = self._table["auxiliaries"] | DO.keys()
        is_verb = told or self._forms.is_participle(said[at])
        return is_verb and not any(word in verbs for word in said[at + 1 :])

    def _is_plural_verb(self, said: Words) -> bool:
        """Whether it ends like "the samples arrive": a plural and a verb."""
        noun, verb = said[-2], said[-1]
        return noun.endswith("s") and self._verbs.is_base(verb) and not verb.endswith("s")

    def _is_singular_verb(self, said: Words) -> bool:
        """Whether it ends like "the train leaves": no plural, and what only a verb ends in."""
        noun, verb = said[-2], said[-1]
        return self._forms.is_third(verb) and not noun.endswith("s")

    def _uncontracted(self, words: Words, wh: str) -> Words | None:
        verb, subject = self._table["contracted"][plain(words)[0]]
        following = plain(words)[1:2]
        if verb == "would" and following in (["better"], ["rather"]):
            return None
        if verb == "would" and self._had(plain(words)[1:]):
            verb = "had"
        if wh == "what" and following and subject in _DOERS and self._forms.is_done(following[0]):
            # "What he's done with it": nobody is asked what he is.
            return [_DOERS[subject], subject, *words[1:]]
        is_there = subject == "there" and following == ["any"]
        if verb == "is" and following and not is_there and is_done(*plain(words)[1:3]):
            verb = "has"
        return [verb, subject, *words[1:]]

    def _had(self, following: Words) -> bool:
        """Whether a "he'd" is "he had": "he'd eaten"; "he'd come" is rather "he would"."""
        verb = next((word for word in following if word not in self._table["adverbs"]), "")
        return self._forms.is_perfect(following) and not self._verbs.is_base(verb)

    def _inverted(
        self, words: Words, at: int, wh: str = "", *, told: Tense | None = None
    ) -> Words | None:
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
            doubled = rest[:1] and plain(rest[:1])[0] in self._table["auxiliaries"]
            if doubled and verb in _MODALS:
                # "He might could": one of them is enough.
                at, rest = at + 1, rest[1:]
            done = ["do"] if verb in _MAIN and self._forms.is_main(verb, plain(rest), wh) else []
            return [words[at], *subject, *adverbs, *done, *rest]
        if verb in DO:
            if self._forms.is_perfect(said[at + 1 :]):
                return [words[at], *subject, *adverbs, *rest]
            return [DO[verb], *subject, *adverbs, "have", *rest]
        if told is Tense.PAST and self._verbs.is_base(verb):
            base = self._verbs.irregular(verb) or verb
            return ["did", *subject, *adverbs, base, *rest]
        if told is Tense.NOW:
            return ["do", *subject, *adverbs, verb, *rest]
        return self._with_do(subject, adverbs, verb, rest)

    def _with_do(self, subject: Words, adverbs: Words, verb: str, rest: Words) -> Words | None:
        if self._forms.is_past(verb):
            return ["did", *subject, *adverbs, self._forms.base(verb), *rest]
        third = len(subject) == 1 and subject[0].casefold() in self._table["singular"]
        if third and verb.endswith("s") and not verb.endswith("ss"):
            return ["does", *subject, *adverbs, without_s(verb), *rest]
        first = len(subject) == 1 and subject[0].casefold() in ("i", "you", "we", "they")
        if verb in self._table["same_in_past"]:
            # "Where I put it" may ask of now or of then.
            return None
        if first and self._verbs.is_base(verb):
            return ["do", *subject, *adverbs, verb, *rest]
        return None


def plain(words: Sequence[str]) -> Words:
    """Return words as they compare: small letters, no marks at their ends."""
    return [word.casefold().replace("\u2019", "'").strip(",.;:!?") for word in words]
