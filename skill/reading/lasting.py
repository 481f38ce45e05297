"""How long a reading will take, said where it is more than a minute."""

from skill.reading.finding import Found
from skill.reading.planning.lines import Lines
from skill.reading.planning.reading_time import WORTH_SAYING, seconds_of
from skill.reading.reader import Reader
from skill.rendering.amounts import length
from skill.speech.keys import Key

_MINUTE = 60


def time_of(found: Found, reader: Reader) -> tuple[Key, str]:
    """Return the key of a sentence about the time, and the time in words, "" for a short one."""
    lines = Lines(listener=reader.listener, parents={}, names_places=False)
    seconds = seconds_of(found.groups, lines, reader.listener.rate)
    if seconds < WORTH_SAYING:
        return "takes_no_minute", ""
    said = length(round(seconds / _MINUTE) * _MINUTE, reader.turn.phrases)
    is_more = bool(found.others) or any(group.more for group in found.groups)
    return "takes_more_than" if is_more else "takes_about", said
