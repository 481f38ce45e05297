"""What an answer says, before it is words: sentences by their keys, and what fills them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from postbox.frozen import Frozen
from skill.speech.keys import Key

USUAL_RATE = 100
"""The usual rate of speech, in per cent."""


class Joint(StrEnum):
    """What stands before the last of a list."""

    AND = "and"
    OR = "or"
    NONE = "one after another"


class Listed(Frozen):
    """Names, or sentences, as one list; the language says how they are joined."""

    parts: tuple["str | Sentence", ...]
    joint: Joint


class Begun(NamedTuple):
    """What a sentence begins with: "twelve" as "Twelve"."""

    what: "Value"


class Sentence(Frozen):
    """One sentence of locales/<locale>.json; variables in the order in which they were given."""

    key: Key
    variables: tuple[tuple[str, "Value"], ...] = ()
    rate: int = USUAL_RATE
    """How fast it is spoken, in per cent of the usual rate; Alexa takes 20 at least."""


Said = tuple[Sentence, ...]
"""Sentences one after another; () says nothing."""
Value = str | int | Listed | Begun | Sentence | Said
"""What may fill a sentence: plain text, an amount, a list, the words of other sentences."""


def sentence(key: Key, /, **variables: Value) -> Sentence:
    """Return a sentence."""
    return Sentence(key, tuple(variables.items()))


def say(key: Key, /, **variables: Value) -> Said:
    """Return what says one sentence."""
    return (sentence(key, **variables),)


def all_of(names: Iterable[str | Sentence]) -> Listed:
    """Return names of which all are meant: "Ana, Ben and Kevin"."""
    return Listed(tuple(names), Joint.AND)


def one_of(names: Iterable[str | Sentence]) -> Listed:
    """Return names to choose among: "Ana, Ben or Kevin"."""
    return Listed(tuple(names), Joint.OR)


def one_after_another(parts: Iterable[str | Sentence]) -> Listed:
    """Return what is told one after another, with no word between."""
    return Listed(tuple(parts), Joint.NONE)


def at_rate(said: Said, percent: int) -> Said:
    """Return the same at a rate of speech."""
    return tuple(replace(one, rate=percent) for one in said)


def without_repeats(said: Iterable[Said]) -> Said:
    """Return what these say one after another, each sentence once."""
    return tuple(dict.fromkeys(one for part in said for one in part))


def to_plain(said: Said) -> list[Any]:
    """Return sentences as JSON values, for a session."""
    return [[one.key, _plain_of(one.variables), one.rate] for one in said]


def from_plain(plain: Iterable[Any]) -> Said:
    """Take up what `to_plain` returned."""
    return tuple(Sentence(key, _variables(filled), rate) for key, filled, rate in plain)


def _plain_of(variables: Iterable[tuple[str, Value]]) -> dict[str, Any]:
    return {name: _plain_value(value) for name, value in variables}


def _plain_value(value: Value) -> Any:
    match value:
        case Listed(parts, joint):
            return {joint.value: [_plain_value(part) for part in parts]}
        case Begun():
            return {"begun": _plain_value(value.what)}
        case Sentence():
            return to_plain((value,))
        case str() | int():
            return value
    return {"said": to_plain(value)}


def _variables(plain: Mapping[str, Any]) -> tuple[tuple[str, Value], ...]:
    return tuple((name, _value(value)) for name, value in plain.items())


def _value(plain: Any) -> Value:
    match plain:
        case int() | str():
            return plain
        case [_]:
            return from_plain(plain)[0]
        case {"said": sentences}:
            return from_plain(sentences)
        case {"begun": what}:
            return Begun(_value(what))
        case {"and": parts}:
            return all_of(map(_part, parts))
        case {"or": parts}:
            return one_of(map(_part, parts))
        case {"one after another": parts}:
            return one_after_another(map(_part, parts))
    return str(plain)


def _part(plain: Any) -> str | Sentence:
    return from_plain(plain)[0] if isinstance(plain, list) else str(plain)
