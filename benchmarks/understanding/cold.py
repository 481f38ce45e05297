"""`python -m benchmarks.understanding.cold FILE WHAT`: load a stored directory in a fresh process.

WHAT is "seconds", "bytes" (the most that Python holds at once meanwhile), or "floor": the seconds
that it takes to read the bare rows of the directory from compressed JSON.
"""

import gzip
import json
import pickle
import subprocess
import sys
import time
import tracemalloc
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, cast

from benchmarks.understanding.adapter import load, save
from benchmarks.understanding.made.workspace import DEFAULT
from benchmarks.understanding.store import StoredItems
from postbox.directory.entries import Directory
from postbox.store.table import Table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

ROOT = Path(__file__).parents[2]
RUNS = 5


@dataclass(frozen=True)
class Cold:
    """What a cold start costs."""

    seconds: float
    floor: float
    bytes: int
    reads: int
    stored: int


def measure(directory: Directory, folder: Path) -> Cold:
    """Store a directory and load it in fresh processes, turn about with the floor."""
    items = StoredItems()
    save(_table(items), directory)
    (folder / "items").write_bytes(pickle.dumps(items))
    rows = [list(asdict(person).values()) for person in (*directory.people.values(),)]
    rows += [
        list(asdict(conversation).values()) for conversation in (*directory.conversations.values(),)
    ]
    (folder / "rows").write_bytes(gzip.compress(json.dumps(rows).encode()))
    times = [
        (_run(folder / "items", "seconds"), _run(folder / "rows", "floor")) for _ in range(RUNS)
    ]
    load(_table(items), DEFAULT)
    return Cold(
        median(own for own, _ in times),
        median(floor for _, floor in times),
        round(_run(folder / "items", "bytes")),
        items.reads,
        items.size,
    )


def main(arguments: list[str]) -> None:
    """Print one figure."""
    content, what = Path(arguments[0]).read_bytes(), arguments[1]
    items = None if what == "floor" else pickle.loads(content)
    if what == "bytes":
        tracemalloc.start()
    began = time.perf_counter()
    if items is None:
        kept: object = json.loads(gzip.decompress(content))
    else:
        kept = load(_table(items), DEFAULT)
        kept("send running late to general")
    seconds = time.perf_counter() - began
    print(tracemalloc.get_traced_memory()[1] if what == "bytes" else seconds)


def _table(items: StoredItems) -> Table:
    return Table(cast("DynamoDBClient", items), "earshot")


def _run(file: Path, what: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", __spec__.name, str(file), what],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
