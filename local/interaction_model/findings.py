"""What a rule says about an interaction model."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Object = dict[str, Any]
"""A JSON object of a model whose shape has been checked."""


@dataclass(frozen=True)
class Finding:
    """One sentence about one place of a model.

    A warning names what Alexa builds and what is regretted later, at certification or when people
    speak; anything else keeps the model from being built.
    """

    path: str
    sentence: str
    warning: bool = False

    def __str__(self) -> str:
        """Return the place and the sentence on one line."""
        return f"{self.path}: {self.sentence}"


Findings = Iterator[Finding]

LANGUAGE_MODEL = "interactionModel.languageModel"
DIALOG = "interactionModel.dialog"
PROMPTS = "interactionModel.prompts"


def language_model(document: Object) -> Object:
    """Return the part that holds the intents and the types."""
    part: Object = document["interactionModel"]["languageModel"]
    return part


def intents(document: Object) -> list[tuple[str, Object]]:
    """Return the intents, each with its path."""
    return _numbered(f"{LANGUAGE_MODEL}.intents", language_model(document)["intents"])


def slots(intent_path: str, intent: Object) -> list[tuple[str, Object]]:
    """Return the slots of an intent (of the language model or of the dialog) with their paths."""
    return _numbered(f"{intent_path}.slots", intent.get("slots", []))


def samples(path: str, owner: Object) -> list[tuple[str, str]]:
    """Return the samples of an intent or of a slot with their paths."""
    return [(f"{path}.samples[{at}]", sample) for at, sample in enumerate(owner.get("samples", []))]


def types(document: Object) -> list[tuple[str, Object]]:
    """Return the slot types that the model defines, each with its path."""
    return _numbered(f"{LANGUAGE_MODEL}.types", language_model(document).get("types", []))


def dialog_intents(document: Object) -> list[tuple[str, Object]]:
    """Return the intents that have a dialog, each with its path."""
    dialog = document["interactionModel"].get("dialog", {"intents": []})
    return _numbered(f"{DIALOG}.intents", dialog["intents"])


def _numbered(path: str, items: list[Object]) -> list[tuple[str, Object]]:
    return [(f"{path}[{at}]", item) for at, item in enumerate(items)]
