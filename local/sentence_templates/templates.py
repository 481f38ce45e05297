"""The sentence templates of a language, as they stand in its folder.

`model.yaml` says the name of the skill, the locales, the rules that sentences share and the order
of the files that hold intents; `types.yaml` the values of the slot types that several files use,
and each file those of its own, under `types`; `openings.yaml`, where it is there, how messages
begin that are said without a verb for sending.
Sentences are in hassil's template language: `[optional]`, `(one|or another)`, `<rule>`, `{slot}`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import yaml

from local.interaction_model import Entity

_RULE = re.compile(r"<(\w+)>")
_KEYS = frozenset({"slots", "asked", "sentences", "answers"})
_TYPES = "types"
_MESSAGE = "message"


class TemplateError(ValueError):
    """A file of templates says what cannot be used; the message names the file and the place."""


@dataclass(frozen=True)
class IntentTemplate:
    """An intent and the sentences that lead to it."""

    name: str
    sentences: tuple[str, ...]
    slots: Mapping[str, str]
    """The type of each slot, by its name."""
    asked: bool
    """Whether the skill asks for a slot, for which Alexa wants the intent to have a dialog."""
    answers: Mapping[str, tuple[str, ...]]
    """What people say when a slot is asked for, by the slot's name."""
    opening: str | None
    """The words of a message that lead to the intent and belong to the message all the same."""
    goes_on: tuple[str, ...] = ()
    """How an opening goes on; () for in any words."""


@dataclass(frozen=True)
class Templates:
    """All that a language's folder says."""

    language: str
    invocation_name: str
    fallback_sensitivity: str
    locales: tuple[str, ...]
    rules: Mapping[str, str]
    types: Mapping[str, tuple[Entity, ...]]
    """The values of each slot type."""
    intents: tuple[IntentTemplate, ...]

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read a language's folder, or raise TemplateError."""
        model = _mapping(folder / "model.yaml")
        try:
            files = [folder / f"{name}.yaml" for name in model["files"]]
            templates = cls(
                language=folder.name,
                invocation_name=model["invocation_name"],
                fallback_sensitivity=model["fallback_sensitivity"],
                locales=tuple(model["locales"]),
                rules=model["rules"],
                types={
                    name: values
                    for file in (folder / "types.yaml", *files)
                    for name, values in _types(file)
                },
                intents=(
                    *(intent for file in files for intent in _intents(file)),
                    *_openings(folder / "openings.yaml"),
                ),
            )
        except KeyError as missing:
            raise TemplateError(f"{folder / 'model.yaml'}: {missing} is missing.") from missing
        for name in templates.rules.keys() - templates.used_rules():
            raise TemplateError(f"{folder / 'model.yaml'}: no sentence names the rule {name}.")
        return templates

    def used_rules(self) -> set[str]:
        """Return the names of the rules that sentences or other rules name."""
        written = [*self.rules.values()]
        for intent in self.intents:
            written += intent.sentences
            written += [said for answers in intent.answers.values() for said in answers]
        return {name for text in written for name in _RULE.findall(text)}


def _mapping(file: Path) -> dict[str, Any]:
    content = _content(file)
    if not isinstance(content, dict):
        raise TemplateError(f"{file} must be a mapping.")
    return content


def _content(file: Path) -> Any:
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise TemplateError(f"{file} cannot be read: {error.strerror}.") from error
    except yaml.YAMLError as error:
        raise TemplateError(f"{file} is not YAML: {error}") from error


def _intents(file: Path) -> Iterator[IntentTemplate]:
    for name, written in _mapping(file).items():
        if name == _TYPES:
            continue
        content = written or {}
        for key in content.keys() - _KEYS:
            raise TemplateError(f"{file}: {name} has {key}, which nobody reads.")
        yield IntentTemplate(
            name=name,
            sentences=_texts(content.get("sentences", ()), file),
            slots=content.get("slots", {}),
            asked=content.get("asked", False),
            answers={slot: _texts(said, file) for slot, said in content.get("answers", {}).items()},
            opening=None,
        )


def _openings(file: Path) -> Iterator[IntentTemplate]:
    """Yield an intent for each opening: only so does the skill know which words were said."""
    written = (_content(file) or ()) if file.exists() else ()
    for words, goes_on in (_opening(opening, file) for opening in written):
        yield IntentTemplate(
            name="Opening_" + re.sub(r"\W", "_", words),
            sentences=(f"[(that|please)] {words} {{{_MESSAGE}}}",),
            slots={_MESSAGE: "AMAZON.SearchQuery"},
            asked=False,
            answers={},
            opening=words,
            goes_on=goes_on,
        )


def _opening(written: Any, file: Path) -> tuple[str, tuple[str, ...]]:
    """Return an opening and how it goes on: `on`, or `i: [am, will]`."""
    ((words, goes_on),) = written.items() if isinstance(written, dict) else ((written, ()),)
    (words,) = _texts((words,), file)
    return words, _texts(goes_on, file)


def _types(file: Path) -> Iterator[tuple[str, tuple[Entity, ...]]]:
    """Yield types and their values: `value: [synonyms]`, or `value: {id: ..., synonyms: [...]}`."""
    for name, values in _mapping(file).get(_TYPES, {}).items():
        yield name, tuple(_value(value, said, file) for value, said in values.items())


def _value(value: Any, said: Any, file: Path) -> Entity:
    known = said if isinstance(said, dict) else {"synonyms": said}
    names = (value, *(known.get("synonyms") or ()))
    _texts(names, file)
    return Entity(value, names[1:], known.get("id"))


def _texts(words: Iterable[Any], file: Path) -> tuple[str, ...]:
    """Return the words as they are; YAML takes a bare no, on or off for something else."""
    words = tuple(words)
    for word in words:
        if not isinstance(word, str):
            raise TemplateError(f"{file}: {word} is no text; put it in quotes.")
    return words
