"""`python -m benchmarks.scale.cold FILE PHRASE`: a cold function's first phrase, in this process.

With "floor" for the phrase: importing the SDKs alone. Prints the CPU seconds of the imports, those
of the phrase, the most memory in MB, round trips and bytes read.
"""

import importlib
import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.imports import FLOORS

ROOT = Path(__file__).parents[2]
FLOOR, DEFAULT = "floor", "general"
COMPILED = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
"""Libraries were compiled when they were installed, so that the floor is, too."""
RUNS = 3
PHRASES = (
    "send running late to general",
    "tell kevin park i am late",
    "send the slides are ready to david",
    "send we will be late for the meeting with the customer to maria garcia",
    "tell anna the budget for the launch is done and she should look at it before the review",
)


@dataclass(frozen=True)
class Cold:
    """One phrase on a cold function; seconds are of CPU."""

    phrase: str
    imports: float
    understanding: float
    memory: float
    """MB, at the most."""
    reads: int
    bytes: int

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.imports + self.understanding


def measure(file: Path) -> Iterator[tuple[Cold, Cold]]:
    """Yield each phrase with a floor, turn about in fresh processes."""
    for phrase in PHRASES:
        pairs = [(_run(file, phrase), _run(file, FLOOR)) for _ in range(RUNS)]
        yield _median(pair[0] for pair in pairs), _median(pair[1] for pair in pairs)


def main(arguments: list[str]) -> None:
    """Print one measurement."""
    file, phrase = arguments
    if phrase == FLOOR:
        print(json.dumps([_imported(FLOORS["skill.alexa_lambda"]), 0.0, _memory(), 0, 0]))
        return
    imports = _imported(["skill.alexa_lambda"])
    load = importlib.import_module("benchmarks.understanding.adapter").load
    table = importlib.import_module("postbox.store.table").Table
    items = pickle.loads(Path(file).read_bytes())
    items.count_anew()
    began = time.process_time()
    load(table(items, "earshot"), DEFAULT)(phrase)
    spent = time.process_time() - began
    print(json.dumps([imports, spent, _memory(), items.reads, items.bytes_read]))


def _imported(modules: Iterable[str]) -> float:
    began = time.process_time()
    for module in modules:
        importlib.import_module(module)
    return time.process_time() - began


def _memory() -> float:
    # Linux; what getrusage tells is at least what the process had that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000


def _run(file: Path, phrase: str) -> Cold:
    command = [sys.executable, "-m", __spec__.name, str(file), phrase]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env=COMPILED
    )
    return Cold(phrase, *json.loads(done.stdout))


def _median(runs: Iterable[Cold]) -> Cold:
    every = list(runs)
    middle = median(sorted(cold.seconds for cold in every))
    return next(cold for cold in every if cold.seconds == middle)


if __name__ == "__main__":
    main(sys.argv[1:])
