"""Who is pointed out by letters, "the one with an s", or by place, "the second one". Pure."""

from dataclasses import dataclass

from postbox.directory.names.ear import in_digits
from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import words
from skill.understanding.language import Language, language, longest_at, longest_before
from skill.understanding.phrase import Phrase


@dataclass(frozen=True)
class Letters:
    """What an answer says of a name's letters."""

    first: str
    """The letters that it begins with, as many as were said."""
    others: str = ""
    """What else was said, without what leads to the letters: the name itself, mostly."""


def letters(dictated: str, language: Language) -> Letters | None:
    """Return the letters that words tell of a name; None where they tell none."""
    phrase = Phrase(dictated)
    end = len(phrase)
    while length := longest_before(language.answers["closing_fillers"], phrase.spoken[:end], end):
        end -= length
    spoken = phrase.spoken[:end]
    found = _spelled(spoken, language) or _for_a_word(spoken, language)
    if found is None:
        return None
    first, start = found
    while length := longest_before(language.answers["before_letters"], spoken[:start], start):
        start -= length
    return Letters(first, phrase.between(0, start) if start else "")


def _spelled(spoken: NameWords, language: Language) -> tuple[str, int] | None:
    """Return the letters at the end, and where they begin: several, or one that is led to."""
    at = len(spoken)
    while at and len(spoken[at - 1]) == 1 and spoken[at - 1].isalpha():
        at -= 1
    count = len(spoken) - at
    if count == 1 and len(spoken) > 1:
        # "The one with a p": what leads to it ends with an article, or is one word of a name.
        led = longest_before(language.answers["before_letters"], spoken[:at], at)
        return (spoken[-1], at) if led or len(spoken) == len(("kevin", "p")) else None
    # "With an a" has an article, which is a letter of no name.
    while count > 1 and (spoken[at],) in language.determiners:
        at, count = at + 1, count - 1
    return ("".join(spoken[at:]), at) if count else None


def _for_a_word(spoken: NameWords, language: Language) -> tuple[str, int] | None:
    """Return the letter of "p for peter", "with s as in sugar", and where it stands."""
    for at, word in enumerate(spoken[:-2]):
        joint = longest_at(language.answers["letter_as_in"], spoken, at + 1)
        behind = at + 1 + joint
        if len(word) == 1 and joint and spoken[behind : behind + 1]:
            is_last = behind + 1 == len(spoken)
            return (word, at) if is_last and spoken[behind].startswith(word) else None
    return None


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


def position_within(spoken: NameWords, offered: int, locale: str) -> tuple[int, int, int] | None:
    """Return the only place that words point to, and where: "rover get down the first one".

    Returns: the place among the offered, from 0; the first word of it; the word behind it.
    """
    known = language(locale)
    found: list[tuple[int, int, int]] = []
    for at in range(len(spoken)):
        led = longest_at(known.determiners, spoken, at)
        ordinal = longest_at(known.last, spoken, at + led) or 1
        pointed = known.answers["standing_for_it"] | known.asked["persons"]
        one = longest_at(pointed, spoken, at + led + ordinal)
        end = at + led + ordinal + one
        place = position(" ".join(spoken[at : end - one]), offered, locale) if led else None
        if place is not None and (one or end == len(spoken)):
            found.append((place, at, end))
    return found[0] if len(found) == 1 else None


def _ordinal(word: str, ordinals: tuple[str, ...]) -> int:
    return ordinals.index(word) + 1 if word in ordinals else 0
