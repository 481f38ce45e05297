"""Words that say nothing: cries, noises, counting, spelling, one word over and over. Pure."""

from itertools import pairwise

from postbox.directory.names.ear import in_digits
from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, PhraseSet, longest_at

_COUNTED = 3
_LONGEST_UNIT = 4
_ORDERED = 2
_SAID = 2
"""Longer ones say something: "stop the line stop the line"."""
_SPELLED = 3


class Sounds:
    """Hears the sounds of one language."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        lists, signs = language.no_message, language.signs
        self._language = language
        self._lists = lists
        self._noises = lists["noises"] | lists["hesitating"] | signs["fillers"]
        self._cries = self._noises | lists["cries"] | signs["outcries"]
        self._called = lists["called_to"] | signs["called_in_the_room"]
        self._leads = signs["discourse"] | signs["fillers"] | lists["noises"]
        self._says = lists["may_be_doubled"] | signs["assenting"] | signs["number_words"]
        self._orders = signs["scolding"] | signs["shouted_at"] | lists["called_to_an_animal"]

    def is_noise(self, spoken: NameWords) -> bool:
        """Whether words are nothing that one would say to anybody: "och", "er um", "you know"."""
        return _is_all_of(self._noises, spoken)

    def is_cry(self, spoken: NameWords) -> bool:
        """Whether words only cry out: "oh for pity's sake"; not a message for nobody."""
        return _is_all_of(self._cries, spoken)

    def is_over_and_over(self, spoken: NameWords) -> bool:
        """Whether one thing is said again and again: "steady girl steady", "go go go".

        So are orders at a text's front: "drop it drop it the postman ...". "Yes yes" is an answer,
        and who says "we won we won" tells something.
        """
        start = self._start(spoken)
        kept = self._without_calls(spoken[start:])
        for length in range(1, min(_LONGEST_UNIT, len(kept) // 2) + 1):
            unit = kept[:length]
            whole = unit * (len(kept) // length) == kept and length <= _SAID
            front = kept[length : 2 * length] == unit and self._is_order(unit)
            if not (whole or (front and length >= _ORDERED)) or self._is_said_twice(unit):
                continue
            return True
        return False

    def counts(self, spoken: NameWords) -> bool:
        """Whether numbers are counted up or down: "testing one two three", "ten nine eight"."""
        at = 0
        while length := longest_at(self._lists["testing"], spoken, at):
            at += length
        numbers = spoken[at:]
        if not numbers:
            return at > 0 and spoken[:1] not in self._says
        digits = [digit for word in numbers for digit in in_digits([word])]
        if len(numbers) < (_ORDERED if at else _COUNTED) or not all(map(str.isdecimal, digits)):
            return False
        steps = {int(then) - int(now) for now, then in pairwise(digits)}
        return steps in ({1}, {-1}) or (len(steps) == 1 and at > 0)

    def spells(self, spoken: NameWords) -> bool:
        """Whether letters are spelled: "b r a d", "h for hotel o for oscar"."""
        if len(spoken) >= _SPELLED and all(len(word) == 1 for word in spoken):
            return True
        at = parts = 0
        while at < len(spoken) and len(spoken[at]) == 1:
            leads = longest_at(self._lists["spelling_for"], spoken, at + 1)
            word = spoken[at + 1 + leads : at + 2 + leads]
            if not leads or not word or not word[0].startswith(spoken[at]):
                return False
            at, parts = at + leads + 2, parts + 1
        return at == len(spoken) and parts >= _ORDERED

    def _start(self, spoken: NameWords) -> int:
        at = 0
        while length := longest_at(self._leads, spoken, at):
            at += length
        return at

    def _without_calls(self, spoken: NameWords) -> NameWords:
        """Return words without whom they call: "steady steady" of "steady girl steady"."""
        kept: list[str] = []
        at = 0
        while at < len(spoken):
            called = longest_at(self._called, spoken, at) if at else 0
            if not called:
                kept.append(spoken[at])
            at += called or 1
        return tuple(kept)

    def _is_order(self, unit: NameWords) -> bool:
        return unit in self._orders or (
            self._language.complements.is_base(unit[0]) and unit[-1:] in self._language.objects
        )

    def _is_said_twice(self, unit: NameWords) -> bool:
        return _is_all_of(self._says, unit) or unit in self._language.signs["greetings"]


def _is_all_of(phrases: PhraseSet, spoken: NameWords) -> bool:
    """Whether words are nothing but such phrases."""
    at = 0
    while length := longest_at(phrases, spoken, at):
        at += length
    return at == len(spoken) > 0
