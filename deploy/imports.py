"""`python -m deploy.imports`: what each function imports at its start, held to limits.

A cold start is mostly this. Seconds depend on the machine; the modules of our own and of libraries,
and the bytes of their sources, do not. deploy/functions/imports.json holds the limits.
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
files = [getattr(each, "__file__", None) for each in list(sys.modules.values())]
print(json.dumps([file for file in files if file]))
"""


@dataclass(frozen=True)
class Imported:
    """What one function imports, the standard library left out."""

    modules: int
    kilobytes: int

    def exceeds(self, limit: Mapping[str, int]) -> bool:
        """Whether it is more than its limit."""
        return self.modules > limit["modules"] or self.kilobytes > limit["kilobytes"]


def measured(function: str) -> Imported:
    """Import a function's handler in a fresh process and count."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, HANDLERS[function]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [Path(file) for file in json.loads(done.stdout)]
    counted = [file for file in files if "site-packages" in file.parts or _is_ours(file)]
    size = sum(file.stat().st_size for file in counted if file.suffix == ".py")
    return Imported(len(counted), size // 1000)


def limits() -> dict[str, dict[str, int]]:
    """Return the limits: at most so many modules and kilobytes, by function."""
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
            f"{now.kilobytes:5} kB of {limit['kilobytes']}{'  EXCEEDED' if over else ''}"
        )
    if not kept:
        print("A cold start waits for these imports: import later, or less, or raise the limit.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
