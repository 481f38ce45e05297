"""`python -m deploy.imports`: what each function imports at its start, held to limits.

A cold start is mostly this. Seconds depend on the machine; the modules of our own and of libraries,
the bytes of their sources and the dataclasses among our own (each is compiled when it is imported,
which takes a third of our part) do not. deploy/functions/imports.json holds the limits.
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
import importlib, json, sys
importlib.import_module(sys.argv[1])
found = []
for module in list(sys.modules.values()):
    file = getattr(module, "__file__", None)
    inside = [value for value in vars(module).values() if isinstance(value, type)] if file else []
    made = [member for member in inside if member.__module__ == module.__name__]
    found.append((file, sum("__dataclass_fields__" in vars(member) for member in made)))
print(json.dumps([entry for entry in found if entry[0]]))
"""


@dataclass(frozen=True)
class Imported:
    """What one function imports, the standard library left out."""

    modules: int
    kilobytes: int
    dataclasses: int
    """Of our own."""

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
    made = {Path(file): count for file, count in json.loads(done.stdout)}
    ours = [file for file in made if _is_ours(file)]
    counted = [file for file in made if "site-packages" in file.parts or file in ours]
    size = sum(file.stat().st_size for file in counted if file.suffix == ".py")
    return Imported(len(counted), size // 1000, sum(made[file] for file in ours))


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
            f"{now.dataclasses:3} dataclasses of {limit['dataclasses']}"
            f"{'  EXCEEDED' if over else ''}"
        )
    if not kept:
        print("A cold start waits for these imports: import later, or less, or raise the limit.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
