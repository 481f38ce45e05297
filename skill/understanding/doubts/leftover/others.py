"""Somebody else who is named in a text, and words that join them to it. Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, PhraseSet, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import SURELY, WELL, Shapes

_SOON = 6


class OtherNames:
    """Looks for others than the recipient in texts."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes
        self._late = language.that | language.signs["late_linkers"]

    def told_which(self, spoken: NameWords, names: PhraseSet) -> Iterator[Sign]:
        """Yield "the becker one" of "tom the becker one not tomas ...": who is meant, told anew.

        `names` are the words of the names of whoever was named.
        """
        led = longest_at(self._lists["telling_which"], spoken, 0)
        behind = led + 1
        named = spoken[led:behind] in names or self._names.named(spoken, led) > behind
        ends = longest_at(self._lists["told_which"] | names, spoken, behind)
        if led and named and (ends or led > 1 or spoken[:led] in self._lists["surely_which"]):
            yield Sign(SignKind.NEARLY_NAMED, " ".join(spoken[: behind + 1]))

    def told_to_others(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... but don't tell ana", "... tell ana too", "copy ana"; not "i'll tell ana"."""
        beside = self._lists["telling_on"] | self._lists["copies"] | self._lists["likewise"]
        beside = beside | self._lists["passing_on"]
        tells = self._lists["telling_verbs"] | self._lists["asking_verbs"]
        end = len(spoken) - longest_before(self._lists["same"], spoken, len(spoken))
        for place in range(len(spoken) - 1):
            verb = longest_at(beside, spoken, place)
            if place and not verb:
                verb = longest_at(tells, spoken, place)
            name = self._named_or_all(spoken, place, verb) if verb else 0
            negations = self._lists["negations"]
            denied = spoken[place : place + 1] in negations
            denied = denied or longest_before(negations, spoken, place) > 0
            if name and denied and spoken[place + verb] in self._language.words:
                # "Do not message customers" speaks of all who are called so.
                continue
            if not place and spoken[verb:] in self._lists["surely_everyone"]:
                # "That goes for everyone" is all that is said.
                continue
            too = 0 < end < len(spoken) and name == end
            if name and (too or not self._is_governed(spoken, place)):
                yield Sign(SignKind.SECOND, " ".join(spoken[place:name]))
                return
            name = 0 if verb else self._names.named(spoken, place)
            told = longest_at(self._lists["to_be_told"], spoken, name) if name else 0
            if told and not self._is_object_too(spoken, place, spoken[name : name + told]):
                yield Sign(SignKind.SECOND, " ".join(spoken[place : name + 2]))
                return

    def in_turn(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "and ivan to" of "to go to the shop and ivan to the bank": each their own."""
        to = self._language.to
        if spoken[:1] not in to:
            return
        for place in range(2, len(spoken) - 2):
            joins = longest_at(self._lists["joins"], spoken, place)
            end = self._names.named(spoken, place + joins) if joins else 0
            if end and spoken[end : end + 1] in to:
                yield Sign(SignKind.SECOND, " ".join(spoken[place : end + 1]))
                return

    def _is_object_too(self, spoken: NameWords, place: int, told: NameWords) -> bool:
        """Whether a verb has the name that ends here, too: "we should invite ana as well"."""
        if told not in self._lists["same"]:
            return False
        whole = self._begins(spoken, place)
        return whole > 1 and self._language.complements.is_base(spoken[whole - 1])

    def _named_or_all(self, spoken: NameWords, place: int, verb: int) -> int:
        """Return where ends who is told there: a name, or all of "... and tell everybody"."""
        name = self._names.named(spoken, place + verb)
        if name or spoken[place - 1 : place] not in self._lists["and"]:
            return name
        length = longest_at(self._lists["surely_everyone"], spoken, place + verb)
        return place + verb + length if length else 0

    def _begins(self, spoken: NameWords, place: int) -> int:
        """Return where a name begins of which the last words stand here: "maya rios"."""
        while place > 1 and self._names.is_in_a_name(spoken[place - 1]):
            if spoken[place - 1] in self._language.words:
                break
            place -= 1
        return place

    def _is_governed(self, spoken: NameWords, place: int) -> bool:
        """Whether a verb has its subject before it, or is a noun: "i'll tell", "the message"."""
        language = self._language
        governs = language.subjects | language.pronouns | language.modals | language.to
        governs = governs | language.adverbs | language.before_nouns | language.determiners
        return place > 0 and spoken[place - 1 : place] in governs

    def joined_to_a_word(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... and hope the soup is cold": the word is somebody's name as well."""
        for place in range(1, len(spoken) - 2):
            joins = longest_at(self._lists["joins"] | self._language.also, spoken, place)
            name = spoken[place + joins : place + joins + 1]
            if not joins or name in self._language.modals or not name:
                continue
            if not (name[0] in self._language.words and self._names.named(name, 0)):
                continue
            rest = spoken[place + joins + 1 :]
            if self._names.is_place(name) or not rest:
                continue
            if self._shapes.begins(rest) >= SURELY:
                yield Sign(SignKind.SECOND, " ".join(spoken[place : place + joins + 1]))
                return

    def rest_of_a_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "park" of "ana park i said hi", where somebody else is called Park."""
        word, rest = spoken[0], spoken[1:]
        known = self._language
        glue = known.not_names | known.before_nouns | known.pronouns | known.modals | known.be
        if not rest or (word,) in glue or word in known.given_names or self._shapes.greets(spoken):
            return
        if self._names.is_in_a_name(word) and self._shapes.begins(rest) >= SURELY:
            yield Sign(SignKind.GOES_ON, word)

    def late_linker(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "dear" of "tom dear that the scones are ready": words no reading knows."""
        for place in range(1, min(len(spoken) - 1, _SOON)):
            linker = longest_at(self._late, spoken, place)
            if not linker:
                continue
            before, after = spoken[:place], spoken[place + linker :]
            if self._shapes.begins(after) < WELL or self._shapes.is_clause(before):
                return
            governs = self._lists["before_that"]
            if longest_before(governs, spoken, place) or self._is_written(before):
                return
            yield Sign(SignKind.LEFT_OVER, " ".join(spoken[: place + 1]))
            return

    def _is_written(self, before: NameWords) -> bool:
        """Whether words name what something is written on: "the sign saying ..."."""
        articles = self._language.definite | self._language.indefinite
        return before[:1] in articles and before[-1:] in self._lists["written_on"]

    def company(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "with ana in copy that ...": somebody beside who is told."""
        length = longest_at(self._lists["company"], spoken, 0)
        if length and self._names.named(spoken, length):
            yield Sign(SignKind.SECOND, " ".join(spoken[: length + 1]))
