"""Rules about names: of intents, slots, slot types, and of the skill itself."""

import re
from collections.abc import Iterable

from local.interaction_model.builtins import PREFIX, REQUIRED_INTENTS, STANDARD_INTENTS
from local.interaction_model.findings import (
    LANGUAGE_MODEL,
    Finding,
    Findings,
    Object,
    intents,
    language_model,
    slots,
    types,
)

_NAME = re.compile(r"[A-Za-z]([A-Za-z_]*[A-Za-z])?")
_TYPE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

_SHORTEST, _LONGEST = 2, 50
_TWO_WORDS = 2
_WAKE_WORDS = frozenset({"alexa", "amazon", "echo", "computer", "ziggy"})
_LAUNCH_PHRASES = frozenset(
    {"ask", "begin", "enable", "launch", "load", "open", "play", "resume", "run", "start", "tell"}
)
_SKILL_WORDS = frozenset({"skill", "app"})
_SMALL_WORDS = frozenset(
    {"a", "an", "the", "for", "to", "of", "about", "up", "by", "at", "off", "with", "in", "on"}
)
_INVOCATION_CHARACTERS = re.compile(r"[^\W\d_A-Z](?:[^\W\d_A-Z]|[ '.])*")


def names(document: Object) -> Findings:
    """Names have only the characters that Alexa takes, and each is used once."""
    for path, intent in intents(document):
        yield from _intent_name(path, intent["name"])
        for slot_path, slot in slots(path, intent):
            if not _NAME.fullmatch(slot["name"]):
                yield _bad_name(slot_path, "slot", slot["name"])
        yield from _repeated(slots(path, intent), "slot")
    for path, slot_type in types(document):
        if not slot_type["name"].startswith(PREFIX) and not _TYPE_NAME.fullmatch(slot_type["name"]):
            yield _bad_name(path, "slot type", slot_type["name"])
    yield from _repeated([*intents(document), *types(document)], "intent or slot type")


def required_intents(document: Object) -> Findings:
    """The built-in intents are there that every skill needs."""
    present = {intent["name"] for _, intent in intents(document)}
    for name in REQUIRED_INTENTS:
        if name not in present:
            yield Finding(f"{LANGUAGE_MODEL}.intents", f"{name} is missing; every skill needs it.")


def invocation_name(document: Object) -> Findings:
    """The name by which people call the skill keeps Amazon's rules.

    Rules and their reasons: "Choose the invocation name for a custom skill" in Amazon's pages.
    """
    path = f"{LANGUAGE_MODEL}.invocationName"
    name = language_model(document)["invocationName"]
    if not _SHORTEST <= len(name) <= _LONGEST:
        yield Finding(path, f"An invocation name has {_SHORTEST} to {_LONGEST} characters.")
    if not _INVOCATION_CHARACTERS.fullmatch(name) or "  " in name or name != name.strip():
        yield Finding(
            path,
            f'"{name}" may have only lower-case letters, single spaces, apostrophes and periods, '
            "and begins with a letter.",
        )
    yield from _words(path, name.lower().split())


def _words(path: str, words: list[str]) -> Findings:
    for word in words:
        if word in _WAKE_WORDS:
            yield Finding(path, f'"{word}" is a wake word of Alexa devices.')
        elif word in _LAUNCH_PHRASES:
            yield Finding(path, f'"{word}" is a launch phrase; people say it before the name.')
        elif word in _SKILL_WORDS:
            yield Finding(path, f'"{word}" may not be part of an invocation name.')
    if len(words) == _TWO_WORDS and _SMALL_WORDS.intersection(words):
        yield Finding(path, "A name of two words may not have an article or a preposition.")
    if len(words) == 1:
        yield Finding(
            path,
            f'The one-word name "{words[0]}" works in development stage only: '
            "certification asks for proof that the brand is yours.",
            warning=True,
        )


def _intent_name(path: str, name: str) -> Findings:
    if name.startswith(PREFIX):
        if name not in STANDARD_INTENTS:
            yield Finding(f"{path}.name", f"Alexa has no built-in intent {name}.")
    elif not _NAME.fullmatch(name):
        yield _bad_name(path, "intent", name)


def _bad_name(path: str, kind: str, name: str) -> Finding:
    takes = "letters, digits" if kind == "slot type" else "letters"
    return Finding(
        f"{path}.name", f'"{name}" is no {kind} name: {takes} and underscores between them only.'
    )


def _repeated(named: Iterable[tuple[str, Object]], kind: str) -> Findings:
    seen: dict[str, str] = {}
    for path, part in named:
        name = part["name"].casefold()
        if name in seen:
            yield Finding(
                f"{path}.name", f'The {kind} "{part["name"]}" is already at {seen[name]}.'
            )
        else:
            seen[name] = path
