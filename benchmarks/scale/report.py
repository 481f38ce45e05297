"""The scale benchmark: runs and prints it."""

import pickle
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, cast

from benchmarks.scale.cold import Cold, measure
from benchmarks.scale.items import CountedItems
from benchmarks.scale.sweep import sweep
from benchmarks.scale.workspace import large
from benchmarks.tables import milliseconds, table, verdict
from benchmarks.understanding.adapter import TEAM
from postbox.directory.entries import Directory, DirectoryUpdate, Person
from postbox.directory.stores.directories import Directories
from postbox.store.table import Table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

SIZES = ((10_000, 5_000), (50_000, 20_000))
MEMORY, WHOLE_CPU = 1024, 1769
"""MB of the skill function (serverless.yml), and of the function that has one whole CPU
(https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html)."""
MOST_LAMBDA_SECONDS = 2.5
MOST_TIMES_FLOOR = 3.5
MOST_FOLD_UNITS = 40
MOST_STORE_TIMES_FLOOR = 60
FOLDED, NEWS = 200, 20
"""Events of one fold, and how many of them change a name: the rest are of statuses."""


@dataclass(frozen=True)
class Stored:
    """What keeping names costs."""

    seconds: float
    """CPU of storing all of them."""
    units: int
    fold_seconds: float
    fold_units: int
    fold_reads: int
    listing_units: int


def report() -> bool:
    """Print the tables; return whether every limit is kept."""
    return all([*(_size(*size) for size in SIZES), _sweep()])


def _size(people: int, channels: int) -> bool:
    print(f"Scale: {people:,} people, {channels:,} channels")
    directory = large(people, channels)
    items = CountedItems()
    stored = _stored(items, directory)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "items"
        file.write_bytes(pickle.dumps(items))
        cold = list(measure(file))
    print(_cold_table(cold))
    floor = min(start.imports for _, start in cold)
    print(_stored_table(stored, floor))
    slowest = max(start.seconds for start, _ in cold)
    limits = [
        verdict("first phrase, times the floor", slowest / floor, MOST_TIMES_FLOOR),
        verdict(
            f"first phrase, seconds of Lambda's CPU at {MEMORY} MB",
            slowest * WHOLE_CPU / MEMORY,
            MOST_LAMBDA_SECONDS,
        ),
        verdict("a fold, write units", stored.fold_units, MOST_FOLD_UNITS),
        verdict("storing all, times the floor", stored.seconds / floor, MOST_STORE_TIMES_FLOOR),
    ]
    print("\n".join(line for line, _ in limits), flush=True)
    return all(kept for _, kept in limits)


def _stored(items: CountedItems, directory: Directory) -> Stored:
    directories = Directories(Table(cast("DynamoDBClient", items), "earshot"))
    began = time.process_time()
    directories.save(TEAM, directory, 1.0)
    seconds, units = time.process_time() - began, items.write_units
    # What the refresh function does: nothing of the directory is in its memory.
    cold = Directories(Table(cast("DynamoDBClient", items), "earshot"))
    cold.get(TEAM)
    items.count_anew()
    began = time.process_time()
    cold.update(TEAM, DirectoryUpdate(dict(_events(directory))), 2.0)
    fold_seconds, fold_units, fold_reads = (
        time.process_time() - began,
        items.write_units,
        items.reads,
    )
    items.count_anew()
    directories.save(TEAM, directory.updated(DirectoryUpdate(dict(_events(directory)))), 3.0)
    return Stored(seconds, units, fold_seconds, fold_units, fold_reads, items.write_units)


def _events(directory: Directory) -> Iterator[tuple[str, Person]]:
    """Yield people as events tell of them, most of them as they were."""
    chosen = Random("events").sample(sorted(directory.people), FOLDED)
    for number, user_id in enumerate(chosen):
        person = directory.people[user_id]
        yield user_id, replace(person, display_name=f"new {number}") if number < NEWS else person


def _cold_table(cold: list[tuple[Cold, Cold]]) -> str:
    heads = ("cold, CPU", "imports", "phrase", "floor", "memory", "round trips", "read")
    return table(
        heads,
        [
            (
                f'"{start.phrase[:40]}"',
                milliseconds(start.imports),
                milliseconds(start.understanding),
                milliseconds(floor.imports),
                f"{start.memory:.0f} MB",
                str(start.reads),
                f"{start.bytes / 1e6:.2f} MB",
            )
            for start, floor in cold
        ],
    )


def _stored_table(stored: Stored, floor: float) -> str:
    rows = [
        ("all names stored", milliseconds(stored.seconds), f"{stored.units:,}"),
        (
            f"{FOLDED} events folded, {NEWS} of them news",
            milliseconds(stored.fold_seconds),
            f"{stored.fold_units:,}",
        ),
        ("a listing with the same news", "", f"{stored.listing_units:,}"),
        ("floor: importing the SDKs", milliseconds(floor), ""),
    ]
    return table(("kept", "CPU", "write units"), rows)


def _sweep() -> bool:
    lines, kept = sweep()
    print("\n".join(lines))
    return kept
