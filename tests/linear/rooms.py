"""The rooms that may read what others wrote, and the patterns that they read it with."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from types import ModuleType

from skill.rendering.markup import flow

ROOMS = ("skill", "bridge", "postbox", "local.workspace.text")
_GIVEN = re.compile(
    r"\bre\.(?:search|match|fullmatch|subn?|split|findall|finditer)\(\s*"
    r'(r?"(?:[^"\\]|\\.)*"|\w+)([^\n]*)'
)
"""A call of `re` with a pattern that is compiled then: its text or its name, and what follows."""


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
        for number, pattern in enumerate(_given_in(module)):
            found[f"{module.__name__} {number}"] = pattern
    for code, mail in product((True, False), repeat=2):
        found[f"skill.rendering.markup.flow._pieces {code} {mail}"] = flow._pieces(
            code=code, mail=mail
        )
    return {name: found[name] for name in sorted(found)}


def _given_in(module: ModuleType) -> Iterator[re.Pattern[str]]:
    source = Path(module.__file__ or "").read_text(encoding="utf-8")
    for what, rest in _GIVEN.findall(source):
        written = ast.literal_eval(what) if what.endswith('"') else getattr(module, what, None)
        flags = re.MULTILINE if "re.MULTILINE" in rest else 0
        if isinstance(written, str):
            yield re.compile(written, flags)


def _patterns_in(value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield "", value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from ((f"[{key}]{rest}", found) for rest, found in _patterns_in(inner))
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from ((f"[{at}]{rest}", found) for rest, found in _patterns_in(inner))
