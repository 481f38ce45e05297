"""Which texts are to be heard before they are posted, so that a question is right.

The design says so of a name at an edge of a text that is for nobody named, of a preposition with a
name behind it there or where the text may ask for it, of words of correction and a time in front,
and of what one does not say in a public place. It is told here from the workspace's names and from
lists of this benchmark's own (read_back.toml): what is measured has others.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from benchmarks.understanding.case import CERTAIN, DEFAULT, DOUBTFUL, Case
from benchmarks.understanding.made.truth import Truth

_LONGEST_NAME = 6
_LONGEST_THING = 4
_SOON = slice(2, 4)
"""Where "minutes" stands in "in ten minutes", "in twenty five minutes"."""


@dataclass(frozen=True)
class Lists:
    """The words of read_back.toml."""

    prepositions: frozenset[str]
    articles: frozenset[str]
    little: frozenset[str]
    corrections: tuple[str, ...]
    taken_back: frozenset[str]
    units: frozenset[str]
    times: tuple[str, ...]
    asks_at_the_end: frozenset[str]
    particles: frozenset[str]
    hands_over: frozenset[str]
    tactless: tuple[str, ...]


@cache
def lists() -> Lists:
    """Read the lists."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    prepositions, articles = _words(table["prepositions"]), _words(table["articles"])
    return Lists(
        prepositions=prepositions,
        articles=articles,
        little=_words(table["little"]) | prepositions | articles,
        corrections=tuple(table["corrections"]),
        taken_back=_words(table["taken_back"]),
        units=_words(table["units"]),
        times=tuple(table["times"]),
        asks_at_the_end=_words(table["asks_at_the_end"]),
        particles=_words(table["particles"]),
        hands_over=_words(table["hands_over"]),
        tactless=(*table["secrets"], *table["delicate"], *table["endearments"]),
    )


def with_questions(case: Case, truth: Truth, channels: frozenset[str]) -> Case:
    """Return a case with a question as right as an answer where its text is to be heard first.

    Args:
        case: as its kind made it.
        truth: who has which name.
        channels: the ids of all channels.
    """
    if case.wanted not in {CERTAIN, DEFAULT}:
        return case
    words = case.text.split()
    for_nobody = case.wanted == DEFAULT
    public = for_nobody or not channels.isdisjoint(case.recipients)
    doubt = says_anew(words) or begins_with_a_time(words) or (public and needs_tact(words))
    doubt = doubt or (for_nobody and speaks_of_a_name(words, truth))
    doubt = doubt or (f" {case.text} to " in f"{case.phrase} " and asks_for_somebody(words))
    return replace(case, also=case.also | {DOUBTFUL}) if doubt else case


def speaks_of_a_name(words: Sequence[str], truth: Truth) -> bool:
    """Whether a name begins or ends a text, or stands behind a preposition in it."""
    known = lists()
    starts = _spans(words, 0)
    ends = (words[-length:] for length in _lengths(words))
    led = (
        span
        for place, word in enumerate(words)
        if word in known.prepositions
        for span in _spans(words, place + 1)
    )
    return any(_is_a_name(span, truth) for span in (*starts, *ends, *led))


def asks_for_somebody(words: Sequence[str]) -> bool:
    """Whether "to somebody" behind a text may be its own end: "they replied", "i lost the race"."""
    known = lists()
    bare = words[:-1] if words[-1] in known.particles and len(words) > 1 else words
    if bare[-1] in known.asks_at_the_end:
        return True
    verbs = [at for at, word in enumerate(words) if word in known.hands_over]
    thing = words[verbs[-1] + 1 :] if verbs else []
    return 1 < len(thing) <= _LONGEST_THING and thing[0] in known.articles


def needs_tact(words: Sequence[str]) -> bool:
    """Whether a text holds a secret, a delicate matter or words of love."""
    return _has(words, lists().tactless)


def says_anew(words: Sequence[str]) -> bool:
    """Whether words of correction stand in a text, or end it where "to ..." follows."""
    return _has(words, lists().corrections) or words[-1] in lists().taken_back


def begins_with_a_time(words: Sequence[str]) -> bool:
    """Whether a text begins with when it may be to be sent: "in ten minutes ...", "at noon ..."."""
    soon = words[:1] == ["in"] and not lists().units.isdisjoint(words[_SOON])
    return soon or any(" ".join(words).startswith(f"{time} ") for time in lists().times)


def _has(words: Sequence[str], phrases: Iterable[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _spans(words: Sequence[str], at: int) -> Iterator[Sequence[str]]:
    """Yield the words from a place on that may be a name, with an article before them or not."""
    led = not lists().articles.isdisjoint(words[at : at + 1])
    rest = words[at + led :]
    yield from (rest[:length] for length in _lengths(rest))


def _lengths(words: Sequence[str]) -> range:
    return range(1, min(_LONGEST_NAME, len(words)) + 1)


def _is_a_name(words: Sequence[str], truth: Truth) -> bool:
    """Whether somebody or some place is called so, or was until they left."""
    if lists().little.issuperset(words):
        return False
    spoken = " ".join(words)
    return bool(truth.bearers(spoken) or truth.gone_as_written(spoken))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())
