"""How long understanding takes, warm and cold, beside a plain scan."""

import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.tables import milliseconds, percentile, table
from benchmarks.understanding.adapter import Understand
from benchmarks.understanding.cold import Cold, measure
from benchmarks.understanding.scan import named_alone, scan
from benchmarks.understanding.verdicts import Judged
from postbox.directory.entries import Directory

MOST_WARM = 0.010
MOST_COLD = 0.150
MOST_MEMORY = 60e6
SCANNED = 300
"""About so many names are looked up by the scan."""


def report(directory: Directory, understand: Understand, judged: Sequence[Judged]) -> bool:
    """Print the tables; return whether all limits are kept."""
    with tempfile.TemporaryDirectory() as folder:
        cold = measure(directory, Path(folder))
    warm = percentile(_warm(directory, understand, judged), 0.95)
    print(_cold_table(cold))
    limits = [
        (f"one phrase, p95: {milliseconds(warm)}, at most 10 ms", warm <= MOST_WARM),
        (f"loading: {milliseconds(cold.seconds)}, at most 150 ms", cold.seconds <= MOST_COLD),
        (f"memory: {cold.bytes / 1e6:.0f} MB, at most 60 MB", cold.bytes <= MOST_MEMORY),
    ]
    for line, kept in limits:
        print(f"  {line}: {'kept' if kept else 'EXCEEDED'}")
    return all(kept for _, kept in limits)


def timed(understand: Understand, phrases: Iterable[str]) -> list[float]:
    """Return the seconds of one thread that each phrase takes, waiting for others left out."""
    seconds = []
    for phrase in phrases:
        began = time.thread_time()
        understand(phrase)
        seconds.append(time.thread_time() - began)
    return seconds


def _warm(directory: Directory, understand: Understand, judged: Sequence[Judged]) -> list[float]:
    """Print how both do, warm; return the product's seconds."""
    seconds = timed(understand, (verdict.case.phrase for verdict in judged))
    alone = [verdict for verdict in judged if named_alone(verdict.case)]
    scanned = scan(directory, alone[:: max(1, len(alone) // SCANNED)])
    print(f"Understanding, speed: {len(directory.people)} people, one thread")
    heads = ("warm", "p50", "p95", f"right, of {scanned.names} names")
    rows = [
        ("a phrase", *_spread(seconds), str(scanned.product_right)),
        ("scan with rapidfuzz, the name alone", *_spread(scanned.seconds), str(scanned.right)),
    ]
    print(table(heads, rows))
    return seconds


def _spread(seconds: Sequence[float]) -> tuple[str, str]:
    return milliseconds(percentile(seconds, 0.5)), milliseconds(percentile(seconds, 0.95))


def _cold_table(cold: Cold) -> str:
    rows = [
        ("from stored bytes to the first phrase understood", milliseconds(cold.seconds)),
        ("floor: its bare rows from compressed JSON", milliseconds(cold.floor)),
        ("memory, at the most", f"{cold.bytes / 1e6:.1f} MB"),
        ("reads of the table", str(cold.reads)),
        ("stored", f"{cold.stored / 1e6:.2f} MB"),
    ]
    return table(("cold, fresh processes", ""), rows)
