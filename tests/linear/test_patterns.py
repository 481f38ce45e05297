"""Every pattern that reads what others wrote takes work in proportion to the text's length."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings, strategies as st

from tests.linear.fragments import FRAGMENTS, HEADS, TAILS
from tests.linear.rooms import patterns
from tests.linear.steps import Matcher, TooMuchWork, has_no_end, steps

PATTERNS = patterns()
_NAMED = {pattern: name for name, pattern in PATTERNS.items()}
LOOPING = [name for pattern, name in _NAMED.items() if has_no_end(pattern)]
"""Each pattern once; the others look at a limited number of characters from each place on."""
SHORT, LONG = 8, 32
"""Repetitions; four times as many may be so many times the work:"""
MOST_GROWTH = 6.0
FEW = 8
"""Steps a character: with no more of them at the longer text there is nothing that grows."""
MOST = 400_000


def texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what opens something in the pattern, a fragment, and what may spoil its end."""
    heads = ["", *(head for head in HEADS if head.strip()[:1] in pattern.pattern)]
    for at, fragment in enumerate(FRAGMENTS):
        yield "", fragment, ""
        for nth, head in enumerate(heads if len(fragment) == 1 else heads[:2]):
            yield head, fragment, TAILS[1 + (at + nth) % (len(TAILS) - 1)]


def growth(pattern: re.Pattern[str], head: str, fragment: str, tail: str) -> float:
    """Return how much more work a text of four times the length is; 0 for what is little anyway."""
    long = f"{head}{fragment * LONG}{tail}"
    try:
        many = steps(pattern, long, MOST)
    except TooMuchWork:
        return float("inf")
    if many < FEW * len(long):
        return 0.0
    return many / steps(pattern, f"{head}{fragment * SHORT}{tail}", MOST)


@pytest.mark.parametrize("name", LOOPING)
def test_a_pattern_takes_work_in_proportion_to_the_text(name: str):
    pattern = PATTERNS[name]
    grown = {text: growth(pattern, *text) for text in texts(pattern)}
    worst = max(grown, key=lambda length: grown[length])
    assert grown[worst] < MOST_GROWTH, worst


def test_patterns_were_found():
    assert len(PATTERNS) > 40


@pytest.mark.parametrize(
    ("careless", "fragment", "tail"),
    [
        (r"a+b", "a", ""),
        (r"(?:- ?)+x", "- ", ""),
        (r"(?:- ?)*(?:- ?)*x", "-", ""),
        (r"^(?:[ \t]*:?-{3,}:?[ \t]*\|?)+$", "-", "x"),
        (r"\s+$", " ", "x"),
        (r"<.*?>", "<", ""),
        (r"(.*?)[ \t]*#*$", " ", "x"),
    ],
)
def test_a_careless_pattern_is_noticed(careless: str, fragment: str, tail: str):
    assert growth(re.compile(careless), "", fragment, tail) > MOST_GROWTH


@given(
    st.sampled_from(sorted(PATTERNS)),
    st.lists(st.sampled_from([*FRAGMENTS, "b", "C12345678", "30 "]), max_size=10),
)
@settings(max_examples=400)
def test_steps_are_counted_of_what_re_finds(name: str, parts: list[str]):
    text, pattern = "".join(parts), PATTERNS[name]
    found = [match.span() for match in pattern.finditer(text)]
    assert Matcher(pattern, text, MOST).search_all() == found
