"""Texts to fit the second look from: plain ones, and what people say that is no plain text."""

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from skill.understanding.language import language

_PLAIN, _DOUBTFUL, _WHOLE_TEXTS = DATA = tuple(
    Path(__file__).parent / name for name in ("plain.txt", "doubtful.toml", "doubtful_whole.toml")
)
_JOINS = ("", "", "", "and", "so", "but", "because", "please", "sorry", "thanks", "then", "and now")
_OPEN = frozenset(
    {
        "a", "an", "the", "to", "of", "in", "on", "at", "for", "from", "with", "and", "or", "but",
        "is", "are", "was", "were", "be", "my", "your", "his", "her", "our", "their", "this",
        "can", "will", "i'm", "we're", "should", "must", "has", "have", "had", "does", "did",
    }
)  # fmt: skip
"""Words behind which no sentence ends."""
_LITTLE = _OPEN | {
    "i", "we", "you", "he", "she", "it", "they", "that", "there", "not", "no", "do",
}  # fmt: skip
_WHOLE = {
    "i'm": "i am", "i've": "i have", "i'll": "i will", "we're": "we are", "we've": "we have",
    "we'll": "we will", "you're": "you are", "he's": "he is", "she's": "she is", "it's": "it is",
    "they're": "they are", "that's": "that is", "there's": "there is", "don't": "do not",
    "doesn't": "does not", "can't": "cannot", "isn't": "is not", "who's": "who is",
    "what's": "what is", "where's": "where is",
}  # fmt: skip
_OF_EACH = 3
_WITH_LAST_NAME = 0.25
_WHOLE_WEIGHT = 10.0
"""So many made-up examples one counts as that was said whole."""
_PLAIN_WEIGHT = 3.0
"""So many joined ones a text counts as that was written as it stands."""
_FOR_NOBODY = {"outcries": _WHOLE_WEIGHT, "to_others_alone": 4.0, "to_oneself": 4.0}
"""Lists of what is doubtful only where nobody is named: a friend may get "wash your hands".

What goes by its form as plain texts do counts less, so that it does not stop them.
"""


@dataclass(frozen=True)
class Example:
    """A text, and whether it is not to be sent as it stands."""

    text: str
    is_doubtful: bool
    is_for_nobody: bool = False
    """Whether it is doubtful only where nobody is named."""
    weight: float = 1.0
    """How much it counts."""


def examples(seed: int = 1) -> list[Example]:
    """Return all examples; the same ones for a seed."""
    draw = random.Random(seed)
    lists = _lists()
    plain = [with_names(draw, text) for text in plain_texts()]
    plain += filter(None, map(_in_whole_words, plain))
    found = [Example(text, is_doubtful=False, weight=_PLAIN_WEIGHT) for text in plain]
    named = (_somebody_for(draw, text) for text in plain)
    found += [Example(text, is_doubtful=False) for text in named if text]
    for most in (2, 2, 3):
        found += [Example(_joined(draw, plain, most), is_doubtful=False) for _ in plain]
    doubtful = set(_broken(draw, plain, lists)) | set(_others(draw, plain, lists))
    found += [Example(text, is_doubtful=True) for text in sorted(doubtful)]
    undirected = set(_undirected(draw, plain, lists))
    found += [
        Example(text, is_doubtful=True, is_for_nobody=True, weight=_WHOLE_WEIGHT)
        for text in sorted(undirected)
    ]
    found += _whole_texts()
    draw.shuffle(found)
    return [replace(example, text=with_names(draw, example.text)) for example in found]


def with_names(draw: random.Random, text: str) -> str:
    """Put other names for those of the lists, some with a last name that no list has."""
    names = _names()
    for name in ("oscar", "sandra"):
        if name in text:
            last = f" {draw.choice(names)}son" if draw.random() < _WITH_LAST_NAME else ""
            text = text.replace(name, f"{draw.choice(names)}{last}")
    return text


@cache
def _names() -> tuple[str, ...]:
    """Return names that are no words: the model is to know names by their class alone."""
    known = language("en-US")
    return tuple(sorted(known.given_names - known.words))


def _in_whole_words(text: str) -> str:
    """Return a text without what is shortened in it; "" where nothing is."""
    whole = " ".join(_WHOLE.get(word, word) for word in text.split())
    return whole if whole != text else ""


def _somebody_for(draw: random.Random, text: str) -> str:
    """Return a text with a name for "he" or "they"; "" where neither stands at its front."""
    words = text.split()
    if words[0] in ("he", "she") and len(words) > 2:
        return " ".join([draw.choice(_names()), *words[1:]])
    if words[0] in ("he's", "she's", "it's", "they're"):
        return " ".join([f"{draw.choice(_names())}'s", *words[1:]])
    if words[-1] in ("him", "her", "them"):
        return " ".join([*words[:-1], draw.choice(_names())])
    return ""


@cache
def plain_texts() -> tuple[str, ...]:
    """Return texts as people send them."""
    lines = _PLAIN.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _whole_texts() -> Iterator[Example]:
    """Yield doubtful texts as they were said."""
    for name, texts in _lists(_WHOLE_TEXTS).items():
        for text in texts:
            weight = _FOR_NOBODY.get(name, _WHOLE_WEIGHT)
            yield Example(text, True, is_for_nobody=name in _FOR_NOBODY, weight=weight)


@cache
def _lists(file: Path = _DOUBTFUL) -> dict[str, tuple[str, ...]]:
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: tuple(filter(None, text.splitlines())) for name, text in found.items()}


def _joined(draw: random.Random, plain: Sequence[str], most: int) -> str:
    """Plain texts in one breath are plain, too."""
    found = draw.choice(plain)
    for _ in range(most - 1):
        found = " ".join(filter(None, (found, draw.choice(_JOINS), draw.choice(plain))))
    return found


def _things(words: Sequence[str]) -> list[int]:
    return [at for at, word in enumerate(words) if word not in _LITTLE and "'" not in word]


def _broken(
    draw: random.Random, plain: Sequence[str], lists: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    """Yield texts with a break in them, of each sort."""
    content = sorted({text.split()[at] for text in plain for at in _things(text.split())})
    long = [text for text in plain if len(text.split()) > 4]
    for text in lists["breaks"]:
        for _ in range(2 * _OF_EACH):
            words = draw.choice(long).split()
            places = [at for at in _things(words) if at > 1] or [len(words) - 1]
            at = draw.choice(places)
            said = text.replace("{a}", words[at]).replace("{b}", draw.choice(content)).split()
            instead = draw.choice(content)
            start = max(0, at - draw.choice((0, 1, 1, 2)))
            again = [*words[start:at], instead, *words[at + 1 :]]
            yield " ".join([*words[: at + 1], *said, *again])
            if draw.random() < 0.5:
                yield " ".join([*words, *said, *words[start:at], instead])
            else:
                yield " ".join([*words[: at + 1], *said, instead, *words[at + 1 :]])
            cut = [at for at in range(1, len(words) - 1) if words[at] in _OPEN]
            if cut:
                end = draw.choice(cut) + 1
                yield " ".join([*words[:end], *said, *words[end:]])
                yield " ".join([*words[:end], *said, *draw.choice(plain).split()])
    for _ in range(len(lists["breaks"])):
        words = draw.choice(long).split()
        at = draw.choice(_things(words) or [len(words) - 1])
        swapped = [*words[:at], draw.choice(content), *words[at + 1 :]]
        yield " ".join([*words, *swapped])
        yield " ".join([*words[: at + 1], *swapped])


def _others(
    draw: random.Random, plain: Sequence[str], lists: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    long = [text for text in plain if len(text.split()) > 3]
    for text in lists["calls_off"]:
        for _ in range(_OF_EACH):
            words = draw.choice(long).split()
            yield f"{' '.join(words)} {text}"
            yield f"{' '.join(words[: draw.randrange(2, len(words))])} {text}"
    for text in lists["asides"]:
        for _ in range(2 * _OF_EACH):
            words = draw.choice(long).split()
            at = draw.randrange(1, len(words))
            yield " ".join([*words[:at], text, *words[at:]])
    yield from _led(draw, long, lists["manners"])
    yield from _cut(draw, plain, lists["unfinished"])
    behind = [form for form in lists["passes_on"] if form.startswith("{}")]
    yield from _passed(draw, plain, behind)


def _led(draw: random.Random, plain: Sequence[str], manners: Sequence[str]) -> Iterator[str]:
    """Yield texts behind words that tell how they are to be sent."""
    for text in manners:
        for lead in ("", "that", "that", "to tell them", "please that"):
            yield " ".join(filter(None, (text, lead, draw.choice(plain))))


def _cut(draw: random.Random, plain: Sequence[str], ends: Sequence[str]) -> Iterator[str]:
    """Yield texts that end unfinished."""
    things = sorted({text.split()[1] for text in plain if text.startswith("the ")})
    for text in ends:
        for _ in range(_OF_EACH if "{}" in text else 1):
            end = text.replace("{}", draw.choice(things))
            yield end
            yield f"{draw.choice(plain)} {draw.choice(_JOINS[3:7])} {end}"
    for text in plain:
        words = text.split()
        cut = [at for at in range(1, len(words) - 1) if words[at] in _OPEN]
        if cut:
            yield " ".join(words[: draw.choice(cut) + 1])


def _undirected(
    draw: random.Random, plain: Sequence[str], lists: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    yield from lists["to_the_device"]
    yield from lists["private"]
    yield from _passed(draw, plain, [one for one in lists["passes_on"] if not one.startswith("{}")])


def _passed(draw: random.Random, plain: Sequence[str], forms: Sequence[str]) -> Iterator[str]:
    for form in forms:
        for _ in range(_OF_EACH):
            text = form
            while "{}" in text:
                text = text.replace("{}", draw.choice(plain), 1)
            yield text
