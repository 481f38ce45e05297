"""A text put right where only its likeness tells what is wrong: "the valve is shut". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.wording.alike import (
    complement,
    last_place,
    last_thing,
    likeliest_place,
)
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.counting import before_the_hour, counted_anew
from skill.understanding.wording.number_runs import gap, of_its_kind, runs_of
from skill.understanding.wording.right_words import only_exclaims, right_words, without_one
from skill.understanding.wording.said_ahead import said_ahead

Span = tuple[int, int]

_EDGE = 2
_ALIKE_END = 2
"""So many last letters that are the same make two words alike: "adjourned", "postponed"."""
_OWNED = ("'s", "\u2019s")
_FRAMED = 3
"""Words of which the first and the last are the same have at least one between them."""


def proposed(text: str, dictated: str, language: Language) -> str | None:
    """Return a text with words in the place where they fit: "the valve is shut", "i meant off"."""
    phrase, old = Phrase(dictated), Phrase(text)
    start, end = right_words(phrase.spoken, language)
    if start >= end or not _corrects(phrase, start, end, language):
        return None
    if ahead := said_ahead(phrase.spoken[start:end], old.spoken):
        return phrase.between(start + ahead, end)
    says_it = _says_it(phrase.spoken, start, language)
    phrase = Phrase(_without_cleft(old, phrase, start, end, language))
    right, said = phrase.spoken, phrase.text
    is_hour = right in language.answers["before_the_hour"]
    count = before_the_hour(old, said, language) if is_hour else None
    if count := count or counted_anew(old, right, said, language):
        return count
    if stronger := _stronger(old, right, said, language):
        return stronger
    if run := _one_run(old, right, said, language, proposes=True):
        return run
    place = None if _is_shortened(old, right) else _frame(old.spoken, right)
    place = place or _opposite(old.spoken, right, language)
    if place is not None:
        return _changed(old, old.span(*place), said, language)
    if counted := of_its_kind(old, phrase, language, same_length=False):
        return counted
    if _is_said_anew(old.spoken, right):
        return said
    # "That's rubbish it's open" says of the gate what it is.
    likely = complement(old, right, language) if says_it else None
    likely = likely or (
        None if is_clause(right, language) else likeliest_place(old, right, language)
    )
    return _changed(old, likely, said, language) if likely else None


def guessed(text: str, dictated: str, language: Language) -> str | None:
    """Return a text that ends with other words: "oops terrace"; None where none can be guessed.

    Nothing but their place at the end says that they were wrong, so this is asked last.
    """
    phrase, old = Phrase(dictated), Phrase(text)
    start, end = right_words(phrase.spoken, language)
    if start >= end or not _corrects(phrase, start, end, language):
        return None
    right = phrase.spoken[start:end]
    if _says_it(phrase.spoken, start, language) and right[:1] not in language.determiners:
        return None
    place = last_place(old, right, language) or _like_complement(old, right, language)
    place = place or last_thing(old, right, language) or complement(old, right, language)
    return _changed(old, place, phrase.between(start, end), language) if place else None


def _corrects(phrase: Phrase, start: int, end: int, language: Language) -> bool:
    """Whether words stand around what is right that say that something was wrong."""
    is_led = start > 0 and not only_exclaims(phrase.spoken, start, language)
    return is_led or end < len(phrase)


def _says_it(spoken: NameWords, start: int, language: Language) -> bool:
    """Whether what is right says of something what it is: "no it's open", "it's actually fine"."""
    return any((word,) in language.be for word in spoken[max(0, start - 2) : start])


def says_anew(text: str, dictated: str) -> bool:
    """Whether a sentence is said again with little changed: "the soup was cold"."""
    old, new = Phrase(text).spoken, Phrase(dictated).spoken
    edge = min(len(old), _EDGE)
    framed = old[:edge] == new[:edge] or old[-edge:] == new[-edge:]
    return framed and old != new and _is_said_anew(old, new)


def is_clause(right: NameWords, language: Language) -> bool:
    """Whether words are a sentence of their own: "dinner is off"; "pipes are" is a part of one."""
    verbs = language.be | language.modals
    return any((word,) in verbs for word in right[1:-1])


def _changed(old: Phrase, place: Span, said: str, language: Language) -> str | None:
    """Return the text with words in the place of these characters; None where nothing changes.

    "The toaster" stands for the kettle of "the kettle's broken" alone.
    """
    is_owned = old.text[place[0] : place[1]].endswith(_OWNED) and not said.endswith(_OWNED)
    says_it = Phrase(said).spoken[-1:] in language.be
    end = place[1] - len(_OWNED[0]) if is_owned and not says_it else place[1]
    head, tail = old.text[: place[0]], old.text[end:]
    before, first = Phrase(head).spoken[-1:], Phrase(said).spoken[:1]
    if before == first and first in language.determiners:
        # "The plumber" for the boiler of "the boiler man": its article stands there.
        said = Phrase(said).after(1)
    changed = f"{head}{said}{gap(tail)}{tail}"
    return changed if Phrase(changed).spoken != old.spoken else None


def _is_shortened(old: Phrase, right: NameWords) -> bool:
    """Whether "pipes are" is said of a text with "pipe's", which only looks the same."""
    raw = old.text.casefold().replace("\u2019", "'").split()
    return any("'" in word and word.replace("'", "") in right for word in raw)


def _without_cleft(old: Phrase, phrase: Phrase, start: int, end: int, language: Language) -> str:
    """Return "the big" of "the big one", and "priya has it" of "priya that has it"."""
    spoken, known = phrase.spoken, language.answers
    end = without_one(spoken, start, end, language)
    for at in range(start + 1, end - 1):
        rest = spoken[at + 1 : end]
        stands = any(old.spoken[to : to + len(rest)] == rest for to in range(len(old)))
        if stands and (spoken[at],) in known["cleft"] and spoken[at] not in old.spoken:
            return f"{phrase.between(start, at)} {phrase.between(at + 1, end)}"
    return phrase.between(start, end)


def refused(text: str, dictated: str, language: Language) -> str | None:
    """Return the text corrected by "no the high school", "hang on half ten".

    Either is all that is said behind words of correction, and stands in for the only words of the
    text that it can: those between the same first and last words, or its only number.
    """
    phrase, old = Phrase(dictated), Phrase(text)
    start, end = right_words(phrase.spoken, language)
    if start >= end or (not start and end == len(phrase)):
        return None
    right, said = phrase.spoken[start:end], phrase.between(start, end)
    run = _one_run(old, right, said, language)
    if run := run or of_its_kind(old, Phrase(said), language, same_length=False):
        return run
    length = len(right)
    ends = [
        at
        for at in range(len(old) - length + 1)
        if length >= _FRAMED
        and old.spoken[at] == right[0]
        and old.spoken[at + length - 1] == right[-1]
        and old.spoken[at : at + length] != right
    ]
    return _exchanged_at(old, (ends[0], ends[0] + length), said) if len(ends) == 1 else None


def _like_complement(old: Phrase, right: NameWords, language: Language) -> Span | None:
    """Return the "adjourned" of a text for "postponed", which ends alike."""
    place = complement(old, right, language)
    if place is None or len(right) != 1:
        return None
    last = old.spoken[-1]
    return place if last[-_ALIKE_END:] == right[0][-_ALIKE_END:] else None


def _exchanged_at(old: Phrase, place: Span, said: str) -> str:
    start, stop = old.span(*place)
    return f"{old.text[:start]}{said}{gap(old.text[stop:])}{old.text[stop:]}"


def _one_run(
    old: Phrase, right: NameWords, said: str, language: Language, *, proposes: bool = False
) -> str | None:
    """Return the text with "eight four four" or "half past eight" in place of its only such run.

    A number that is only proposed may be for the hour, where there are others.
    """
    kind = _whole_kind(right, language)
    runs = [_with_a_clock(old.spoken, run, language) for run in runs_of(old.spoken, language)]
    places = [(at, end) for at, end, found in runs if found == kind]
    if len(places) > 1 and (proposes or _is_clock(right, language)):
        # "Half past eight" is for "at seven", not for "bus nine".
        led = language.answers["before_a_clock"]
        places = [place for place in places if old.spoken[place[0] - 1 : place[0]] in led]
    if not kind or len(places) != 1 or old.spoken[slice(*places[0])] == right:
        return None
    return _exchanged_at(old, places[0], said)


def _is_clock(right: NameWords, language: Language) -> bool:
    known = language.answers
    before = longest_at(known["before_the_hour"], right, 0)
    return bool(before or longest_before(known["behind_the_hour"], right, len(right)))


def _whole_kind(right: NameWords, language: Language) -> str:
    """Return the kind of words that are one number, day or month and no more; "" for others."""
    runs = [_with_a_clock(right, run, language) for run in runs_of(right, language)]
    return runs[0][2] if len(runs) == 1 and runs[0][:2] == (0, len(right)) else ""


def _with_a_clock(
    spoken: NameWords, run: tuple[int, int, str], language: Language
) -> tuple[int, int, str]:
    """Return a run with the "half past" before it and the "pm" behind it."""
    at, end, kind = run
    if kind != "number":
        return run
    at -= longest_before(language.answers["before_the_hour"], spoken[:at], at)
    end += longest_at(language.answers["behind_the_hour"], spoken, end)
    return at, end, kind


def _stronger(old: Phrase, right: NameWords, said: str, language: Language) -> str | None:
    """Return "the stairs are very wet" of "very wet", where the last word stands in it once."""
    *degrees, last = right
    places = [at for at, word in enumerate(old.spoken) if word == last]
    known = language.answers["degrees"]
    if not degrees or len(places) != 1 or any((word,) not in known for word in degrees):
        return None
    if kind_of(last, language):
        # "Not thursday" says nothing of how much.
        return None
    start, end = old.span(places[0], places[0] + 1)
    return f"{old.text[:start]}{said}{old.text[end:]}"


def _frame(old: NameWords, right: NameWords) -> Span | None:
    """Return the only run of a text that shares its first or last words with what is right."""
    length, best = len(right), 0
    found: list[int] = []
    for at in range(len(old) - length + 1):
        run = old[at : at + length]
        same = [one == other for one, other in zip(run, right, strict=True)]
        framed = (same[0] or same[-1]) and sum(same) * 2 >= length and _differs_once(same)
        if framed and sum(same) >= best:
            found = [at] if sum(same) > best else [*found, at]
            best = sum(same)
    # "The steinway" may be for any "the ..."; what the text ends with was said last.
    last = [at for at in found if at + length == len(old)]
    one = found if len(found) == 1 else last
    return (one[0], one[0] + length) if one and length > 1 else None


def _differs_once(same: list[bool]) -> bool:
    """Whether the words that differ stand together: else it is another sentence."""
    other = [at for at, is_same in enumerate(same) if not is_same]
    return bool(other) and other[-1] - other[0] == len(other) - 1


def _is_said_anew(old: NameWords, right: NameWords) -> bool:
    """Whether a whole sentence is said again: most of the old one's words are in it."""
    kept = sum(word in right for word in set(old))
    return len(right) >= len(old) and kept * 2 > len(set(old))


def _opposite(old: NameWords, right: NameWords, language: Language) -> Span | None:
    """Return the only word of a text that is the opposite of the one that is right."""
    if len(right) != 1:
        return None
    pairs = language.answers["opposites"]
    places = [
        at for at, word in enumerate(old) if (word, right[0]) in pairs or (right[0], word) in pairs
    ]
    return (places[0], places[0] + 1) if len(places) == 1 else None
