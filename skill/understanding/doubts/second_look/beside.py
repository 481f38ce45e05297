"""A second look at words said where a text was asked for: are they said beside it? Pure.

Who is asked for a text goes on speaking to others there, to themselves and to the device. Nobody
can list what is said so; a model fitted from such words and from texts (beside.json of the
language) weighs how they go and which words they have. It can only turn a send into a read-back.
"""

import json
from collections.abc import Mapping
from functools import cache

from skill.understanding.doubts.second_look.features import Features
from skill.understanding.doubts.second_look.look import score
from skill.understanding.language import LOCALES, Language
from skill.understanding.phrase import Phrase
from skill.understanding.sentences.shapes import Shapes

THRESHOLD = 0.4
"""Above this words are read back: one in a hundred texts of messages."""
_FEW = 4


class BesideTheText:
    """Weighs the words of one language."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists and weights; without weights nothing is found."""
        self._language = language
        self._features = Features(language, shapes)

    def may_be(self, text: str) -> bool:
        """Whether words that may be the text are rather said beside it."""
        weights = _weights(self._language.name)
        return bool(weights) and score(weights, seen_beside(text, self._features)) > THRESHOLD


def seen_beside(text: str, features: Features) -> frozenset[str]:
    """Return what is seen in words, and which they are."""
    spoken = Phrase(text).spoken
    seen = {f"word:{word}" for word in spoken}
    seen.add(f"opens:{' '.join(spoken[:2])}")
    if len(spoken) <= _FEW:
        seen.add(f"length:{len(spoken)}")
    return features.of(text) | seen


@cache
def _weights(language: str) -> Mapping[str, float]:
    file = LOCALES / language / "beside.json"
    if not file.exists():
        return {}
    found: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))["weights"]
    return found
