"""How long a reading will take, said where it is more than a minute."""

from collections.abc import Iterable

from skill.reading.finding import Found
from skill.reading.planning.groups import Group
from skill.reading.planning.lines import Lines
from skill.reading.reader import Reader
from skill.rendering.amounts import length
from skill.speech.keys import Key

_MINUTE = 60
CHARACTERS_A_SECOND = 15.0
"""Of English at the usual rate of speech: about 180 words a minute."""
WORTH_SAYING = 60.0
"""Seconds; what takes less is read without a word about it."""


def time_of(found: Found, reader: Reader) -> tuple[Key, str]:
    """Return the key of a sentence about the time, and the time in words, "" for a short one."""
    lines = Lines(listener=reader.listener, parents={}, names_places=False)
    seconds = seconds_of(found.groups, lines, reader.listener.rate)
    if seconds < WORTH_SAYING:
        return "takes_no_minute", ""
    said = length(round(seconds / _MINUTE) * _MINUTE, reader.request.phrases)
    is_more = bool(found.others) or any(group.more for group in found.groups)
    return "takes_more_than" if is_more else "takes_about", said


def seconds_of(groups: Iterable[Group], lines: Lines, rate: int) -> float:
    """Return how long these groups take, in seconds, at a rate in per cent of the usual one."""
    texts = (lines.line(waiting) for group in groups for waiting in group.waiting)
    characters = sum(len(line.author) + len(line.text) for line in texts)
    return characters / CHARACTERS_A_SECOND * 100 / rate
