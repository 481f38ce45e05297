"""Rules about slot types and about sizes.

The limits are those of Amazon's page on creating an interaction model, section "limits".
"""

import json

from local.interaction_model.builtins import PREFIX, SLOT_TYPES
from local.interaction_model.findings import (
    LANGUAGE_MODEL,
    Finding,
    Findings,
    Object,
    intents,
    slots,
    types,
)

MOST_INTENTS = 250
MOST_INTENTS_AND_TYPES = 350
LONGEST_VALUE = 140
"""Characters of a slot value or a synonym."""
LARGEST_MODEL = 1_500_000
"""Bytes of the model as JSON without white space; Amazon says 1.5 MB and not which."""


def sizes(document: Object) -> Findings:
    """The model is within Amazon's limits."""
    count, type_count = len(intents(document)), len(types(document))
    if count > MOST_INTENTS:
        yield Finding(f"{LANGUAGE_MODEL}.intents", f"{count} intents are more than {MOST_INTENTS}.")
    if count + type_count > MOST_INTENTS_AND_TYPES:
        yield Finding(
            LANGUAGE_MODEL,
            f"{count + type_count} intents and slot types are more than {MOST_INTENTS_AND_TYPES}.",
        )
    compact = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    size = len(compact.encode("utf-8", errors="surrogatepass"))
    if size > LARGEST_MODEL:
        yield Finding("the file", f"{size:,} bytes are more than {LARGEST_MODEL:,}.")


def slot_types(document: Object) -> Findings:
    """Every slot has a type that Alexa or the model knows; the model's types are used."""
    defined = {slot_type["name"]: path for path, slot_type in types(document)}
    used: set[str] = set()
    for path, intent in intents(document):
        for slot_path, slot in slots(path, intent):
            used.add(slot["type"])
            if slot["type"] not in SLOT_TYPES | defined.keys():
                yield Finding(f"{slot_path}.type", f"There is no slot type {slot['type']}.")
    for name in defined.keys() - used:
        yield Finding(defined[name], f"No slot has the type {name}.")


def slot_values(document: Object) -> Findings:
    """Types of the model have values, none of them empty, repeated or too long."""
    for path, slot_type in types(document):
        values = slot_type.get("values", [])
        if (
            not values
            and "valueSupplier" not in slot_type
            and not slot_type["name"].startswith(PREFIX)
        ):
            yield Finding(f"{path}.values", f"The slot type {slot_type['name']} has no values.")
        seen: set[str] = set()
        for at, value in enumerate(values):
            where = f"{path}.values[{at}].name"
            for text in (value["name"]["value"], *value["name"].get("synonyms", [])):
                yield from _value(where, text)
            if value["name"]["value"].casefold() in seen:
                yield Finding(where, f'The value "{value["name"]["value"]}" is there twice.')
            seen.add(value["name"]["value"].casefold())


def synonyms(document: Object) -> Findings:
    """A value has each of its names once, and its id for itself.

    The same synonym for two values is fine: Alexa then gives both.
    """
    for path, slot_type in types(document):
        ids: set[str] = set()
        for at, value in enumerate(slot_type.get("values", [])):
            where = f"{path}.values[{at}]"
            names = [value["name"]["value"], *value["name"].get("synonyms", [])]
            for name in _repeated(names):
                yield Finding(f"{where}.name", f'"{name}" is there twice.')
            if value.get("id") in ids:
                yield Finding(f"{where}.id", f'The id "{value["id"]}" is there twice.')
            ids.update(filter(None, [value.get("id")]))


def _repeated(names: list[str]) -> list[str]:
    folded = [name.casefold() for name in names]
    return [name for at, name in enumerate(names) if name.casefold() in folded[:at]]


def _value(path: str, text: str) -> Findings:
    if not text.strip():
        yield Finding(path, "A value or synonym must not be empty.")
    if len(text) > LONGEST_VALUE:
        yield Finding(path, f"{len(text)} characters are more than {LONGEST_VALUE}.")
