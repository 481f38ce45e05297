"""Words made short: they end where a sentence or a clause does, else with a whole word. Pure."""

import re

from skill.speech.phrases import Phrases

_SENTENCE = re.compile(r"[.!?…][\"')\]”’]*(?=\s)|[。！？]")
_CLAUSE = re.compile(r"[,;:–—](?=\s)|[、，；：]")
_SPACE = re.compile(r"(?=\s)")
_LEAST_SHARE = 0.4
"""A text is said so far at least before a better place to stop is of interest."""
_LOOSE = " ,;:–—、，；：-"


def shortened(words: str, most: int, phrases: Phrases) -> str:
    """Return words in at most so many characters; what is cut short ends with an ellipsis.

    A text whose very first word is longer than that is only said to be one.
    """
    if len(words) <= most:
        return words
    room = most - 1
    for pattern, least, mark in (
        (_SENTENCE, int(room * _LEAST_SHARE), ""),
        (_CLAUSE, int(room * _LEAST_SHARE), "…"),
        (_SPACE, 0, "…"),
    ):
        end = _last_end(pattern, words, least, room)
        kept = words[:end].rstrip() if not mark else words[:end].rstrip(_LOOSE)
        if kept:
            return kept + mark
    return phrases.plain("something_long")


def _last_end(pattern: re.Pattern[str], words: str, least: int, most: int) -> int:
    # One more character is looked at: what comes behind the end tells whether it is one.
    ends = [found.end() for found in pattern.finditer(words, least, most + 1)]
    return max((end for end in ends if 0 < end <= most), default=0)
