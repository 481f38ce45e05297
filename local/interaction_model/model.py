"""An interaction model, read from its file."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from local.interaction_model.shape import shape

SIDE_BY_SIDE = "} {"
"""In a sample: two slots without a word between them."""


class ModelError(ValueError):
    """The file cannot be read as an interaction model."""


@dataclass(frozen=True)
class Slot:
    """A slot of an intent."""

    name: str
    type: str
    samples: tuple[str, ...] = ()
    """What people say when the slot is asked for."""


@dataclass(frozen=True)
class Entity:
    """A value of a slot type, and what else it is called."""

    value: str
    synonyms: tuple[str, ...] = ()
    id: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All that the value is called, its own name first."""
        return (self.value, *self.synonyms)

    @classmethod
    def of(cls, part: dict[str, Any]) -> Self:
        """Return the value as models and directives write it."""
        name = part["name"]
        return cls(name["value"], tuple(name.get("synonyms") or ()), part.get("id"))


@dataclass(frozen=True)
class Intent:
    """An intent: its slots and the samples that lead to it, in the order of the file."""

    name: str
    slots: tuple[Slot, ...] = ()
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class InteractionModel:
    """What people can say in one locale."""

    locale: str
    invocation_name: str
    intents: dict[str, Intent]
    types: dict[str, tuple[Entity, ...]]
    """The slot types that the model defines itself, with their values."""
    dialog: dict[str, frozenset[str]]
    """The intents that have a dialog, each with the slots that Alexa may ask for."""

    def slot(self, intent: str, name: str) -> Slot:
        """Return a slot of an intent, or raise KeyError."""
        return {slot.name: slot for slot in self.intents[intent].slots}[name]

    @classmethod
    def load(cls, path: Path | str) -> Self:
        """Read a model; its locale is the file's name. Raise ModelError, which names the place."""
        return cls.from_document(read_document(path), locale=Path(path).stem)

    @classmethod
    def from_document(cls, document: Any, *, locale: str) -> Self:
        """Return the model of a parsed file, or raise ModelError."""
        finding = next(shape(document), None)
        if finding is not None:
            raise ModelError(str(finding))
        parts = document["interactionModel"]
        language_model = parts["languageModel"]
        dialog = parts.get("dialog", {"intents": []})["intents"]
        return cls(
            locale=locale,
            invocation_name=language_model["invocationName"],
            intents={intent["name"]: _intent(intent) for intent in language_model["intents"]},
            types={
                type_["name"]: tuple(Entity.of(value) for value in type_.get("values", []))
                for type_ in language_model.get("types", [])
            },
            dialog={
                entry["name"]: frozenset(slot["name"] for slot in entry.get("slots", []))
                for entry in dialog
            },
        )


def read_document(path: Path | str) -> Any:
    """Return a model file parsed, or raise ModelError."""
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
    except UnicodeDecodeError:
        message = f"{path} is not UTF-8."
    except json.JSONDecodeError as error:
        message = f"{path} is not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
    raise ModelError(message)


def _intent(part: dict[str, Any]) -> Intent:
    return Intent(
        name=part["name"],
        slots=tuple(_slot(slot) for slot in part.get("slots", [])),
        samples=tuple(part.get("samples", [])),
    )


def _slot(part: dict[str, Any]) -> Slot:
    return Slot(part["name"], part["type"], tuple(part.get("samples", [])))
