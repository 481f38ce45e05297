"""One sample of an interaction model, and what an utterance that fits it puts into its slots."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hassil import Intents, RecognizeResult, recognize_all
from hassil.models import MatchEntity

from local.echo.utterances.numbers import number_words
from local.echo.utterances.words import POSSESSIVE, Word, cut, normal, span
from local.interaction_model import SIDE_BY_SIDE

ANYTHING = "anything"
"""The list whose slots take any words."""
SLOT = re.compile(r"(\{[^{}]*\})")
_TAKES_ANYTHING = re.compile(rf"\{{{ANYTHING}:(\w+)\}}")
_LIST = re.compile(r"\{(\w+):")
_FOUR_DIGITS = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class Match:
    """A sample that the utterance fits, and what stands in its slots, as it was typed."""

    intent: str
    slots: dict[str, str] = field(default_factory=dict)
    carried: int = 0
    """How many words were taken as they came; the best match has the fewest."""
    fixed: int = 0
    """How many words are the sample's own."""
    slot_first: bool = False
    is_known: bool = False
    """Whether values of their types stand in its slots, and nothing else may."""
    strayed: bool = False
    """Whether what stands in a slot for one of a few settings is none of them."""

    @property
    def is_exact(self) -> bool:
        """Whether the utterance is a sample without a slot, or with known values in its slots."""
        return not self.slots or self.is_known

    @property
    def takes_anything(self) -> bool:
        """Whether the sample is a slot alone, so that any words are like it."""
        return self.carried > 0 and not self.fixed

    @property
    def badness(self) -> tuple[bool, bool, int, bool, bool]:
        """The order of matches: exact ones, then by the words that are not the sample's."""
        strayed = (self.carried, self.strayed, self.slot_first)
        return (not self.is_exact, self.takes_anything, *strayed)


@dataclass(frozen=True)
class Sample:
    """A sample with slots; it is looked at only when an utterance has all of its words."""

    at: int
    """Its place among all."""
    intent: str
    template: str
    language: str
    lists: Mapping[str, Any]
    settings: Mapping[str, frozenset[str]]
    """What the slots for one of a few settings hold."""

    @property
    def is_known(self) -> bool:
        """Whether its slots take values of their types and nothing else."""
        return SIDE_BY_SIDE in self.template

    @property
    def is_possessive(self) -> bool:
        """Whether it has the ending of "Kevin's" behind a slot."""
        return POSSESSIVE in self.words

    @cached_property
    def words(self) -> frozenset[str]:
        """Its own words."""
        return frozenset(SLOT.sub(" ", self.template).split())

    @cached_property
    def _slots(self) -> list[str]:
        return SLOT.findall(self.template)

    @cached_property
    def _between(self) -> list[str]:
        """What stands before, between and behind the slots."""
        return [part.strip() for part in SLOT.split(self.template)[::2]]

    def _may_fit(self, spoken: str) -> bool:
        """Whether its own words stand in an utterance in their order, which is quick to see."""
        first, *inner, last = self._between
        padded, at = f" {spoken} ", len(first) + 1
        if (first and not padded.startswith(f" {first} ")) or (
            last and not padded.endswith(f" {last} ")
        ):
            return False
        for part in filter(None, inner):
            found = padded.find(f" {part} ", at)
            if found < 0:
                return False
            at = found + len(part) + 1
        return at <= len(padded) - len(last) - 1

    def matches(self, text: str, said: Sequence[Word], spoken: str) -> Iterator[Match]:
        """Yield the ways in which an utterance is this sample; `spoken` is its words, joined."""
        if not self._may_fit(spoken):
            return
        if self._alone:
            yield from self._filled(text, said, *self._alone)
            return
        if self._vocabulary and any(word.spoken not in self._vocabulary for word in said):
            return
        if self._takes_digits and not any(word.spoken.isdecimal() for word in said):
            return
        if self._takes_number and not any(map(self._is_of_a_number, said)):
            return
        for result in recognize_all(spoken, self._intents):
            yield self._match(text, said, result)

    @cached_property
    def _takes_digits(self) -> bool:
        return any(one.get("words") is False for one in self._ranges)

    @cached_property
    def _takes_number(self) -> bool:
        return any(one.get("words", True) for one in self._ranges)

    @property
    def _ranges(self) -> list[dict[str, Any]]:
        lists = [self.lists[name] for name in _LIST.findall(self.template)]
        return [one["range"] for one in lists if "range" in one]

    def _is_of_a_number(self, word: Word) -> bool:
        return word.spoken in number_words(self.language) or any(map(str.isdecimal, word.spoken))

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """All words that the sample and the values of its slots have; none where any may stand."""
        values = [self.lists[name].get("values") for name in _LIST.findall(self.template)]
        if not all(values):
            return frozenset()
        texts = [one if isinstance(one, str) else one["in"] for some in values for one in some]
        return self.words.union(*(text.split() for text in texts))

    @cached_property
    def _alone(self) -> tuple[str, int, int] | None:
        """The only slot where that takes anything, and how many words stand before and behind it.

        Nothing else is to be found then but these words, for which hassil takes long.
        """
        slots = [found[1] for found in map(_TAKES_ANYTHING.fullmatch, self._slots) if found]
        if len(self._slots) != 1 or not slots:
            return None
        before, behind = self._between
        return slots[0], len(before.split()), len(behind.split())

    def _filled(
        self, text: str, said: Sequence[Word], name: str, before: int, behind: int
    ) -> Iterator[Match]:
        end = len(said) - behind
        if before < end:
            words = cut(text, said, before, end)
            strayed = self._strays(name, words)
            yield Match(
                self.intent,
                {name: words},
                carried=end - before,
                fixed=before + behind,
                slot_first=before == 0,
                strayed=strayed,
            )

    def _strays(self, name: str, words: str) -> bool:
        held = self.settings.get(name)
        return held is not None and normal(words) not in held

    def _match(self, text: str, said: Sequence[Word], result: RecognizeResult) -> Match:
        slots: dict[str, str] = {}
        carried = filled = 0
        slot_first = strayed = False
        for entity, characters in _spans(" ".join(word.spoken for word in said), result):
            first, last = span(said, characters)
            filled += last - first
            slot_first = slot_first or first == 0
            if entity.is_wildcard or self.is_known:
                slots[entity.name] = cut(text, said, first, last)
                strayed = strayed or self._strays(entity.name, slots[entity.name])
            else:
                slots[entity.name] = _number(entity)
            carried += last - first if entity.is_wildcard else 0
        fixed = len(said) - filled
        return Match(self.intent, slots, carried, fixed, slot_first, self.is_known, strayed)

    @cached_property
    def _intents(self) -> Intents:
        data = [{"sentences": [self.template]}]
        return Intents.from_dict(
            {
                "language": self.language,
                "intents": {self.intent: {"data": data}},
                "lists": {name: self.lists[name] for name in _LIST.findall(self.template)},
            }
        )


def _number(entity: MatchEntity) -> str:
    """Return a number as Alexa hands it over: a code keeps the zeros that it begins with."""
    said = entity.text.strip()
    return said if _FOUR_DIGITS.fullmatch(said) else str(int(entity.value))


def _spans(spoken: str, result: RecognizeResult) -> Iterator[tuple[MatchEntity, tuple[int, int]]]:
    """Yield what stands in each slot, with where it does among the spoken characters.

    Hassil 3.12 counts a number in words twice, so that what follows it is said to stand further
    behind than it does, at times behind the end. Its words are right, and never stand later.
    """
    padded = f" {spoken} "
    for entity in result.entities_list:
        assert entity.text_span is not None  # only what is taken from words comes from a sample
        latest = entity.text_span[0] + len(entity.text)
        start = padded.rfind(f" {entity.text} ", 0, latest + 2)
        yield entity, (start, start + len(entity.text))
