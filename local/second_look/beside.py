"""What is said beside a text that was asked for: the examples, and the weights fitted from them."""

import hashlib
import random
import tomllib
from pathlib import Path

from local.second_look.examples import plain_texts, with_names
from local.second_look.fitting import Sample, Settings, fitted, together
from skill.understanding.doubts.second_look.beside import seen_beside
from skill.understanding.doubts.second_look.features import Features
from skill.understanding.language import LOCALES, language
from skill.understanding.sentences.shapes import Shapes

WEIGHTS = LOCALES / "en" / "beside.json"
_BESIDE = Path(__file__).parent / "beside.toml"
_PLAIN = _BESIDE.with_name("plain.txt")
_TEXTS = "texts"
"""The list of texts that go like what is said beside them."""
_LOCALE = "en-US"
_WEIGHT = 8.0
"""So many texts one of the words beside them counts as: there are some ten times as many texts."""
_SETTINGS = Settings(seen=4, freedom=0.5, plain_weight=1.0)


def said_beside() -> tuple[str, ...]:
    """Return what people say where a text was asked for that is none."""
    return tuple(line for name, lines in _lists().items() if name != _TEXTS for line in lines)


def _lists() -> dict[str, list[str]]:
    found = tomllib.loads(_BESIDE.read_text(encoding="utf-8"))
    return {name: [*filter(None, text.splitlines())] for name, text in found.items()}


def fingerprint_beside() -> str:
    """Return what tells these examples from others."""
    files = (_BESIDE.read_bytes(), _PLAIN.read_bytes())
    return hashlib.sha256(b"\n".join(files)).hexdigest()


def fitted_beside() -> dict[str, float]:
    """Return the weights; the same ones for the same examples."""
    known = language(_LOCALE)
    features = Features(known, Shapes(known))
    draw = random.Random(1)
    samples = [Sample(seen_beside(text, features), True, _WEIGHT) for text in said_beside()]
    samples += [
        Sample(seen_beside(with_names(draw, text), features), False) for text in plain_texts()
    ]
    samples += [Sample(seen_beside(text, features), False, _WEIGHT) for text in _lists()[_TEXTS]]
    return together([fitted(samples, _SETTINGS)])
