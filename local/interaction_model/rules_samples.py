"""Rules about samples: what they may consist of, and what they may share."""

import re
import unicodedata
from collections.abc import Iterator

from local.interaction_model.builtins import NARROW_TYPES, PHRASE_TYPES, own_utterances
from local.interaction_model.findings import Finding, Findings, Object, intents, samples, slots

SLOT = re.compile(r"\{([^{}]*)\}")
_CRAMPED = re.compile(r"[^\s{]\{|\}(?!\s|$|['\u2019]s\b|\})")
_PUNCTUATION = frozenset(" .'\u2019_-")


def all_samples(document: Object) -> Iterator[tuple[str, Object, str]]:
    """Yield path, intent and text of every sample, of intents and of their slots."""
    for path, intent in intents(document):
        for sample_path, sample in _samples_of(path, intent):
            yield sample_path, intent, sample


def characters(document: Object) -> Findings:
    """Samples have letters, spaces and a few signs, and slots stand apart in braces."""
    for path, _, sample in all_samples(document):
        if not sample.strip():
            yield Finding(path, "A sample must not be empty.")
            continue
        if sample != sample.strip() or "  " in sample:
            yield Finding(path, f'"{sample}" has spaces at its ends or more than one in a row.')
        words = SLOT.sub("", sample)
        if "{" in words or "}" in words:
            yield Finding(path, f'"{sample}" has a brace without its partner.')
        bad = sorted({word for word in words if not _allowed(word)} - {"{", "}"})
        if bad:
            yield Finding(
                path,
                f'"{sample}" has {" ".join(bad)}: samples take letters, spaces, periods, '
                "apostrophes, underscores and hyphens only.",
            )
        if _CRAMPED.search(sample):
            yield Finding(path, f'"{sample}" has a slot that no space sets apart.')


def slot_use(document: Object) -> Findings:
    """Every slot in a sample is declared in its intent, and every declared slot is used."""
    for path, intent in intents(document):
        declared = {slot["name"]: slot_path for slot_path, slot in slots(path, intent)}
        used: set[str] = set()
        for sample_path, name in _slots_in_samples(path, intent):
            used.add(name)
            if name not in declared:
                yield Finding(
                    sample_path, f"{{{name}}} is not among the slots of {intent['name']}."
                )
        for name in declared.keys() - used:
            yield Finding(declared[name], f'No sample of {intent["name"]} uses the slot "{name}".')


def phrase_slots(document: Object) -> Findings:
    """A slot that takes a phrase has a carrier phrase and no other slot beside it.

    Amazon's build errors: "must include a carrier phrase" and "cannot include both a phrase slot
    and another intent slot".
    """
    for path, intent in intents(document):
        phrases = {slot["name"] for _, slot in slots(path, intent) if slot["type"] in PHRASE_TYPES}
        if len(phrases) > 1:
            yield Finding(path, f"{intent['name']} has more than one AMAZON.SearchQuery slot.")
        for sample_path, sample in _samples_of(path, intent):
            yield from _phrase_sample(sample_path, sample, phrases)


def repeated_samples(document: Object, locale: str) -> Findings:
    """No two samples are the same, and none is what a built-in intent hears anyway."""
    built_in = {
        _normal(utterance, {}): intent["name"]
        for _, intent in intents(document)
        for utterance in own_utterances(intent["name"], locale)
    }
    seen: dict[str, str] = {}
    for path, intent in intents(document):
        types = {slot["name"]: slot["type"] for _, slot in slots(path, intent)}
        for sample_path, sample in samples(path, intent):
            normal = _normal(sample, types)
            owner = built_in.get(normal, intent["name"])
            if owner != intent["name"]:
                yield Finding(sample_path, f'"{sample}" already leads to {owner}.')
            if normal in seen:
                yield Finding(sample_path, f'"{sample}" is already at {seen[normal]}.')
            else:
                seen[normal] = sample_path


def _allowed(character: str) -> bool:
    return character in _PUNCTUATION or unicodedata.category(character)[0] in "LMN"


def _slots_in_samples(path: str, intent: Object) -> Iterator[tuple[str, str]]:
    for sample_path, sample in _samples_of(path, intent):
        for name in SLOT.findall(sample):
            yield sample_path, name


def _samples_of(path: str, intent: Object) -> Iterator[tuple[str, str]]:
    """Yield path and text of the samples of an intent and of its slots."""
    for owner_path, owner in [(path, intent), *slots(path, intent)]:
        yield from samples(owner_path, owner)


def _phrase_sample(path: str, sample: str, phrases: set[str]) -> Findings:
    names = SLOT.findall(sample)
    if phrases.isdisjoint(names):
        return
    if not SLOT.sub("", sample).strip():
        yield Finding(path, f'"{sample}" must include a carrier phrase: words beside the slot.')
    if len(names) > 1:
        yield Finding(path, f'"{sample}" has another slot beside an AMAZON.SearchQuery slot.')


def _normal(sample: str, types: dict[str, str]) -> str:
    """Return the sample as it is compared: a slot is as good as another, save a narrow one."""
    words = SLOT.sub(lambda slot: _kind(types.get(slot[1], "")), sample)
    return " ".join(words.casefold().replace("\u2019", "'").split())


def _kind(slot_type: str) -> str:
    return f"{{{slot_type if slot_type in NARROW_TYPES else ''}}}"
