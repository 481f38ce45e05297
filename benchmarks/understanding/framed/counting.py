"""What became of framed texts: posted as meant, asked about, or posted otherwise."""

import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum

from benchmarks.tables import table
from benchmarks.understanding.adapter import Understand, Understood, product
from benchmarks.understanding.framed.phrases import Framed, directory, phrases, told
from benchmarks.understanding.verdicts import POSTED

TEXTS, FEW = 40, 8
"""So many texts are put into each frame; in a quick run so few."""
MOST_OTHERWISE = 0.01


class Fate(Enum):
    """What became of a framed text."""

    MEANT = "as meant"
    ASKED = "asked"
    OTHERWISE = "otherwise"
    """Posted to others than the frame names, or in other words."""


def report(*, quick: bool = False, misses: bool = False) -> bool:
    """Print the table, with `misses` what is posted otherwise; return whether the limit is kept."""
    counted = count(
        phrases(FEW if quick else TEXTS), product(directory(), told()["default"]), misses
    )
    whole: Counter[Fate] = Counter()
    for fates in counted.values():
        whole.update(fates)
    rows = [_row(group, fates) for group, fates in {**counted, "all": whole}.items()]
    print("Framed: plain texts of our own in frames that say whom they are for")
    print(table(("group of frames", "phrases", *(fate.value for fate in Fate)), rows))
    share = whole[Fate.OTHERWISE] / whole.total()
    kept = share <= MOST_OTHERWISE
    standing = "kept" if kept else "EXCEEDED"
    print(f"  posted otherwise: {share:.2%}, limit {MOST_OTHERWISE:.1%}: {standing}")
    return kept


def count(
    framed: Iterable[Framed], understand: Understand, misses: bool = False
) -> dict[str, Counter[Fate]]:
    """Return for each group how often what became of its phrases."""
    counted: dict[str, Counter[Fate]] = {}
    for one in framed:
        understood = understand(one.phrase)
        fate = judge(one, understood)
        counted.setdefault(one.group, Counter())[fate] += 1
        if misses and fate is Fate.OTHERWISE:
            print(f"{one.phrase}\n    to {', '.join(understood.recipients)}: {understood.text}")
    return counted


def judge(framed: Framed, understood: Understood) -> Fate:
    """Say what became of a framed text."""
    if understood.outcome not in POSTED or not understood.text:
        return Fate.ASKED
    right = framed.recipients == frozenset(understood.recipients)
    same = _words(framed.text) == _words(understood.text)
    return Fate.MEANT if right and same else Fate.OTHERWISE


def _words(text: str) -> list[str]:
    """Return the words of a text but those that change where it is turned to whoever reads it."""
    spoken = re.findall(r"[a-z0-9']+", text.casefold().replace("\u2019", "'"))
    turned = frozenset(told()["turned"].split())
    return [word.removesuffix("s") for word in spoken if word not in turned]


def _row(group: str, fates: Counter[Fate]) -> list[str]:
    whole = fates.total()
    return [group, str(whole), *(f"{fates[fate] / whole:.1%}" for fate in Fate)]
