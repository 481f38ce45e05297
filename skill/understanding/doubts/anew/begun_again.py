"""Whether a text begins anew within itself: "... or wait let us say the mast". Pure.

Nobody can list what people say when they correct themselves. What they say next is told by its
form: the sentence begins as it did before, a value stands again in the same frame, or the speaker
tells of their own speaking in the middle of it.
"""

from collections import defaultdict
from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.wording.corrections.kinds import kind_of

_FRAME = 2
_MOST_BETWEEN = 9
_MOST_APART, _MOST_BEFORE = 30, 4
"""Nobody goes back further: how many words, and to how many earlier places of the same words."""
_SHOWN = 3


class BegunAgain:
    """Looks for sentences that begin again in the texts of one language."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists."""
        self._language = language
        self._lists = language.signs
        self._shapes = shapes
        small = language.subjects | language.pronouns | language.be | language.modals
        small = small | language.determiners | language.prepositions | language.to | language.into
        small = small | language.conjunctions | language.clauses | language.adverbs
        self._small = small | self._lists["hinges"]
        self._governs = (self._lists["before_hinges"] | language.be) - self._lists[
            "fillers_in_front"
        ]
        # What stands before a second sentence that is meant as well, or governs its first word.
        goes_on = language.conjunctions | language.clauses | language.that | language.relatives
        self._goes_on = (
            goes_on | self._lists["joins"] | self._lists["wh_words"] | self._lists["stressing"]
        )

    def in_any_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield where a text begins again, and where the speaker tells of speaking."""
        again = self._sentence(spoken) or self._value(spoken) or self._last_value(spoken)
        if again:
            yield Sign(SignKind.CORRECTION, " ".join(spoken[again : again + _SHOWN]))
        yield from self._of_speaking(spoken)

    def _sentence(self, spoken: NameWords) -> int:
        """Return where "the mast" stands for the second time as the subject of a sentence."""
        seen: defaultdict[NameWords, list[int]] = defaultdict(list)
        for again in range(len(spoken) - _FRAME):
            frame = spoken[again : again + _FRAME]
            for first in seen[frame][-_MOST_BEFORE:]:
                apart = again - first
                if _FRAME < apart <= _MOST_APART and self._begins_again(spoken, first, again):
                    return again
            seen[frame].append(again)
        return 0

    def _begins_again(self, spoken: NameWords, first: int, again: int) -> bool:
        before = spoken[again - 1 : again]
        if self._orders_anew(spoken, first, again):
            return True
        if before in self._goes_on or not self._starts(spoken, first):
            return False
        denied = self._lists["no_hinges"]
        if longest_at(denied, spoken, again - 1) > 1 or longest_at(denied, spoken, again) > 1:
            # "No one came at two no one came at three."
            return False
        if not self._predicates(spoken, again):
            return False
        if self._is_turned(spoken, first + _FRAME, again):
            return True
        # "The wait is over the wait was long", "i'm late i'm on the bus" are two sentences.
        names_a_thing = any((word,) not in self._small for word in spoken[again : again + _FRAME])
        verb = again + (not self._predicates(spoken[again : again + _FRAME], 0))
        alike = spoken[first + verb - again :][:_FRAME] == spoken[verb:][:_FRAME]
        return names_a_thing and alike

    def _orders_anew(self, spoken: NameWords, first: int, again: int) -> bool:
        """Whether the order that begins a text comes again behind an outcry: "take ... my word"."""
        forms, cries = self._language.complements, self._lists["outcries"]
        ordered = not first and forms.is_base(spoken[0])
        return ordered and any(longest_at(cries, spoken, at) for at in range(_FRAME, again))

    def _starts(self, spoken: NameWords, first: int) -> bool:
        """Whether a subject stands there rather than an object: "to the van ... the van"."""
        before = spoken[first - 1 : first]
        governs = self._language.prepositions | self._language.to | self._language.into
        return not first or not (before in governs or self._shapes.is_verb(spoken, first - 1))

    def _predicates(self, spoken: NameWords, at: int) -> bool:
        """Whether the frame at a word is a subject with its verb."""
        verbs = self._language.be | self._language.modals | self._lists["third_verbs"]
        verbs = verbs | self._lists["clause_words"]
        within = spoken[at + 1 : at + _FRAME + 1]
        contracted = self._lists["contracted"] | self._language.subjects
        short = (spoken[at],) in verbs and (spoken[at],) in contracted
        told = any((word,) in verbs for word in within)
        return short or (told and (spoken[at],) not in verbs)

    def _value(self, spoken: NameWords) -> int:
        """Return where a value stands again in its frame: "on the tenth ... on the twelfth"."""
        kinds = [kind_of(word, self._language) for word in spoken]
        for first, kind in enumerate(kinds):
            if kind in ("", "name") or kinds[first + 1 : first + 2] == [kind]:
                continue
            for again in range(first + _FRAME, min(len(spoken), first + _MOST_BETWEEN + _FRAME)):
                if kinds[again] == kind and kinds[again - 1] != kind:
                    if spoken[again - 1 : again] and self._breaks_off(spoken, first, again):
                        return again
                    start = self._frame(spoken, first, again)
                    between = spoken[first + 1 : start]
                    if between and self._is_revised(spoken, first, start, again):
                        return again
        return 0

    def _last_value(self, spoken: NameWords) -> int:
        """Return where a bare value ends a text that had one: "tuesday ignore me wednesday"."""
        last = len(spoken) - 1
        kind = kind_of(spoken[last], self._language) if spoken else ""
        if kind in ("", "name"):
            return 0
        start = last
        while start and kind_of(spoken[start - 1], self._language) == kind:
            start -= 1
        before = spoken[max(0, start - _MOST_BETWEEN) : start - 1]
        had = any(kind_of(word, self._language) == kind for word in before)
        return start if had and self._turns_to(spoken[start - 1]) else 0

    def _turns_to(self, word: str) -> bool:
        """Whether nothing can be counted or dated behind a word: "apologies nine"."""
        if (word,) in self._lists["turning_words"]:
            return True
        known = word in self._language.words or (word,) in self._small
        strange = word.isalpha() and len(word) > _FRAME
        return strange and not known and not self._language.complements.kinds(word)

    def _breaks_off(self, spoken: NameWords, first: int, again: int) -> bool:
        """Whether a word that is none stands alone between: "thursday strewth friday i've ..."."""
        alone = again == first + _FRAME and self._turns_to(spoken[again - 1])
        own = (
            spoken[again + 1 : again + 2] in self._lists["own_subjects"] | self._lists["contracted"]
        )
        return alone and (own or again + 1 == len(spoken))

    def _frame(self, spoken: NameWords, first: int, again: int) -> int:
        """Return from which word on both values are led in the same way."""
        length = 0
        while length < min(first, again - first - 1):
            if spoken[first - length - 1] != spoken[again - length - 1]:
                break
            length += 1
        return again - length

    def _is_revised(self, spoken: NameWords, first: int, start: int, again: int) -> bool:
        before = spoken[start - 1 : start]
        if before in self._goes_on or spoken[again - 1 : again] in self._goes_on:
            return False
        if before in self._lists["negations"]:
            # "Two per fifty not per twenty" tells them apart.
            return False
        if all((word,) in self._lists["number_glue"] for word in spoken[first + 1 : start]):
            # "Port eight oh eight oh."
            return False
        if self._speaks(spoken[first + 1 : start]):
            return True
        led = start < again
        unit = spoken[first + 1 : first + 2] == spoken[again + 1 : again + 2] != ()
        if unit and any((word,) in self._lists["own_speech"] for word in spoken[first + 2 : start]):
            # "Nine percent check again nineteen percent."
            return True
        return (led or unit) and self._is_turned(spoken, first + 1, start)

    def _is_turned(self, spoken: NameWords, start: int, end: int) -> bool:
        """Whether what stands between has a word of turning, or one that is none at all."""
        between = spoken[start:end]
        places = range(len(between))
        if any(longest_at(self._lists["no_hinges"], between, at) > 1 for at in places):
            return False
        turning = (start + at for at in places if longest_at(self._lists["hinges"], between, at))
        if any(spoken[at - 1 : at] not in self._governs for at in turning):
            return True
        forms = self._language.complements
        return any(
            word not in self._language.words
            and (word,) not in self._small
            and not forms.kinds(word)
            and not kind_of(word, self._language)
            for word in between
        )

    def _speaks(self, between: NameWords) -> bool:
        """Whether the speaker tells of speaking there: "i tell a fib", "better make that"."""
        turns = any(longest_at(self._lists["hinges"], between, at) for at in range(len(between)))
        own = any((word,) in self._lists["own_speech"] for word in between)
        return turns and own

    def _of_speaking(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "how do you say", "better write", "let me check" in the middle of a text."""
        for place in range(len(spoken)):
            length = longest_at(self._lists["of_speaking"], spoken, place)
            if not length or place + length == len(spoken):
                continue
            governed = spoken[place - 1 : place] in self._goes_on | self._language.to
            if place and governed:
                continue
            yield Sign(SignKind.GROPING, " ".join(spoken[place : place + length]))
            return
