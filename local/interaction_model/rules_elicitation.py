"""Rules about what people answer when a slot is asked for."""

from local.interaction_model.builtins import NARROW_TYPES, PHRASE_TYPES
from local.interaction_model.findings import (
    Finding,
    Findings,
    Object,
    dialog_intents,
    intents,
    samples,
    slots,
    types,
)
from local.interaction_model.rules_samples import SLOT

_SENTENCE = 3
"""So many words a sentence has at least."""


def slot_samples(document: Object) -> Findings:
    """Samples of a slot have the slot in them, each is there once, and the slot is asked for."""
    asked = {intent["name"] for _, intent in dialog_intents(document)}
    for path, intent in intents(document):
        for slot_path, slot in slots(path, intent):
            if slot.get("samples") and intent["name"] not in asked:
                yield Finding(
                    f"{slot_path}.samples",
                    f"{intent['name']} has no dialog: nobody is asked for {slot['name']}.",
                )
            yield from _own_samples(slot_path, slot)


def _has_sentences(slot_type: Object) -> bool:
    values = [value["name"]["value"] for value in slot_type.get("values", [])]
    return bool(values) and all(len(value.split()) >= _SENTENCE for value in values)


def swallowing(document: Object) -> Findings:
    """No intent is reached by a slot alone that takes whatever is said.

    One whose values are whole sentences is meant to: it is where nothing else fits.
    """
    whole = {slot_type["name"] for _, slot_type in types(document) if _has_sentences(slot_type)}
    for path, intent in intents(document):
        free = {
            slot["name"]
            for _, slot in slots(path, intent)
            if slot["type"] not in NARROW_TYPES | PHRASE_TYPES | whole
        }
        for sample_path, sample in samples(path, intent):
            alone = SLOT.fullmatch(sample)
            if alone and alone[1] in free:
                yield Finding(
                    sample_path,
                    f'"{sample}" takes whatever is said: it is a sample for the slot itself.',
                    warning=True,
                )


def _own_samples(slot_path: str, slot: Object) -> Findings:
    seen: set[str] = set()
    for path, sample in samples(slot_path, slot):
        if slot["name"] not in SLOT.findall(sample):
            yield Finding(path, f'"{sample}" does not have the slot "{slot["name"]}" in it.')
        if sample.casefold() in seen:
            yield Finding(path, f'"{sample}" is there twice.')
        seen.add(sample.casefold())
