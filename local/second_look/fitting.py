"""Weights of features, fitted so that doubtful texts score above 0 and plain ones below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

_DIGITS = 2


class Sample(NamedTuple):
    """What is seen in a text, and whether it is not to be sent as it stands."""

    features: frozenset[str]
    is_doubtful: bool
    weight: float = 1.0
    """How much it counts."""


class Settings(NamedTuple):
    """How weights are fitted."""

    seen: int = 8
    """In so many texts a feature must be seen."""
    freedom: float = 0.05
    """How far weights may go from 0 (C of the logistic regression)."""
    plain_weight: float = 3.0
    """How much worse it is to stop a plain text than to let a doubtful one pass."""


def fitted(samples: Iterable[Sample], settings: Settings | None = None) -> dict[str, float]:
    """Return the weights of features by logistic regression; the same ones for the same samples.

    Samples are taken one by one: all features of all of them at once would need gigabytes.
    """
    settings = settings or Settings()
    labels: list[bool] = []
    counts: list[float] = []

    def features() -> Iterator[frozenset[str]]:
        for sample in samples:
            labels.append(sample.is_doubtful)
            counts.append(sample.weight * (1.0 if sample.is_doubtful else settings.plain_weight))
            yield sample.features

    table = CountVectorizer(analyzer=frozenset, min_df=settings.seen)
    seen = table.fit_transform(features())
    model = LogisticRegression(
        solver="liblinear", C=settings.freedom, fit_intercept=False, tol=1e-3
    )
    model.fit(seen, labels, sample_weight=counts)
    return dict(zip(table.get_feature_names_out(), map(float, model.coef_[0]), strict=True))


def together(fits: Sequence[Mapping[str, float]], least: float = 0.15) -> dict[str, float]:
    """Return the means of several fits' weights, so that none hangs on how its examples were drawn.

    Smaller ones than `least` are left out.
    """
    names = sorted({name for weights in fits for name in weights})
    means = {name: sum(weights.get(name, 0.0) for weights in fits) / len(fits) for name in names}
    return {name: round(mean, _DIGITS) for name, mean in means.items() if abs(mean) >= least}
