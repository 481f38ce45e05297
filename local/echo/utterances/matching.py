"""Utterances matched against samples of an interaction model, by hassil.

A device does this with a model trained on the samples, which also takes what is merely like them.
Here an utterance has to be a sample, word for word, with anything in the place of a slot: also a
custom slot takes words that are none of its values, as it does on a device. Slots for numbers and
ordinals take these only; slots side by side take values of their types only, for nobody could say
where the one ends and the other begins.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import Any

from hassil import Intents, RecognizeResult, recognize_all
from hassil.models import MatchEntity

from local.echo.utterances.cutting import cut, span
from local.echo.utterances.numbers import four_digit_list, number_list, ordinal_list
from local.echo.utterances.words import (
    POSSESSIVE,
    Word,
    normal,
    with_possessives_apart,
    without_possessives,
    words,
)
from local.interaction_model import SIDE_BY_SIDE, Intent, InteractionModel
from local.interaction_model.builtins import own_utterances

_SLOT = re.compile(r"(\{[^{}]*\})")
_LIST = re.compile(r"\{(\w+):")
_ANYTHING = "anything"
_NARROW = {
    "AMAZON.NUMBER": "number",
    "AMAZON.Ordinal": "ordinal",
    "AMAZON.FOUR_DIGIT_NUMBER": "four_digits",
}
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


class Samples:
    """Samples, ready to be matched."""

    def __init__(self, model: InteractionModel, sentences: Mapping[str, tuple[str, ...]]) -> None:
        """Take the samples that lead to each intent of the model."""
        language = model.locale.split("-", maxsplit=1)[0]
        lists = _lists(language) | {
            name: {"values": [normal(called) for entity in entities for called in entity.names]}
            for name, entities in model.types.items()
        }
        templates = [
            (name, template)
            for name, samples in sentences.items()
            for template in _templates(model.intents[name], samples)
        ]
        self._exact: defaultdict[str, list[str]] = defaultdict(list)
        for name, template in templates:
            if "{" not in template:
                self._exact[template].append(name)
        settings = {name: _settings(model, name) for name in sentences}
        self._by_word = _by_rarest_word(
            [
                _Sample(at, name, template, language, lists, settings[name])
                for at, (name, template) in enumerate(templates)
                if "{" in template
            ]
        )

    def best(self, text: str, intent: str | None = None) -> Match | None:
        """Return the best match, of one intent or of any.

        An exact one, else the one that leaves the fewest words to its slots; one whose slots for
        settings hold settings before one where other words stray into them, as a device weighs it;
        a sample that begins with its own words before one that begins with a slot; the first of
        equals in the file.
        """
        said = words(text)
        spoken = [word.spoken for word in said]
        for name in self._exact.get(" ".join(spoken), ()):
            if intent in (None, name):
                return Match(name, fixed=len(said))
        matches = [*self._matches(text, said, intent, possessive=False)]
        apart = without_possessives(text, said)
        if len(apart) > len(said):
            matches += self._matches(text, apart, intent, possessive=True)
        return min(matches, key=lambda match: match.badness, default=None)

    def _matches(
        self, text: str, said: list[Word], intent: str | None, *, possessive: bool
    ) -> Iterator[Match]:
        spoken = " ".join(word.spoken for word in said)
        for sample in self._likely(frozenset(word.spoken for word in said)):
            if (
                intent in (None, sample.intent)
                and sample.is_possessive is possessive
                and sample.may_fit(spoken)
            ):
                for result in recognize_all(spoken, sample.intents):
                    yield _match(text, said, result, sample)

    def _likely(self, spoken: frozenset[str]) -> list["_Sample"]:
        """Return the samples all of whose words were spoken, in the order of the file."""
        found = [
            sample
            for word in (*spoken, "")
            for sample in self._by_word.get(word, ())
            if sample.words <= spoken
        ]
        return sorted(found, key=lambda sample: sample.at)


@lru_cache(maxsize=16)
def samples_of(model: InteractionModel) -> Samples:
    """Return all samples of the model's intents, and for built-in intents Alexa's own.

    They are the same for every Echo that has the model.
    """
    return Samples(
        model,
        {
            intent.name: (*intent.samples, *own_utterances(intent.name, model.locale))
            for intent in model.intents.values()
        },
    )


@dataclass(frozen=True)
class _Sample:
    """A sample with slots; hassil reads it only when an utterance has all of its words."""

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
        return SIDE_BY_SIDE in self.template

    @property
    def is_possessive(self) -> bool:
        return POSSESSIVE in self.words

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(_SLOT.sub(" ", self.template).split())

    @cached_property
    def _between(self) -> list[str]:
        """What stands before, between and behind the slots."""
        return [part.strip() for part in _SLOT.split(self.template)[::2]]

    def may_fit(self, spoken: str) -> bool:
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

    @cached_property
    def intents(self) -> Intents:
        data = [{"sentences": [self.template]}]
        return Intents.from_dict(
            {
                "language": self.language,
                "intents": {self.intent: {"data": data}},
                "lists": {name: self.lists[name] for name in _LIST.findall(self.template)},
            }
        )


def _by_rarest_word(samples: list[_Sample]) -> Mapping[str, list[_Sample]]:
    """Return the samples, each under the word of its own that the fewest share, or under ""."""
    shared = Counter(word for sample in samples for word in sample.words)
    found: defaultdict[str, list[_Sample]] = defaultdict(list)
    for sample in samples:
        found[min(sample.words, key=lambda word: (shared[word], word), default="")].append(sample)
    return found


@cache
def _lists(language: str) -> dict[str, Any]:
    return {
        _ANYTHING: {"wildcard": True},
        "number": number_list(),
        "ordinal": ordinal_list(language),
        "four_digits": four_digit_list(),
    }


def _templates(intent: Intent, samples: tuple[str, ...]) -> list[str]:
    any_words = {slot.name: _NARROW.get(slot.type, _ANYTHING) for slot in intent.slots}
    values = {slot.name: slot.type for slot in intent.slots}
    return [
        _template(sample, values if SIDE_BY_SIDE in sample else any_words) for sample in samples
    ]


def _template(sample: str, lists: dict[str, str]) -> str:
    # Only words and slots reach hassil: its own template signs cannot be among them.
    spoken = with_possessives_apart if "}'s" in sample else normal
    parts = (
        f"{{{lists[part[1:-1]]}:{part[1:-1]}}}" if part.startswith("{") else spoken(part)
        for part in _SLOT.split(sample.replace("}'s", f"}} {POSSESSIVE} "))
    )
    return " ".join(part for part in parts if part)


def _settings(model: InteractionModel, intent: str) -> dict[str, frozenset[str]]:
    """Return what the intent's slots hold of which each value has an id: one of a few settings.

    Names of people and places have none in the model, and anything may be one.
    """
    values = {slot.name: model.types.get(slot.type, ()) for slot in model.intents[intent].slots}
    return {
        name: frozenset(normal(called) for entity in entities for called in entity.names)
        for name, entities in values.items()
        if entities and all(entity.id for entity in entities)
    }


def _match(text: str, said: list[Word], result: RecognizeResult, sample: _Sample) -> Match:
    slots: dict[str, str] = {}
    carried = filled = 0
    slot_first = strayed = False
    for entity, characters in _spans(" ".join(word.spoken for word in said), result):
        first, last = span(said, characters)
        filled += last - first
        slot_first = slot_first or first == 0
        if entity.is_wildcard or sample.is_known:
            slots[entity.name] = cut(text, said, first, last)
            held = sample.settings.get(entity.name)
            strayed = strayed or (held is not None and normal(slots[entity.name]) not in held)
        else:
            slots[entity.name] = _number(entity)
        carried += last - first if entity.is_wildcard else 0
    fixed = len(said) - filled
    return Match(result.intent.name, slots, carried, fixed, slot_first, sample.is_known, strayed)


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
