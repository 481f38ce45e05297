"""The latency benchmark: runs and prints it."""

import tempfile
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from benchmarks.latency.floor import deploy_floor
from benchmarks.latency.turns import EarshotTurns, FloorTurns, Turn
from benchmarks.tables import milliseconds, percentile, table
from local.stack.start import RunningStack, started

ROUNDS = 40
WARM_UP = 3
ROWS = {
    "posted": "utterance to the post in Slack",
    "answered": "utterance to the spoken answer",
    "readable": "Kevin's message to readable",
    "read": '"ask slack for replies" to spoken',
}


def report(rounds: int = ROUNDS) -> bool:
    """Print the table. There is no limit to keep: the floor stands beside each figure."""
    print(f"Latency on the local stack ({rounds} rounds; real Lambdas in MiniStack, warm)")
    with (
        tempfile.TemporaryDirectory() as folder,
        started(Path(folder), lambda _line: None) as stack,
    ):
        ours, floor = _rounds(stack, rounds)
    heads = ("", "p50", "p95", "floor p50", "floor p95", "over the floor, p50")
    print(table(heads, [_row(field.name, ours, floor) for field in fields(Turn)]))
    return True


def _rounds(stack: RunningStack, rounds: int) -> tuple[list[Turn], list[Turn]]:
    """Take turns about with the floor, so that both see the same machine."""
    workspace = stack.workspace
    workspace.limits.off()
    general, speaker = workspace.find_conversation("#general"), workspace.speaker
    assert speaker is not None
    floor = deploy_floor(
        stack.deployment, f"{stack.address}/api/", workspace.install_app(speaker), general.id
    )
    earshot, empty = EarshotTurns(stack), FloorTurns(stack, floor)
    ours, theirs = [], []
    for number in range(WARM_UP + rounds):
        ours.append(earshot.take(number))
        theirs.append(empty.take(number))
    return ours[WARM_UP:], theirs[WARM_UP:]


def _row(name: str, ours: Sequence[Turn], floor: Sequence[Turn]) -> list[str]:
    times = [
        percentile([getattr(turn, name) for turn in turns], share)
        for turns in (ours, floor)
        for share in (0.5, 0.95)
    ]
    return [ROWS[name], *map(milliseconds, times), milliseconds(times[0] - times[2])]
