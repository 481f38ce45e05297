"""All cases of a part."""

from collections.abc import Callable, Iterator, Set
from functools import cache
from itertools import islice

from benchmarks.understanding.case import Case
from benchmarks.understanding.kinds import channels, people, sentences, traps, unclear
from benchmarks.understanding.kit import Kit
from benchmarks.understanding.made.banks import NAMES_OF
from benchmarks.understanding.made.read_back import with_questions
from benchmarks.understanding.made.truth import truth
from benchmarks.understanding.made.workspace import workspace

KINDS = {
    **sentences.KINDS,
    **channels.KINDS,
    **people.KINDS,
    **unclear.KINDS,
    **traps.KINDS,
}
SHARES = {
    "tuning": 1.0,
    "rehearsal": 0.45,
    "second_rehearsal": 0.38,
    "third_rehearsal": 0.4,
    "fourth_rehearsal": 0.4,
    "fifth_rehearsal": 0.4,
    "sixth_rehearsal": 0.4,
    "held_out": 0.38,
}
TRIES = 4_000
"""So many times a kind is tried; those that run dry sooner have fewer cases."""


@cache
def cases(part: str) -> tuple[Case, ...]:
    """Return the part's cases, by kind; no phrase stands there twice, or in whose names it uses."""
    lender = NAMES_OF.get(part)
    lent = frozenset(case.phrase for case in cases(lender)) if lender else frozenset()
    made: dict[str, Case] = {}
    for kind, (most, make) in KINDS.items():
        fresh = _fresh(Kit.of(part, kind), make, lent | made.keys())
        whole = kind == "by hand"
        for case in islice(fresh, None if whole else round(most * SHARES[part])):
            made[case.phrase] = case
    channels = frozenset(workspace().directory.conversations)
    return tuple(with_questions(case, truth(), channels) for case in made.values())


def _fresh(
    kit: Kit, make: Callable[[Kit], Iterator[Case | None]], made: Set[str]
) -> Iterator[Case]:
    seen: set[str] = set()
    for case in islice(make(kit), TRIES):
        if case and case.phrase not in made and case.phrase not in seen:
            seen.add(case.phrase)
            yield case
