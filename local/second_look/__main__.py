"""Fit the weights of the second look: `python -m local.second_look [--check]`, some 80 s.

They are fitted from plain.txt, doubtful.toml and doubtful_whole.toml, which are English; those for
what is said where a text was asked for, from plain.txt and beside.toml. With `--check` nothing is
fitted: it is told whether the weights come from these files as they are now.
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from local.second_look import beside
from local.second_look.examples import DATA, Example, examples
from local.second_look.fitting import Sample, fitted, together
from skill.understanding.doubts.second_look.features import Features
from skill.understanding.doubts.second_look.look import with_context
from skill.understanding.language import LOCALES, language
from skill.understanding.sentences.shapes import Shapes

WEIGHTS = LOCALES / "en" / "second_look.json"
SEEDS = (1, 2)
"""Each draws its examples anew."""
_LOCALE = "en-US"


def main(arguments: Sequence[str], path: Path = WEIGHTS) -> int:
    """Write the weights, or check them; return the exit status (0, 1, 2 usage)."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m local.second_look [--check]", file=sys.stderr)
        return 2
    if not arguments:
        with ProcessPoolExecutor() as processes:
            weights = together([*processes.map(_fit, SEEDS)])
        _write(path, fingerprint(), weights)
        _write(beside.WEIGHTS, beside.fingerprint_beside(), beside.fitted_beside())
        return 0
    of = {path: fingerprint(), beside.WEIGHTS: beside.fingerprint_beside()}
    stale = [file.name for file, examples_now in of.items() if _fitted_from(file) != examples_now]
    if stale:
        print(f"{', '.join(stale)}: of other examples. Run: python -m local.second_look")
    return 1 if stale else 0


def _write(path: Path, examples_now: str, weights: dict[str, float]) -> None:
    found = {"fitted_from": examples_now, "weights": weights}
    path.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def _fitted_from(path: Path) -> str:
    found: str = json.loads(path.read_text(encoding="utf-8"))["fitted_from"]
    return found


def fingerprint() -> str:
    """Return what tells the examples from others."""
    return hashlib.sha256(b"\n".join(file.read_bytes() for file in DATA)).hexdigest()


def _fit(seed: int) -> dict[str, float]:
    return fitted(_samples(examples(seed)))


def _samples(found: Sequence[Example]) -> Iterator[Sample]:
    """Yield what is seen in each, for somebody named and for nobody."""
    known = language(_LOCALE)
    features = Features(known, Shapes(known))
    for example in found:
        seen = features.of(example.text)
        yield Sample(with_context(seen, is_for_nobody=True), example.is_doubtful, example.weight)
        if not example.is_for_nobody:
            yield Sample(seen, example.is_doubtful, example.weight)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
