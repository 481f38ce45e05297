"""The floor: a plain scan with rapidfuzz over all names, which is handed the name apart."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.process import extract
from rapidfuzz.utils import default_process

from benchmarks.understanding.case import CERTAIN, Case
from benchmarks.understanding.made.sounds import folded
from benchmarks.understanding.verdicts import Judged, Verdict
from postbox.directory.entries import Directory


@dataclass(frozen=True)
class Scan:
    """What the scan came to."""

    seconds: tuple[float, ...]
    """Of each name."""
    right: int
    product_right: int
    """How many of the same the product posted to the right one, of its own accord."""

    @property
    def names(self) -> int:
        """How many names were looked up."""
        return len(self.seconds)


def named_alone(case: Case) -> bool:
    """Whether the case names one recipient who is right."""
    return case.wanted == CERTAIN and len(case.recipients) == len(case.spoken) == 1


def scan(directory: Directory, judged: Sequence[Judged]) -> Scan:
    """Look up the one name of each phrase among all names, the best first."""
    names = _names(directory)
    spoken = [name for name, _ in names]
    seconds, right = [], 0
    for verdict in judged:
        began = time.thread_time()
        best = extract(verdict.case.spoken[0], spoken, scorer=fuzz.WRatio, limit=3)
        seconds.append(time.thread_time() - began)
        right += names[best[0][2]][1] == verdict.case.recipients[0]
    kept = sum(verdict.verdict is Verdict.RIGHT for verdict in judged)
    return Scan(tuple(seconds), right, kept)


def _names(directory: Directory) -> list[tuple[str, str]]:
    """Return what is known of everybody's name, in plain letters."""
    people = [
        (default_process(folded(name)), person.id)
        for person in directory.people.values()
        for name in (person.real_name, person.display_name)
        if person.reachable and name
    ]
    channels = [
        (re.sub("[-_]", " ", conversation.name), conversation.id)
        for conversation in directory.conversations.values()
        if conversation.name
    ]
    return people + channels
