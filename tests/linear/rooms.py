"""The rooms that read what others wrote, and the patterns that they read it with."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product
from types import ModuleType

from skill.rendering.markup import flow

ROOMS = (
    "skill.rendering",
    "skill.reading",
    "skill.speech",
    "skill.understanding",
    "bridge.slack.payloads",
    "bridge.events",
    "bridge.directory",
    "postbox.directory.names",
    "postbox.inbox",
)


def modules() -> Iterator[ModuleType]:
    """Yield all modules of the rooms."""
    for room in ROOMS:
        package = importlib.import_module(room)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{room}."):
            yield importlib.import_module(found.name)


def patterns() -> dict[str, re.Pattern[str]]:
    """Return every compiled pattern of the rooms, by where it stands."""
    found: dict[str, re.Pattern[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for key, pattern in _patterns_in(value):
                found.setdefault(f"{module.__name__}.{name}{key}", pattern)
    for code, mail in product((True, False), repeat=2):
        found[f"skill.rendering.markup.flow._pieces {code} {mail}"] = flow._pieces(
            code=code, mail=mail
        )
    return {name: found[name] for name in sorted(found)}


def _patterns_in(value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield "", value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from ((f"[{key}]{rest}", found) for rest, found in _patterns_in(inner))
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from ((f"[{at}]{rest}", found) for rest, found in _patterns_in(inner))
