"""The understanding benchmark: tables by kind of phrase, speed, and the limits."""

from collections.abc import Sequence

from benchmarks.tables import table
from benchmarks.understanding import NEWEST, PARTS, speed
from benchmarks.understanding.adapter import product
from benchmarks.understanding.cases import cases
from benchmarks.understanding.framed import counting
from benchmarks.understanding.made.workspace import DEFAULT, workspace
from benchmarks.understanding.verdicts import Judged, Tally, Verdict, judge_all, tally

LEAST_RIGHT = 0.995
MOST_WRONG = 0.001
MOST_ASKED = 0.05
QUICK = 5
"""A quick run takes every so-manieth phrase."""


def report(*, quick: bool = False) -> bool:
    """Print the tables; return whether all limits are kept, the newest part's aside."""
    directory = workspace().directory
    understand = product(directory, DEFAULT)
    step = QUICK if quick else 1
    judged = {part: judge_all(cases(part)[::step], understand) for part in PARTS}
    kept = True
    for part, those in judged.items():
        kept &= _part(part, those) or part == NEWEST
    kept &= counting.report(quick=quick)
    everything = [verdict for those in judged.values() for verdict in those]
    return speed.report(directory, understand, everything) and kept


def part_table(judged: Sequence[Judged]) -> str:
    """Lay out what became of phrases, by kind."""
    kinds = dict.fromkeys(judgement.case.kind for judgement in judged)
    rows = [
        _row(kind, tally(judgement for judgement in judged if judgement.case.kind == kind))
        for kind in kinds
    ]
    heads = ("kind of phrase", "phrases", *(verdict.value for verdict in Verdict))
    return table(heads, [*rows, _row("all", tally(judged))])


def limits(counted: Tally) -> list[tuple[str, bool]]:
    """Say of each limit how it stands, and whether it is kept."""
    right, wrong, asked = counted.right_when_posted, counted.wrong_place, counted.asked_in_vain
    return [
        _limit("right recipient and text when certain", right, LEAST_RIGHT, right >= LEAST_RIGHT),
        _limit("wrong recipient without a question", wrong, MOST_WRONG, wrong <= MOST_WRONG),
        _limit("asked when one was enough", asked, MOST_ASKED, asked <= MOST_ASKED),
    ]


def _part(part: str, judged: Sequence[Judged]) -> bool:
    counted = tally(judged)
    print(f"Understanding, the {part.replace('_', '-')} part: {len(judged)} phrases")
    print(part_table(judged))
    print(f"  the right one offered in {counted.right_one_offered:.1%} of questions")
    print(f"  known, and refused: {counted.verdicts[Verdict.REFUSED] / counted.cases:.2%}")
    standing = limits(counted)
    print("\n".join(line for line, _ in standing), flush=True)
    return all(kept for _, kept in standing)


def _row(kind: str, counted: Tally) -> list[str]:
    return [
        kind,
        str(counted.cases),
        *(str(counted.verdicts[verdict] or "") for verdict in Verdict),
    ]


def _limit(what: str, share: float, limit: float, kept: bool) -> tuple[str, bool]:
    return f"  {what}: {share:.2%}, limit {limit:.1%}: {'kept' if kept else 'EXCEEDED'}", kept
