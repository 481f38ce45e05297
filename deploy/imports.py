"""`python -m deploy.imports`: what each function imports at its start, held to limits.

A cold start is mostly this. Seconds depend on the machine; these do not: the modules of our own and
of libraries, the bytes of their sources, what is compiled while our own are imported (patterns, and
what dataclasses write for themselves: half of our part once), and how often garbage is looked for.
deploy/functions/imports.json holds the limits.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.packages import ROOT

LIMITS = ROOT / "deploy" / "functions" / "imports.json"
HANDLERS = {
    "skill": "skill.alexa_lambda",
    "post": "bridge.post_lambda",
    "receive": "bridge.receive_lambda",
    "refresh": "bridge.refresh_lambda",
    "authorize": "bridge.authorize_lambda",
}
_PROGRAM = """
import gc, importlib, json, re, sys
from types import FunctionType

def collections():
    return sum(generation["collections"] for generation in gc.get_stats())

def compiled(module, value):
    if isinstance(value, re.Pattern):
        return 1
    if not isinstance(value, type) or value.__module__ != module.__name__:
        return 0
    written = [part for part in vars(value).values() if isinstance(part, FunctionType)]
    return sum(part.__code__.co_filename.startswith("<") for part in written)

before = collections()
importlib.import_module(sys.argv[1])
after = collections()
found = []
for module in list(sys.modules.values()):
    file, values = getattr(module, "__file__", None), list(vars(module).values())
    if file:
        found.append((file, sum(compiled(module, value) for value in values)))
print(json.dumps([after - before, found]))
"""


@dataclass(frozen=True)
class Imported:
    """What one function imports, the standard library left out."""

    modules: int
    kilobytes: int
    compiled: int
    """Of our own: patterns, and the methods that dataclasses write for themselves."""
    collections: int
    """How often garbage was looked for: a few times at most before the entry says not to."""

    def exceeds(self, limit: Mapping[str, int]) -> bool:
        """Whether it is more than its limit."""
        return any(getattr(self, name) > most for name, most in limit.items())


def measured(function: str) -> Imported:
    """Import a function's handler in a fresh process and count."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, HANDLERS[function]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    collections, found = json.loads(done.stdout)
    made = {Path(file): count for file, count in found}
    ours = [file for file in made if _is_ours(file)]
    counted = [file for file in made if "site-packages" in file.parts or file in ours]
    size = sum(file.stat().st_size for file in counted if file.suffix == ".py")
    compiled = sum(made[file] for file in ours)
    return Imported(len(counted), size // 1000, compiled, collections)


def limits() -> dict[str, dict[str, int]]:
    """Return the limits: at most so much of each, by function."""
    found: dict[str, dict[str, int]] = json.loads(LIMITS.read_text(encoding="utf-8"))
    return found


def _is_ours(file: Path) -> bool:
    return file.is_relative_to(ROOT) and ".venv" not in file.relative_to(ROOT).parts


def main() -> int:
    """Print a line for each function; return 1 when one exceeds its limit."""
    kept = True
    for function, limit in limits().items():
        now = measured(function)
        over = now.exceeds(limit)
        kept &= not over
        print(
            f"{function:8} {now.modules:4} modules of {limit['modules']}, "
            f"{now.kilobytes:5} kB of {limit['kilobytes']}, "
            f"{now.compiled:4} compiled of {limit['compiled']}, "
            f"{now.collections} collections of {limit['collections']}"
            f"{'  EXCEEDED' if over else ''}"
        )
    if not kept:
        print("A cold start waits for these imports: import later, or less, or raise the limit.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
