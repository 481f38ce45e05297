"""Weights of features, fitted so that doubtful texts score above 0 and plain ones below. Pure."""

import math
import random
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_SEED = 1
_FARTHEST = 30.0


class Sample(NamedTuple):
    """What is seen in a text, and whether it is not to be sent as it stands."""

    features: frozenset[str]
    is_doubtful: bool


class Settings(NamedTuple):
    """How weights are fitted."""

    rounds: int = 6
    seen: int = 25
    """In so many texts a feature must be seen."""
    step: float = 0.3
    decay: float = 1e-2
    plain_weight: float = 2.0
    """How much worse it is to stop a plain text than to let a doubtful one pass."""
    least: float = 0.15
    """Smaller weights are left out."""


def fitted(samples: Sequence[Sample], settings: Settings | None = None) -> dict[str, float]:
    """Return the weights of features by logistic regression; the same ones for the same samples."""
    settings = settings or Settings()
    counts = Counter(feature for sample in samples for feature in sample.features)
    names = sorted(feature for feature, count in counts.items() if count >= settings.seen)
    places = {feature: place for place, feature in enumerate(names)}
    kept = [
        (sorted(places[name] for name in sample.features if name in places), sample.is_doubtful)
        for sample in samples
    ]
    weights, squares = [0.0] * len(names), [1.0] * len(names)
    draw = random.Random(_SEED)
    for _ in range(settings.rounds):
        draw.shuffle(kept)
        for features, is_doubtful in kept:
            total = max(-_FARTHEST, min(_FARTHEST, sum([weights[place] for place in features])))
            error = is_doubtful - 1 / (1 + math.exp(-total))
            error *= 1.0 if is_doubtful else settings.plain_weight
            for place in features:
                slope = error - settings.decay * weights[place]
                squares[place] += slope * slope
                weights[place] += settings.step * slope / math.sqrt(squares[place])
    return {
        name: round(weight, 2)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= settings.least
    }
