"""The inbox benchmark: runs it on MiniStack's DynamoDB and prints it."""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.inbox.counts import CountingClient, Reads, cpu_seconds
from benchmarks.inbox.population import Population, Size
from benchmarks.quiet import quiet_functions
from benchmarks.tables import milliseconds, percentile, table
from local.cloud.ministack import MiniStack
from local.echo import Echo
from local.world.aws.lambda_context import LambdaContext
from local.world.aws.moto_cloud import SKILL_ID, MotoCloud, make_fifo, make_table
from local.world.models import model_for
from skill import alexa_lambda

SIZES = (Size(1_000, 100), Size(10_000, 500), Size(100_000, 500))
QUICK_SIZES = (Size(5_000, 250), Size(25_000, 250))
ROUNDS, QUICK_ROUNDS, WARM_UP = 40, 15, 3
MOST_SECONDS = 0.3
MOST_ITEMS = 400
"""What a page of everything comes to that an answer looks at."""
MOST_GROWTH = 1.5
"""So many times the items may be read as with fewer messages in equally many conversations."""
TURNS = {
    "what's new": "ask slack what's new",
    "and read the first": "yes",
    "replies": "ask slack for replies",
}


class WentWrong(RuntimeError):
    """A turn did not do what it is timed for."""


@dataclass(frozen=True)
class Taken:
    """One turn."""

    seconds: float
    items: int
    calls: int
    skill_cpu: float
    """Seconds of CPU that the skill took; what a quiet machine waits for, with the next."""
    table_cpu: float
    """Seconds of CPU that MiniStack took, whose clock ticks a hundred times a second."""


def report(*, quick: bool = False) -> bool:
    """Print the table; return whether the limits are kept."""
    sizes, rounds = (QUICK_SIZES, QUICK_ROUNDS) if quick else (SIZES, ROUNDS)
    with tempfile.TemporaryDirectory() as folder, MiniStack(Path(folder), persist=False) as cloud:
        found = {size: _inbox(cloud, size, rounds) for size in sizes}
    print(f"Inbox: the skill's real handler on MiniStack's DynamoDB ({rounds} rounds, warm)")
    print("CPU: of the skill and of MiniStack, the mean; a quiet machine waits little longer")
    heads = ("messages", "conversations", "turn", "p50", "p95", "CPU", "items read", "round trips")
    rows = [_row(size, name, turns[name]) for size, turns in found.items() for name in TURNS]
    print(table(heads, rows))
    return _limits(found[sizes[-2]], found[sizes[-1]])


def _limits(smaller: dict[str, list[Taken]], largest: dict[str, list[Taken]]) -> bool:
    p95 = percentile([taken.seconds for taken in largest["what's new"]], 0.95)
    items = _items(largest["what's new"])
    growth = items / _items(smaller["what's new"])
    print(
        f'  "what\'s new" in the largest inbox, p95: {milliseconds(p95)}, '
        f"limit {milliseconds(MOST_SECONDS)}: {_standing(p95 <= MOST_SECONDS)}\n"
        f"  items read for it: {items:.0f}, limit {MOST_ITEMS}: {_standing(items <= MOST_ITEMS)}\n"
        f"  over those with fewer messages in as many conversations: {growth:.2f}, "
        f"limit {MOST_GROWTH}: {_standing(growth <= MOST_GROWTH)}"
    )
    return p95 <= MOST_SECONDS and items <= MOST_ITEMS and growth <= MOST_GROWTH


def _inbox(cloud: MiniStack, size: Size, rounds: int) -> dict[str, list[Taken]]:
    name = f"inbox-{size.messages}"
    now, reads = time.time(), Reads()
    make_table(cloud, name)
    Population(cloud.client("dynamodb"), name, now).fill(size)
    turns: dict[str, list[Taken]] = {turn: [] for turn in TURNS}
    with quiet_functions():
        echo = _echo(cloud, name, reads)
        for number in range(WARM_UP + rounds):
            for question, utterance in TURNS.items():
                taken = _turn(partial(echo.say, utterance), reads, partial(cpu_seconds, cloud.pid))
                if number >= WARM_UP:
                    turns[question].append(taken)
            echo.end_session()
    return turns


def _turn(say: Callable[[], Any], reads: Reads, table_cpu: Callable[[], float]) -> Taken:
    reads.clear()
    began, skill_before, table_before = time.perf_counter(), time.process_time(), table_cpu()
    turn = say()
    seconds, skill = time.perf_counter() - began, time.process_time() - skill_before
    table = table_cpu() - table_before
    if turn.rejected or "went wrong" in turn.heard or "reach my mailbox" in turn.heard:
        raise WentWrong(f"the answer was {turn.heard!r}")
    return Taken(seconds, reads.items, reads.calls, skill, table)


def _echo(cloud: MiniStack, table_name: str, reads: Reads) -> Echo:
    outbox = make_fifo(cloud, f"{table_name}.fifo")
    environment = {
        **MotoCloud(outbox, "").environment("http://127.0.0.1:9/", "general", 900),
        "EARSHOT_TABLE": table_name,
    }

    def client(service: str, **_options: Any) -> Any:
        real = cloud.client(service)
        return CountingClient(real, reads) if service == "dynamodb" else real

    handler = alexa_lambda.create_handler(environment, client=client)

    def invoke(event: Any) -> Any:
        return handler(event, LambdaContext("skill", "bench", time.time() + 8, time.time))

    return Echo(model_for("en-US"), invoke, time.time, skill_id=SKILL_ID)


def _row(size: Size, name: str, turns: Sequence[Taken]) -> list[str]:
    seconds = [taken.seconds for taken in turns]
    return [
        f"{size.messages:,}",
        str(size.conversations),
        name,
        milliseconds(percentile(seconds, 0.5)),
        milliseconds(percentile(seconds, 0.95)),
        f"{milliseconds(fmean(one.skill_cpu for one in turns))} + "
        f"{milliseconds(fmean(one.table_cpu for one in turns))}",
        f"{_items(turns):.0f}",
        f"{percentile([taken.calls for taken in turns], 0.5):.0f}",
    ]


def _items(turns: Sequence[Taken]) -> float:
    return percentile([taken.items for taken in turns], 0.5)


def _standing(kept: bool) -> str:
    return "kept" if kept else "EXCEEDED"
