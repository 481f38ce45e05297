"""The shape of an interaction model file, as SMAPI and the developer console take it."""

from dataclasses import dataclass
from typing import Any

from local.interaction_model.findings import Finding, Findings


@dataclass(frozen=True)
class Record:
    """A JSON object: its keys with their shapes, and which of them must be there."""

    keys: dict[str, Any]
    required: tuple[str, ...] = ()


@dataclass(frozen=True)
class Many:
    """A JSON list of things of one shape."""

    of: Any
    at_least: int = 0


_NAMES: dict[type, str] = {str: "a string", bool: "true or false"}

_STRATEGY = ("ALWAYS", "SKILL_RESPONSE")
_PROMPT_NAMES = Record({"elicitation": str, "confirmation": str})
_SLOT = Record(
    {
        "name": str,
        "type": str,
        "samples": Many(str),
        "multipleValues": Record({"enabled": bool}),
    },
    ("name", "type"),
)
_INTENT = Record({"name": str, "slots": Many(_SLOT), "samples": Many(str)}, ("name",))
_VALUE = Record(
    {"id": str, "name": Record({"value": str, "synonyms": Many(str)}, ("value",))}, ("name",)
)
_TYPE = Record({"name": str, "values": Many(_VALUE), "valueSupplier": dict}, ("name",))
_DIALOG_SLOT = Record(
    {
        "name": str,
        "type": str,
        "elicitationRequired": bool,
        "confirmationRequired": bool,
        "prompts": _PROMPT_NAMES,
        "validations": Many(dict),
    },
    ("name", "type", "prompts"),
)
_DIALOG_INTENT = Record(
    {
        "name": str,
        "delegationStrategy": _STRATEGY,
        "confirmationRequired": bool,
        "prompts": _PROMPT_NAMES,
        "slots": Many(_DIALOG_SLOT),
    },
    ("name",),
)
_PROMPT = Record(
    {
        "id": str,
        "variations": Many(
            Record({"type": ("SSML", "PlainText"), "value": str}, ("type", "value")), at_least=1
        ),
    },
    ("id", "variations"),
)
_LANGUAGE_MODEL = Record(
    {
        "invocationName": str,
        "intents": Many(_INTENT, at_least=1),
        "types": Many(_TYPE),
        "modelConfiguration": Record(
            {"fallbackIntentSensitivity": Record({"level": ("LOW", "MEDIUM", "HIGH")}, ("level",))}
        ),
    },
    ("invocationName", "intents"),
)
_MODEL = Record(
    {
        "version": str,
        "description": str,
        "interactionModel": Record(
            {
                "languageModel": _LANGUAGE_MODEL,
                "dialog": Record(
                    {"delegationStrategy": _STRATEGY, "intents": Many(_DIALOG_INTENT, at_least=1)},
                    ("intents",),
                ),
                "prompts": Many(_PROMPT),
            },
            ("languageModel",),
        ),
    },
    ("interactionModel",),
)


def shape(document: object) -> Findings:
    """Say where the document is not shaped as an interaction model.

    The keys are those of `v1.skill.interactionModel.*` in ask-smapi-model's spec.json, less what
    only Amazon's own generators write. The other rules may be asked only when this one is silent.
    """
    return _walk(document, _MODEL, "")


def _walk(value: object, wanted: Any, path: str) -> Findings:
    if isinstance(wanted, Record):
        yield from _record(value, wanted, path)
    elif isinstance(wanted, Many):
        yield from _many(value, wanted, path)
    elif isinstance(wanted, tuple):
        if value not in wanted:
            yield Finding(path, f"This must be one of {', '.join(wanted)}.")
    elif wanted is dict:
        if not isinstance(value, dict):
            yield Finding(path, "This must be an object.")
    elif not isinstance(value, wanted):
        yield Finding(path, f"This must be {_NAMES[wanted]}.")


def _record(value: object, wanted: Record, path: str) -> Findings:
    where = path or "the file"
    if not isinstance(value, dict):
        yield Finding(where, "This must be an object.")
        return
    for key in wanted.required:
        if key not in value:
            yield Finding(where, f'The key "{key}" is missing.')
    for key, item in value.items():
        inner = f"{path}.{key}" if path else str(key)
        if key in wanted.keys:
            yield from _walk(item, wanted.keys[key], inner)
        else:
            yield Finding(inner, "Alexa knows no such key here.")


def _many(value: object, wanted: Many, path: str) -> Findings:
    if not isinstance(value, list):
        yield Finding(path, "This must be a list.")
        return
    if len(value) < wanted.at_least:
        yield Finding(path, "This list must not be empty.")
    for at, item in enumerate(value):
        yield from _walk(item, wanted.of, f"{path}[{at}]")
