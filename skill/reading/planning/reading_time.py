"""How long it takes to read what waits. Pure."""

from collections.abc import Iterable

from skill.reading.planning.groups import Group
from skill.reading.planning.lines import Lines

CHARACTERS_A_SECOND = 15.0
"""Of English at the usual rate of speech: about 180 words a minute."""
WORTH_SAYING = 60.0
"""Seconds; what takes less is read without a word about it."""


def seconds_of(groups: Iterable[Group], lines: Lines, rate: int) -> float:
    """Return how long these groups take, in seconds, at a rate in per cent of the usual one."""
    texts = (lines.line(waiting) for group in groups for waiting in group.waiting)
    characters = sum(len(line.author) + len(line.text) for line in texts)
    return characters / CHARACTERS_A_SECOND * 100 / rate
