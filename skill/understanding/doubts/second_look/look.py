"""A second look at a text before it is sent unheard, by a model that knows no rule. Pure.

What is seen in a text is weighed by fitted weights (locales/<language>/second_look.json): many weak
hints together tell what none of them would. It can only ever turn a send into a read-back.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from math import fsum

from skill.understanding.doubts.second_look.features import Features
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import LOCALES, Language
from skill.understanding.sentences.shapes import Shapes

THRESHOLD = 1.0
"""Above this a text is read back: three in a hundred that are to be sent (docs/benchmarks.md)."""
_SHOWN = 3
_FOR_NOBODY = "for nobody: "


class SecondLook:
    """Weighs the texts of one language."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists and weights; without weights nothing is found."""
        self._language = language
        self._features = Features(language, shapes)

    def at(self, text: str, *, is_for_nobody: bool) -> Iterator[Sign]:
        """Yield a sign with what weighed most, where a text is not said as messages are.

        Args:
            text: as it would be posted.
            is_for_nobody: whether nobody is named: then it may be said to Earshot itself.
        """
        weights = _weights(self._language.name)
        found = self._features.of(text) if weights else frozenset()
        seen = with_context(found, is_for_nobody=is_for_nobody)
        if score(weights, seen) > THRESHOLD:
            most = sorted(seen & weights.keys(), key=lambda feature: (-weights[feature], feature))
            yield Sign(SignKind.UNUSUAL, ", ".join(islice(most, _SHOWN)))


def score(weights: Mapping[str, float], seen: Iterable[str]) -> float:
    """Return how doubtful a text is of which this is seen: above 0 rather than not.

    The sum is exact, so that no order in which features come decides at the threshold.
    """
    return fsum(weights.get(feature, 0.0) for feature in seen)


def with_context(seen: frozenset[str], *, is_for_nobody: bool) -> frozenset[str]:
    """Return features with what they are where nobody is named."""
    return seen | {f"{_FOR_NOBODY}{feature}" for feature in seen} if is_for_nobody else seen


@cache
def _weights(language: str) -> Mapping[str, float]:
    file = LOCALES / language / "second_look.json"
    if not file.exists():
        return {}
    found: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))["weights"]
    return found
