"""Somebody who gets something and is nobody that is known. Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import HARDLY, SURELY, Shapes

_SHOWN = 3
_RELATIVE = 1
_LONGEST_GIVEN = 4
_LONGEST_TAIL = 4


class Given:
    """Looks for recipients whom nobody has for a name."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes
        self._objects = language.indefinite | language.definite

    def given(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "him the log", "finance the receipts", "the head that i'm ill"."""
        if spoken[:1] in self._lists["given_to"] and len(spoken) > 1 and not self._acts(spoken[1]):
            yield Sign(SignKind.GIVEN, " ".join(spoken[:_SHOWN]))
            return
        called = longest_at(self._lists["organisation"], spoken, 0)
        if called and self._is_spoken_to(spoken[called:]):
            yield Sign(SignKind.GIVEN, " ".join(spoken[:_SHOWN]))
            return
        for place in range(1, min(len(spoken) - 1, _LONGEST_GIVEN + 1)):
            before, after = spoken[:place], spoken[place + 1 :]
            is_linked = spoken[place : place + 1] in self._language.that
            if not is_linked and not longest_at(self._objects, spoken, place):
                continue
            is_named = self._names.named(before, 0) == place
            tells = (
                self._shapes.begins(after) >= (HARDLY if self._is_a_role(before, after) else SURELY)
                if is_linked
                else not self._shapes.surely_tells(after)
            )
            if tells and (is_named or not self._is_no_recipient(before)):
                yield Sign(SignKind.GIVEN, " ".join(spoken[: place + 1]))
            return

    def _is_spoken_to(self, spoken: NameWords) -> bool:
        """Whether a whole message follows a part of a company: "that the van is in", "i'm late"."""
        language = self._language
        linked = spoken[:1] in language.that
        rest = spoken[linked:]
        if not self._shapes.is_clause(rest):
            return False
        if rest[:1] in language.modals | language.be:
            asked = rest[1:2] in language.pronouns
            return linked or (asked and rest[1:2] not in language.that)
        return self._shapes.begins(rest) >= SURELY and (linked or self._shapes.surely_tells(rest))

    def _is_a_role(self, before: NameWords, after: NameWords) -> bool:
        """Whether words are what somebody is: "the plumber", "whoever is on call"."""
        if before[:1] in self._lists["whoever"]:
            return True
        if not longest_at(self._language.determiners, before, 0):
            return False
        if longest_before(self._lists["roles"], before, len(before)):
            return True
        agent = any(before[-1].endswith(ending) for (ending,) in self._lists["agent_endings"])
        if not (agent or self._is_a_crowd(before)):
            return False
        agrees = self._agrees(before[-1], after[0]) and not self._has_a_subject(after)
        return not agrees or not self._goes_on(after)

    def _is_a_crowd(self, before: NameWords) -> bool:
        """Whether it is "the people upstairs", "the lads on site"."""
        start = longest_at(self._language.determiners, before, 0)
        return start > 0 and longest_at(self._lists["crowds"], before, start) > 0

    def _has_a_subject(self, clause: NameWords) -> bool:
        """Whether what may be a verb is rather a noun of which something is told: "lunch is here".

        So it is with "book club is ..."; "call early are paid" goes on as behind a verb.
        """
        language, behind = self._language, clause[1:2]
        helps = language.be | language.modals
        if behind in helps:
            # "The printers that jam are ...": one jam would be "is".
            return behind not in self._lists["of_several"] or clause[0].endswith("s")
        apart = language.adverbs | language.prepositions | language.before_nouns | language.objects
        return behind not in apart and clause[2:3] in helps

    def _goes_on(self, clause: NameWords) -> bool:
        """Whether words have a verb more than a relative clause has: "that call early are paid".

        Else they are the message: "the drivers that got it", "the plumber that is he in".
        """
        language, first = self._language, clause[:1]
        said = self._shapes.greets(clause) or longest_at(self._lists["elliptic"], clause, 0) > 0
        asks = first in language.be and clause[1:2] in language.pronouns | language.objects
        verbs = sum(self._shapes.is_verb(clause, place) for place in range(len(clause)))
        return not (said or asks) and verbs > _RELATIVE + (first in language.modals)

    def _agrees(self, noun: str, verb: str) -> bool:
        """Whether a relative clause may begin so: "the printers that jam"."""
        forms = self._language.complements
        if (verb,) in self._language.be and forms.is_base(verb):
            # "The drivers that be right back".
            return False
        if (verb,) in self._language.be | self._language.modals or verb.endswith("ed"):
            return True
        if forms.irregular(verb) is not None:
            return True
        base = forms.is_base(verb)
        third = verb.endswith("s") and bool(forms.kinds(verb)) and not base
        return base if noun.endswith("s") else third

    def _acts(self, word: str) -> bool:
        """Whether what follows "someone" tells of them: "someone is", "everybody leaves"."""
        language = self._language
        verbs = language.be | language.modals | self._lists["third_verbs"]
        if (word,) in verbs | self._lists["clause_words"] | language.adverbs:
            return True
        forms = language.complements
        told = word.endswith(("s", "ed", "ing")) and bool(forms.kinds(word))
        return told or forms.irregular(word) is not None

    def _is_no_recipient(self, before: NameWords) -> bool:
        """Whether words in front are not somebody: they tell, greet, or say when and where."""
        language = self._language
        joining = language.prepositions | language.to | language.into | language.conjunctions
        joining = joining | language.clauses | language.at | language.times | language.locating
        joining = joining | self._lists["days"] | language.adverbs
        joining = (
            joining | language.relatives | self._lists["wh_words"] | self._lists["number_words"]
        )
        is_noun = longest_at(language.determiners, before, 0) > 0
        tells = self._shapes.is_clause(before)
        if is_noun:
            irregular = language.complements.irregular
            past = any(word.endswith("ed") or irregular(word) for word in before[1:])
            tells = past or self._shapes.surely_tells(before)
        if before[:1] in self._lists["whoever"]:
            return self._did_it(before)
        if self._is_a_crowd(before):
            return False
        tells = tells or longest_before(self._lists["before_that"], before, len(before)) > 0
        if tells or self._shapes.greets(before):
            return True
        return any((word,) in joining or word.endswith("ly") or word.isdecimal() for word in before)

    def _did_it(self, before: NameWords) -> bool:
        """Whether "whoever left half" has what follows for its object: somebody did it."""
        verb = "".join(before[1:2])
        past = verb.endswith("ed") or self._language.complements.irregular(verb) is not None
        return past and all((word,) in self._lists["quantifiers"] for word in before[2:])

    def to_something(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "to sale", "to the sales floor" behind what asks for no such ending."""
        language = self._language
        end = len(spoken) - longest_before(language.trailing, spoken, len(spoken))
        for place in range(end - 2, 0, -1):
            if not self._leads_somewhere(spoken, place):
                continue
            bare = spoken[place + 1 + longest_at(language.determiners, spoken, place + 1) : end]
            if not bare or len(bare) > _LONGEST_TAIL:
                return
            following = spoken[place + 1 : place + 2]
            some = language.indefinite | self._lists["quantifiers"]
            whole = longest_at(language.determiners, spoken, place + 2) > 0
            whole = whole or following in self._lists["every"]
            if (following in some and not whole) or self._greets_all(spoken, place + 1):
                return
            own = any((word,) in self._lists["own_subjects"] for word in bare)
            if own or following in self._lists["pointing"]:
                return
            if spoken[place + 1 : place + 2] == bare[:1] and language.complements.is_base(bare[0]):
                return
            known = self._lists["systems"] | language.places | language.times | self._lists["days"]
            if bare in known or bare[-1:] in self._lists["spots"]:
                return
            if spoken[place + 1 : end] in language.places:
                return
            article = len(spoken[place + 1 : end]) > len(bare)
            if self._counts(bare, article=article) or self._is_part(bare):
                return
            yield Sign(SignKind.TO_UNKNOWN, " ".join(spoken[place:end]))
            return

    def _is_part(self, bare: NameWords) -> bool:
        """Whether it is a part of something that one gets to: "chapter ten", "page five"."""
        number = bare[1:2] in self._lists["number_words"] or "".join(bare[1:2]).isdecimal()
        return number and bare[:1] in self._lists["parts"]

    def _counts(self, bare: NameWords, *, article: bool) -> bool:
        """Whether "to ..." says how much or when: "two boats", "the third"; not "gate two"."""
        numbers = [word.isdecimal() or (word,) in self._lists["number_words"] for word in bare]
        if not any(numbers):
            return False
        return numbers[-1] if article else numbers[0]

    def _greets_all(self, spoken: NameWords, at: int) -> bool:
        """Whether it is "happy new year to everyone in the depot"."""
        return longest_at(self._lists["everyone"], spoken, at) > 0 and self._shapes.greets(spoken)

    def _leads_somewhere(self, spoken: NameWords, place: int) -> bool:
        """Whether a "to" stands there, that is none of "wall to wall", "to and fro"."""
        before, after = spoken[place - 1 : place], spoken[place + 1 : place + 2]
        is_to = spoken[place : place + 1] in self._language.to
        return is_to and after != before and after not in self._language.conjunctions

    def in_part_of_a_place(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "in science", where a channel is called data-science."""
        last = spoken[-1]
        into = spoken[-2:-1]
        if into in self._lists["place_leads"] and self._names.is_place((last,)):
            yield Sign(SignKind.TO_NAME, " ".join(spoken[-2:]))
        if (
            len(spoken) > _SHOWN
            and into in self._lists["in"] | self._language.at
            and ((last,) in self._lists["organisation"] and not self._names.is_place((last,)))
        ):
            yield Sign(SignKind.TO_UNKNOWN, " ".join(spoken[-2:]))
        known = self._language.times | self._lists["days"] | self._lists["months"]
        if (last,) in known | self._lists["number_words"] or last.isdecimal():
            return
        if len(spoken) > _SHOWN and into in self._language.into and self._names.is_in_a_place(last):
            yield Sign(SignKind.TO_UNKNOWN, " ".join(spoken[-2:]))
