"""`python -m benchmarks.understanding [--misses] [--part PART] [--kind KIND]`: the open parts.

With `--framed`, plain texts in frames instead.
"""

import argparse
import sys

from benchmarks.understanding import NEWEST, OPEN
from benchmarks.understanding.adapter import Understand, product
from benchmarks.understanding.cases import KINDS, cases
from benchmarks.understanding.framed import counting
from benchmarks.understanding.made.workspace import DEFAULT, Workspace, workspace
from benchmarks.understanding.report import limits, part_table
from benchmarks.understanding.verdicts import Judged, Verdict, judge_all, tally


def main(arguments: list[str]) -> int:
    """Print the tables, and with --misses each phrase that went wrong; return the exit status."""
    asked = _parser().parse_args(arguments)
    if asked.framed:
        return 0 if counting.report(misses=asked.misses) else 1
    space = workspace()
    understand = product(space.directory, DEFAULT)
    parts = [asked.part] if asked.part else OPEN
    kept = [_part(part, asked, understand, space) or part == NEWEST for part in parts]
    return 0 if all(kept) else 1


def _part(part: str, asked: argparse.Namespace, understand: Understand, space: Workspace) -> bool:
    """Print what became of a part's phrases; return whether all limits are kept."""
    chosen = [case for case in cases(part) if asked.kind in {None, case.kind}]
    judged = judge_all(chosen, understand)
    for verdict in judged:
        if asked.misses and verdict.verdict is not Verdict.RIGHT:
            print(miss(verdict, space))
    print(f"The {part} part: {len(judged)} phrases")
    print(part_table(judged))
    standing = limits(tally(judged))
    print("\n".join(line for line, _ in standing), flush=True)
    return all(kept for _, kept in standing)


def miss(judged: Judged, space: Workspace) -> str:
    """Write down what went wrong, with names for ids."""
    case, taken = judged.case, judged.understood
    wanted = "/".join([case.wanted, *sorted(case.also)])
    return (
        f"{judged.verdict.value.upper()} [{case.kind}] {case.phrase}\n"
        f"    wanted {wanted}: {_names(case.recipients, space)} | {case.text}\n"
        f"    got {taken.outcome}: {_names(taken.recipients, space)} | {taken.text}"
    )


def _names(ids: tuple[str, ...], space: Workspace) -> str:
    people, conversations = space.directory.people, space.directory.conversations
    names = [
        people[identifier].full_name
        if identifier in people
        else f"#{conversations[identifier].name}"
        for identifier in ids[:4]
    ]
    return ", ".join(names) + (f" and {len(ids) - 4} more" if len(ids) > 4 else "")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.understanding", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print the phrases that went wrong")
    parser.add_argument("--part", choices=OPEN, help="only this part, of those to tune with")
    parser.add_argument("--kind", choices=list(KINDS), help="only this kind of phrase")
    parser.add_argument("--framed", action="store_true", help="plain texts in frames instead")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
