"""What may be said instead of what: a day for a day, a number for a number. Pure."""

from collections.abc import Sequence

from postbox.directory.names.ear import in_digits
from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language

_ALIKE = ("colours", "sides", "meals", "parts_of_day", "sizes")
"""Lists of words any of which may be said instead of another."""
KINDS = ("day", "month", "ordinal", "number", "place", "name", *_ALIKE)
"""What `kind_of` tells apart."""


def kind_of(word: str, language: Language) -> str:
    """Return whether a word is a day, a number, a name, a colour or the like; "" for none."""
    if (word,) in language.signs["days"]:
        return "day"
    if (word,) in language.signs["months"]:
        return "month"
    if word in language.ordinals or (word,) in language.signs["dates"]:
        return "ordinal"
    if _is_number(word) or (word,) in language.signs["hours"] | language.signs["counted_by"]:
        return "number"
    alike = next((kind for kind in _ALIKE if (word,) in language.signs[kind]), "")
    if (word,) in language.places and word not in language.words:
        return "place"
    is_name = word in language.given_names and word not in language.words
    return alike or ("name" if is_name else "")


def _is_number(word: str) -> bool:
    digits: Sequence[str] = in_digits([word])
    return bool(digits) and digits[0].isdecimal()


def _is_of_run(before: NameWords, place: int, kind: str, language: Language) -> bool:
    """Whether a word goes with those of a kind behind it: the "oh" of "two oh four"."""
    if kind_of(before[place], language) == kind:
        return True
    glue = (before[place],) in language.signs["number_glue"]
    joins = (before[place],) in language.conjunctions
    glue = glue or (joins and before[place - 1 : place] in language.signs["counted_by"])
    return kind == "number" and glue and place > 0 and kind_of(before[place - 1], language) == kind


def first_of_kind(
    before: NameWords, place: int, after: NameWords, language: Language
) -> int | None:
    """Return where a number of several words begins; None where too little stands instead."""
    kind, first = kind_of(before[place], language), place
    while first and _is_of_run(before, first - 1, kind, language):
        first -= 1
    glue = language.signs["number_glue"]
    alone = all(kind_of(word, language) or (word,) in glue for word in before[first:])
    if alone:
        return first
    is_enough = len(after) >= len(before) - first
    return first if is_enough and _keeps_its_thing(before, place, after, language) else None


def first_of_run(words: NameWords, place: int, kind: str, language: Language) -> int:
    """Return where "two hundred and ten" begins that ends at a word; other kinds are one word."""
    while kind == "number" and place and _is_of_run(words, place - 1, kind, language):
        place -= 1
    return place


def end_of_run(words: NameWords, place: int, kind: str, language: Language) -> int:
    """Return where "fifty four" ends that begins at a word."""
    end = place + 1
    while kind == "number" and end < len(words) and kind_of(words[end], language) == kind:
        end += 1
    return end


def _keeps_its_thing(before: NameWords, place: int, after: NameWords, language: Language) -> bool:
    """Whether what stands behind a number is said again, or another thing is, behind the right one.

    So it is with "six chairs no seven chairs" and "six chairs no seven stools in the hall"; but of
    "six chairs no seven please" and "six kilos of rice no seven kilos by noon" words would be lost.
    """
    tail = before[place + 1 :]
    again = after[end_of_run(after, 0, kind_of(after[0], language), language) :]
    leads = language.prepositions | language.to | language.into | language.at
    if not tail:
        return True
    if any((word,) in leads and word not in again for word in tail):
        return False
    if again[:1] == tail[:1]:
        return True
    small = leads | language.conjunctions | language.politeness | language.pronouns
    small = small | language.be | language.modals | language.clauses | language.times
    small = small | language.adverbs | language.answers["courtesies"] | language.determiners
    return bool(again) and (tail[0],) not in leads and again[:1] not in small
