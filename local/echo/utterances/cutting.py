"""What stands in a slot, cut out of the utterance as it was typed."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from local.echo.utterances.words import Word

_AFTER_CARRIER = re.compile(r"[.,;:!?\u2026\u2013\u2014-]+(?=\s)")
_LEADING_COMMA = re.compile(r"\A[,\uff0c\u060c\u3001]\s*")


def span(said: Sequence[Word], characters: tuple[int, int]) -> tuple[int, int]:
    """Return from which to before which word a stretch of the spoken words, joined, reaches."""
    starts, at = [], 0
    for word in said:
        starts.append(at)
        at += len(word.spoken) + 1
    start, end = characters
    return bisect_left(starts, start), bisect_left(starts, end)


def cut(text: str, said: Sequence[Word], first: int, last: int) -> str:
    """Return what was typed from word `first` to before word `last`, with all that surrounds it."""
    start = said[first - 1].end if first else 0
    end = said[last].start if last < len(said) else len(text)
    raw = text[start:end]
    pause = _AFTER_CARRIER.match(raw) if first else None
    if pause:
        return raw[pause.end() :].strip()
    return _LEADING_COMMA.sub("", raw.strip(), count=1) if first else raw.strip()
