"""Amazon's own schema of an interaction model, from the npm package ask-smapi-model.

The package's spec.json describes every body of the Skill Management API (Swagger 2.0). It knows
the shape only: neither the limits nor the rules for AMAZON.SearchQuery, which `check` has.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

MODEL = "v1.skill.interactionModel.InteractionModelData"
"""The definition of a locale's file."""
_TYPE_VALUE = "v1.skill.interactionModel.TypeValueObject"
_PACKAGE = Path("node_modules", "ask-smapi-model")


class SchemaMissing(Exception):
    """The npm package is not there; the message says how to get it."""


def find_spec(start: Path) -> Path:
    """Return the spec.json nearest to `start`: in its node_modules or in one further up."""
    for folder in (start, *start.parents):
        found = next(iter(sorted((folder / _PACKAGE).rglob("spec.json"))), None)
        if found is not None:
            return found
    raise SchemaMissing(f"There is no {_PACKAGE} in {start} or above it: run make install.")


def validator(spec: Path, definition: str = MODEL) -> Draft4Validator:
    """Return a strict validator: a key that Amazon does not know is an error, too."""
    definitions = json.loads(spec.read_text(encoding="utf-8"))["definitions"]
    # Called required there; Amazon's own models leave it out, and build.
    required = definitions[_TYPE_VALUE]["required"]
    definitions[_TYPE_VALUE]["required"] = [field for field in required if field != "synonyms"]
    tidy = {name: _tidied(item) for name, item in _needed(definitions, definition).items()}
    return Draft4Validator({"$ref": f"#/definitions/{definition}", "definitions": tidy})


def complaints(document: object, judge: Draft4Validator) -> list[str]:
    """Return what the schema says against a parsed file, each with its place."""
    return [f"{error.json_path}: {error.message}" for error in judge.iter_errors(document)]


def _needed(definitions: Mapping[str, Any], root: str) -> dict[str, Any]:
    needed: dict[str, Any] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed[name] = definitions[name]
            waiting += _references(definitions[name])
    return needed


def _references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        target = part.get("$ref")
        if isinstance(target, str):
            yield target.removeprefix("#/definitions/")
        for value in part.values():
            yield from _references(value)
    elif isinstance(part, list):
        for element in part:
            yield from _references(element)


def _tidied(part: Any) -> Any:
    """Return a Swagger definition as JSON Schema that refuses unknown keys."""
    if isinstance(part, list):
        return [_tidied(element) for element in part]
    if not isinstance(part, dict):
        return part
    if isinstance(part.get("$ref"), str):
        return {"$ref": part["$ref"]}
    tidy = {
        key: _tidied(item)
        for key, item in part.items()
        if key != "discriminator" and not key.startswith("x-")
    }
    # What has a discriminator has more keys in its kinds, which Swagger does not spell out.
    if "properties" in tidy and "discriminator" not in part:
        tidy.setdefault("additionalProperties", False)
    return tidy
