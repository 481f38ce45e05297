"""How many, and how long before or past the hour, put right in a text. Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.places.number_runs import gap, runs_of

_PLURALS = ("es", "s")
_STEM = 3
"""A word that has no more letters than these is no noun of which there are several."""


def before_the_hour(old: Phrase, said: str, language: Language) -> str | None:
    """Return "at half past four" of "at four", or of "at ten to four", and "half past".

    None where no hour, and nothing like "ten to", stands in it once.
    """
    known = language.answers["before_the_hour"]
    leads = [
        (at, at + length)
        for at in range(1, len(old))
        if (length := longest_at(known, old.spoken, at))
    ]
    leads = [span for span in leads if not any(_is_within(span, other) for other in leads)]
    if len(leads) == 1:
        first, last = old.span(*leads[0])
        return f"{old.text[:first]}{said}{gap(old.text[last:])}{old.text[last:]}"
    hours = [run for run in runs_of(old.spoken, language) if run[2] == "number"]
    if len(hours) != 1 or leads:
        return None
    at = old.span(*hours[0][:2])[0]
    return f"{old.text[:at]}{said} {old.text[at:]}"


def _is_within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether it is the "quarter to" of "a quarter to"."""
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def counted_anew(old: Phrase, right: NameWords, said: str, language: Language) -> str | None:
    """Return "bring two boxes" of "bring a box" and "two boxes"; None where it stands not once."""
    *numbers, noun = right
    counts = all(kind_of(word, language) == "number" for word in numbers)
    if not numbers or not counts or kind_of(noun, language) or len(noun) <= _STEM:
        return None
    places = [at for at, word in enumerate(old.spoken) if _stems(word) & _stems(noun)]
    if len(places) != 1:
        return None
    first, last = places[0], places[0] + 1
    while first and kind_of(old.spoken[first - 1], language) == "number":
        first -= 1
    if first == places[0]:
        first -= old.spoken[first - 1 : first] in language.indefinite if first else 0
    start, stop = old.span(first, last)
    changed = f"{old.text[:start]}{said}{gap(old.text[stop:])}{old.text[stop:]}"
    return changed if Phrase(changed).spoken != old.spoken else None


def _stems(word: str) -> set[str]:
    """Return the forms that a word and its plural share."""
    return {word, *(word.removesuffix(ending) for ending in _PLURALS)}
