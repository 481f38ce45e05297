"""Utterances matched against samples of an interaction model, by hassil.

A device does this with a model trained on the samples, which also takes what is merely like them.
Here an utterance has to be a sample, word for word, with anything in the place of a slot: also a
custom slot takes words that are none of its values, as it does on a device. Slots for numbers and
ordinals take these only; slots side by side take values of their types only, for nobody could say
where the one ends and the other begins.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from local.echo.utterances.numbers import four_digit_list, number_list, ordinal_list
from local.echo.utterances.sample import ANYTHING, SLOT, Match, Sample
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

_NARROW = {
    "AMAZON.NUMBER": "number",
    "AMAZON.Ordinal": "ordinal",
    "AMAZON.FOUR_DIGIT_NUMBER": "four_digits",
}


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
                Sample(at, name, template, language, lists, settings[name])
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
        self, text: str, said: Sequence[Word], intent: str | None, *, possessive: bool
    ) -> Iterator[Match]:
        spoken = " ".join(word.spoken for word in said)
        for sample in self._likely(frozenset(word.spoken for word in said)):
            if intent in (None, sample.intent) and sample.is_possessive is possessive:
                yield from sample.matches(text, said, spoken)

    def _likely(self, spoken: frozenset[str]) -> list[Sample]:
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


def _by_rarest_word(samples: list[Sample]) -> Mapping[str, list[Sample]]:
    """Return the samples, each under the word of its own that the fewest share, or under ""."""
    shared = Counter(word for sample in samples for word in sample.words)
    found: defaultdict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        found[min(sample.words, key=lambda word: (shared[word], word), default="")].append(sample)
    return found


@cache
def _lists(language: str) -> dict[str, Any]:
    return {
        ANYTHING: {"wildcard": True},
        "number": number_list(),
        "ordinal": ordinal_list(language),
        "four_digits": four_digit_list(),
    }


def _templates(intent: Intent, samples: tuple[str, ...]) -> list[str]:
    any_words = {slot.name: _NARROW.get(slot.type, ANYTHING) for slot in intent.slots}
    values = {slot.name: slot.type for slot in intent.slots}
    return [
        _template(sample, values if SIDE_BY_SIDE in sample else any_words) for sample in samples
    ]


def _template(sample: str, lists: dict[str, str]) -> str:
    # Only words and slots reach hassil: its own template signs cannot be among them.
    spoken = with_possessives_apart if "}'s" in sample else normal
    parts = (
        f"{{{lists[part[1:-1]]}:{part[1:-1]}}}" if part.startswith("{") else spoken(part)
        for part in SLOT.split(sample.replace("}'s", f"}} {POSSESSIVE} "))
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
