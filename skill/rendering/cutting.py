"""Long messages in parts: each ends with a sentence where it can, and never within a word."""

import re
from dataclasses import dataclass

from skill.speech.phrases import Phrases
from skill.speech.ssml import to_ssml

MAX_CHARACTERS = 6000
"""Of SSML in one answer; Alexa says nothing at all above 8,000."""

_SENTENCE = re.compile(r"[.!?…。！？।؟][\"')\]”’]*\s|[。！？]")
_CLAUSE = re.compile(r"[,;:–—、，]\s|[、，]")
_SPACE = re.compile(r"\s")
_LEAST_SHARE = 0.5
"""A part is filled at least so far before a better place to stop is of interest."""


@dataclass(frozen=True)
class Cut:
    """The first part, and what is left for "Shall I go on?"."""

    said: str
    left: str = ""


def cut(words: str, room: int = MAX_CHARACTERS) -> Cut:
    """Cut words so that the first part has at most so many characters as SSML."""
    if len(words) * 5 <= room or len(to_ssml(words)) <= room:
        return Cut(words)
    end = _fitting(words, room)
    end = _good_end(words, end)
    return Cut(words[:end].rstrip(), words[end:].lstrip())


def answer(words: str, phrases: Phrases) -> Cut:
    """Return words as one whole answer; a long one ends with the question whether to go on."""
    if not cut(words).left:
        return Cut(words)
    question = phrases.plain("more_of_the_message")
    parts = cut(words, MAX_CHARACTERS - len(to_ssml(question)) - 1)
    return Cut(f"{parts.said} {question}", parts.left)


def _fitting(words: str, room: int) -> int:
    """Return how many characters fit."""
    low, high = 1, min(len(words), room)
    while low < high:
        middle = (low + high + 1) // 2
        if len(to_ssml(words[:middle])) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _good_end(words: str, most: int) -> int:
    """Return the last place up to `most` to stop at: a sentence's end, a clause's, a word's."""
    least = int(most * _LEAST_SHARE)
    for pattern, first in ((_SENTENCE, least), (_CLAUSE, least), (_SPACE, 0)):
        ends = [found.end() for found in pattern.finditer(words, first, most + 1)]
        ends = [end for end in ends if 0 < end <= most + 1]
        if ends:
            return ends[-1]
    return most
