"""Which of those that were offered: "the second one", "number two", "the last". Pure."""

from postbox.directory.names.ear import in_digits
from postbox.directory.names.words import words
from skill.understanding.language import language


def position(spoken: str, offered: int, locale: str) -> int | None:
    """Return the place among the offered, from 0, or None where no place is named."""
    known = language(locale)
    said = [word.spoken for word in words(spoken)]
    bare = [word for word in said if (word,) not in known.around_positions] or said[-1:]
    if len(bare) != 1:
        return None
    if (bare[0],) in known.last:
        return offered - 1
    number = in_digits(bare)[0]
    place = int(number) if number.isdecimal() else _ordinal(number, known.ordinals)
    return place - 1 if 1 <= place <= offered else None


def _ordinal(word: str, ordinals: tuple[str, ...]) -> int:
    return ordinals.index(word) + 1 if word in ordinals else 0
