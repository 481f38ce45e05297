"""The comparison with the usual way: runs and prints it."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

from benchmarks.peers.earshot import play_earshot
from benchmarks.peers.peer import play_peer
from benchmarks.peers.scenarios import SCENARIOS, Result
from benchmarks.quiet import quiet_functions
from benchmarks.tables import milliseconds, table
from local.cloud.ministack import MiniStack

HEADS = ("", "", "messages", "answer p50", "longest", "lost", "duplicated", "untrue")


def report() -> bool:
    """Print the table; return whether Earshot lost, doubled and misreported nothing."""
    print("Beside the usual way (posting within the voice request; benchmarks/peers/peer.py)")
    # Both mostly wait, so they may do so at the same time; within each, one after the other.
    with (
        tempfile.TemporaryDirectory() as folder,
        MiniStack(Path(folder), auth=False, persist=False) as stack,
        quiet_functions(),
        ThreadPoolExecutor(1) as beside,
    ):
        peers = beside.submit(lambda: [play_peer(scenario) for scenario in SCENARIOS])
        ours = [play_earshot(scenario, stack) for scenario in SCENARIOS]
        theirs = peers.result()
    rows = []
    for scenario, peer, earshot in zip(SCENARIOS, theirs, ours, strict=True):
        rows += [_row(scenario.name, "usual", peer), _row("", "Earshot", earshot)]
    print(table(HEADS, rows))
    kept = not any(result.lost or result.duplicated or result.untrue for result in ours)
    print(f"  Earshot's lost, duplicated and untrue: {'none' if kept else 'NOT NONE'}")
    return kept


def _row(slack: str, who: str, result: Result) -> list[str]:
    times = [told.seconds for told in result.told]
    counts = (result.lost, result.duplicated, result.untrue)
    return [
        slack and f"Slack is {slack}",
        who,
        f"{len(times)}",
        milliseconds(median(times)),
        milliseconds(max(times)),
        *map(str, counts),
    ]
