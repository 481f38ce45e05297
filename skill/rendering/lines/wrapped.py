"""Lines that go on in the next one, as old mail programs and terminals break them."""

from collections.abc import Iterable

from skill.rendering.terms.vocabulary import vocabulary
from skill.speech.phrases import Phrases

_ENDS = tuple(".!?:;…。！？|")
_LEAST_OF_A_WRAPPED_LINE, _LEAST_WORDS = 45, 4


def rejoined(lines: Iterable[str], phrases: Phrases) -> list[str]:
    """Return lines, those that go on joined with what they go on with."""
    whole: list[list[str]] = []
    for line in lines:
        if whole and _goes_on(whole[-1][-1], line, phrases):
            whole[-1].append(line.strip())
        else:
            whole.append([line])
    return [" ".join(parts) for parts in whole]


def _goes_on(line: str, following: str, phrases: Phrases) -> bool:
    before, after = line.rstrip(), following.strip()
    if not before or not after or before.endswith(_ENDS) or not after[0].isalnum():
        return False
    if after[0].isdigit():
        return len(before) >= _LEAST_OF_A_WRAPPED_LINE and is_open(before, phrases)
    if after[0].isupper():
        return len(before) >= _LEAST_OF_A_WRAPPED_LINE and is_open(before, phrases)
    if not after[0].islower():
        return False
    words = before.split()
    is_long = len(before) >= _LEAST_OF_A_WRAPPED_LINE and len(words) >= _LEAST_WORDS
    return (
        is_long
        or (len(words) > 1 and is_open(before, phrases))
        or (before.endswith(",") and len(words) > 2)
    )


def is_open(line: str, phrases: Phrases) -> bool:
    """Whether a line ends with a word that wants another one."""
    words = line.split()
    return bool(words) and words[-1].lower() in vocabulary(phrases.locale).going_on
