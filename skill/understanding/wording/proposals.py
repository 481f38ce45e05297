"""A text put right where only its likeness tells what is wrong: "the valve is shut". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.wording.anew import framed_place, is_clause, is_said_anew
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.corrections.said_ahead import said_ahead
from skill.understanding.wording.places.alike import (
    complement,
    last_place,
    last_thing,
    likeliest_place,
)
from skill.understanding.wording.places.counting import before_the_hour, counted_anew
from skill.understanding.wording.places.led import cuts_a_phrase, led_place
from skill.understanding.wording.places.likely import may_stand_for
from skill.understanding.wording.places.number_runs import exchanged_at, gap, of_its_kind, one_run
from skill.understanding.wording.places.right_words import only_exclaims, right_words, without_one

Span = tuple[int, int]

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
    led = phrase.spoken[:start]
    is_weak = _is_weakly_led(led, language)
    joins = is_weak and any((word,) in language.conjunctions for word in led)
    says_it = _says_it(phrase.spoken, start, language) and not is_weak
    phrase = Phrase(_without_cleft(old, phrase, start, end, language))
    return (
        _counted(old, phrase, language)
        or _framed(old, phrase, language, is_weak=is_weak)
        or of_its_kind(old, phrase, language, same_length=False)
        or (phrase.text if is_said_anew(old.spoken, phrase.spoken) else None)
        or _like(old, phrase, language, says_it=says_it, joins=joins)
    )


def _counted(old: Phrase, phrase: Phrase, language: Language) -> str | None:
    """Return the text with another number, hour, day or degree: "half past", "two boxes"."""
    right, said = phrase.spoken, phrase.text
    is_hour = right in language.answers["before_the_hour"]
    count = before_the_hour(old, said, language) if is_hour else None
    return (
        count
        or counted_anew(old, right, said, language)
        or _stronger(old, right, said, language)
        or one_run(old, right, said, language, proposes=True)
    )


def _like(
    old: Phrase, phrase: Phrase, language: Language, *, says_it: bool, joins: bool
) -> str | None:
    """Return the text with words in the place of what they are like, or led like.

    "And shut the gate" (`joins`) is like nothing.
    "That's rubbish it's open" (`says_it`) says of the gate what it is.
    """
    right, said = phrase.spoken, phrase.text
    if joins:
        return None
    if says_it and (place := complement(old, right, language)):
        return _of_its_like(old, place, said, language)
    if led := led_place(old, right, language):
        return _changed(old, led, said, language)
    likely = None if is_clause(right, language) else likeliest_place(old, right, language)
    return _of_its_like(old, likely, said, language) if likely else None


def _framed(old: Phrase, phrase: Phrase, language: Language, *, is_weak: bool) -> str | None:
    """Return the text with words in the place of those that share an end, or are the opposite.

    "And the bill" (`is_weak`) shares no more than an article with it.
    """
    right, said = phrase.spoken, phrase.text
    place = None if _is_shortened(old, right) else framed_place(old.spoken, right)
    shared = set(old.spoken[slice(*place)]) & set(right) if place else set()
    only_articles = all((word,) in language.determiners for word in shared)
    if place and ((is_weak and only_articles) or cuts_a_phrase(old.spoken, place, right, language)):
        return None
    if place is None and (place := _opposite(old.spoken, right, language)):
        return _changed(old, old.span(*place), said, language)
    return _of_its_like(old, old.span(*place), said, language) if place else None


def guessed(text: str, dictated: str, language: Language) -> str | None:
    """Return a text that ends with other words: "oops terrace"; None where none can be guessed.

    Nothing but their place at the end says that they were wrong, so this is asked last.
    """
    phrase, old = Phrase(dictated), Phrase(text)
    start, end = right_words(phrase.spoken, language)
    if start >= end or not _corrects(phrase, start, end, language):
        return None
    right = phrase.spoken[start:end]
    if start and end == len(phrase) and _is_weakly_led(phrase.spoken[:start], language):
        return None
    if _says_it(phrase.spoken, start, language) and right[:1] not in language.determiners:
        return None
    place = last_place(old, right, language) or _like_complement(old, right, language)
    place = place or last_thing(old, right, language) or complement(old, right, language)
    return _of_its_like(old, place, phrase.between(start, end), language) if place else None


def _of_its_like(old: Phrase, place: Span, said: str, language: Language) -> str | None:
    """Return the text with words in the place of others where they may be said for those."""
    is_likely = may_stand_for(old, place, said, language)
    return _changed(old, place, said, language) if is_likely else None


def _is_weakly_led(led: NameWords, language: Language) -> bool:
    """Whether nothing but "it's", "oh well it is" leads to words: that may be said of anything."""
    at = 0
    while length := longest_at(language.answers["weakly_led"], led, at):
        at += length
    return at == len(led)


def _corrects(phrase: Phrase, start: int, end: int, language: Language) -> bool:
    """Whether words stand around what is right that say that something was wrong."""
    is_led = start > 0 and not only_exclaims(phrase.spoken, start, language)
    behind = phrase.spoken[end:]
    at = 0
    while length := longest_at(language.answers["merely_behind"], behind, at):
        at += length
    return is_led or at < len(behind)


def _says_it(spoken: NameWords, start: int, language: Language) -> bool:
    """Whether what is right says of something what it is: "no it's open", "it's actually fine"."""
    return any((word,) in language.be for word in spoken[max(0, start - 2) : start])


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
    run = one_run(old, right, said, language)
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
    return exchanged_at(old, (ends[0], ends[0] + length), said) if len(ends) == 1 else None


def _like_complement(old: Phrase, right: NameWords, language: Language) -> Span | None:
    """Return the "adjourned" of a text for "postponed", which ends alike."""
    place = complement(old, right, language)
    if place is None or len(right) != 1:
        return None
    last = old.spoken[-1]
    return place if last[-_ALIKE_END:] == right[0][-_ALIKE_END:] else None


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


def _opposite(old: NameWords, right: NameWords, language: Language) -> Span | None:
    """Return the only word of a text that is the opposite of the one that is right."""
    if len(right) != 1:
        return None
    pairs = language.answers["opposites"]
    places = [
        at for at, word in enumerate(old) if (word, right[0]) in pairs or (right[0], word) in pairs
    ]
    return (places[0], places[0] + 1) if len(places) == 1 else None
