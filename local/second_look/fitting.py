"""Weights of features, fitted so that doubtful texts score above 0 and plain ones below. Pure."""

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_SEED = 1
_FARTHEST = 30.0


class Sample(NamedTuple):
    """What is seen in a text, and whether it is not to be sent as it stands."""

    features: frozenset[str]
    is_doubtful: bool
    weight: float = 1.0
    """How much it counts."""


class Settings(NamedTuple):
    """How weights are fitted."""

    rounds: int = 8
    """Of these the weights of the later half are averaged, so that no order tells."""
    seen: int = 25
    """In so many texts a feature must be seen."""
    step: float = 0.3
    decay: float = 2e-3
    plain_weight: float = 3.0
    """How much worse it is to stop a plain text than to let a doubtful one pass."""


def fitted(samples: Sequence[Sample], settings: Settings | None = None) -> dict[str, float]:
    """Return the weights of features by logistic regression; the same ones for the same samples."""
    settings = settings or Settings()
    counts = Counter(feature for sample in samples for feature in sample.features)
    names = sorted(feature for feature, count in counts.items() if count >= settings.seen)
    places = {feature: place for place, feature in enumerate(names)}
    kept = [
        (
            sorted(places[name] for name in sample.features if name in places),
            sample.is_doubtful,
            sample.weight * (1.0 if sample.is_doubtful else settings.plain_weight),
        )
        for sample in samples
    ]
    weights, squares = [0.0] * len(names), [1.0] * len(names)
    draw = random.Random(_SEED)
    totals = [0.0] * len(names)
    averaged = range(settings.rounds // 2, settings.rounds)
    for number in range(settings.rounds):
        draw.shuffle(kept)
        for features, is_doubtful, weight in kept:
            total = max(-_FARTHEST, min(_FARTHEST, sum([weights[place] for place in features])))
            error = is_doubtful - 1 / (1 + math.exp(-total))
            error *= weight
            for place in features:
                slope = error - settings.decay * weights[place]
                squares[place] += slope * slope
                weights[place] += settings.step * slope / math.sqrt(squares[place])
        if number in averaged:
            totals = [total + weight for total, weight in zip(totals, weights, strict=True)]
    means = [total / len(averaged) for total in totals]
    return dict(zip(names, means, strict=True))


def together(fits: Sequence[Mapping[str, float]], least: float = 0.25) -> dict[str, float]:
    """Return the means of several fits' weights, so that none hangs on how its examples were drawn.

    Smaller ones than `least` are left out.
    """
    names = sorted({name for weights in fits for name in weights})
    means = {name: sum(weights.get(name, 0.0) for weights in fits) / len(fits) for name in names}
    return {name: round(mean, 2) for name, mean in means.items() if abs(mean) >= least}
