"""A text with what was wrong in it put right: "six to seven", "bravo nine not seven". Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.wording.corrections import kind_of

Span = tuple[int, int]

_FRAMED = 3
"""Words of which the first and the last are the same have at least one between them."""
_OWNED = ("'s", "’s")
_BEFORE_RIGHT = ("fillers", "refusals", "before_right")


def amended(text: str, dictated: str, language: Language) -> str | None:
    """Return a text with the correction that was said of it; None where none is clear.

    What may be meant otherwise counts, too: it is for reading back.
    """
    sure = surely_amended(text, dictated, language)
    return sure if sure is not None else _proposed(text, dictated, language)


def surely_amended(text: str, dictated: str, language: Language) -> str | None:
    """Return a text with the correction that was said of it; None where none is beyond doubt.

    "six to seven", "seven not six", "make it bravo nine": what is named as wrong stands in the text
    once, and gives way to what is right.
    """
    phrase, old = Phrase(dictated), Phrase(text)
    spoken, known = phrase.spoken, language.answers
    if exchanged_text := _exchanged(old, phrase, language):
        return exchanged_text
    for place in range(1, len(spoken)):
        for words, wrong_first in ((known["giving_way_to"], True), (known["not"], False)):
            length = longest_at(words, spoken, place)
            if not length or place + length >= len(spoken):
                continue
            if wrong_first and _stands_in(old.spoken, spoken[place - 1 : place + length]):
                # "She's allergic to nuts" says "... to eggs" anew.
                continue
            for first in range(_behind_fillers(spoken, language), place):
                before, behind = (first, place), (place + length, len(spoken))
                wrong, right = (before, behind) if wrong_first else (behind, before)
                changed = _replaced(old, phrase, wrong, right)
                if changed is not None:
                    return changed
                if not wrong_first:
                    break
    return (
        _wrong_first(old, phrase, language)
        or _of_its_kind(old, phrase, language)
        or _refused(old, phrase, language)
    )


def corrects(dictated: str, language: Language) -> bool:
    """Whether words say themselves that they correct: "sorry tuesday", "change six to seven"."""
    phrase = Phrase(dictated)
    start, end = _right_words(phrase.spoken, language)
    return start > 0 or end < len(phrase) or any(_exchanges(phrase, language))


def exchanged(dictated: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what "change noon to one o'clock" may have another put in the place of, and what."""
    phrase = Phrase(dictated)
    for wrong, right in _exchanges(phrase, language):
        yield phrase.between(*wrong), phrase.between(*right)


def _exchanges(phrase: Phrase, language: Language) -> Iterator[tuple[Span, Span]]:
    """Yield the words that "swap noon for one" names as wrong, and those that it names as right."""
    spoken, known = phrase.spoken, language.answers
    start = _behind_fillers(spoken, language)
    start += longest_at(language.asked["before_a_message"], spoken, start)
    begins = longest_at(known["changing"], spoken, start)
    if not begins:
        return
    at = start + begins
    at += longest_at(known["changing_what"], spoken, at)
    end = len(spoken)
    while end > at and (length := longest_before(language.asked["closers"], spoken[:end], end)):
        end -= length
    for place in range(at + 1, end - 1):
        length = longest_at(known["changing_to"], spoken, place)
        if length and place + length < end:
            yield (at, place), (place + length, end)
    # "Make nine nineteen".
    for place in range(at + 1, end):
        if kind_of(spoken[place - 1], language) == kind_of(spoken[place], language) != "":
            yield (at, place), (place, end)


def _exchanged(old: Phrase, phrase: Phrase, language: Language) -> str | None:
    replaced = (_replaced(old, phrase, *spans) for spans in _exchanges(phrase, language))
    return next((text for text in replaced if text is not None), None)


def _stands_in(old: NameWords, run: NameWords) -> bool:
    return any(old[at : at + len(run)] == run for at in range(len(old)))


def _wrong_first(old: Phrase, phrase: Phrase, language: Language) -> str | None:
    """Return the text corrected by "not sunflower it's moonflower", "not two but three"."""
    spoken, known = phrase.spoken, language.answers
    start = _behind_fillers(spoken, language)
    for at in {0, start}:
        length = longest_at(known["not_wrong"], spoken, at)
        for place in range(at + length + 1, len(spoken)) if length else ():
            joint = longest_at(known["but_right"], spoken, place)
            if joint and place + joint < len(spoken):
                wrong, right = (at + length, place), (place + joint, len(spoken))
                return _replaced(old, phrase, wrong, right)
        # "Not red blue": as many words as are wrong.
        rest = len(spoken) - at - length
        if length and rest and rest % 2 == 0:
            wrong = (at + length, at + length + rest // 2)
            if changed := _replaced(old, phrase, wrong, (wrong[1], len(spoken))):
                return changed
    return None


def _refused(old: Phrase, phrase: Phrase, language: Language) -> str | None:
    """Return the text corrected by "no the high school", "hang on half ten".

    Either is all that is said behind words of correction, and stands in for the only words of the
    text that it can: those between the same first and last words, or its only number.
    """
    start, end = _right_words(phrase.spoken, language)
    if start >= end or (not start and end == len(phrase)):
        return None
    right, said = phrase.spoken[start:end], phrase.between(start, end)
    run = _one_run(old, right, said, language)
    if run := run or _of_its_kind(old, Phrase(said), language, same_length=False):
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


def _exchanged_at(old: Phrase, place: Span, said: str) -> str:
    start, stop = old.span(*place)
    return f"{old.text[:start]}{said}{_gap(old.text[stop:])}{old.text[stop:]}"


def _proposed(text: str, dictated: str, language: Language) -> str | None:
    """Return a text with words in the place where they fit: "the valve is shut", "i meant off"."""
    phrase, old = Phrase(dictated), Phrase(text)
    start, end = _right_words(phrase.spoken, language)
    corrects = start > 0 or end < len(phrase)
    if start >= end or not corrects:
        return None
    right, said = phrase.spoken[start:end], phrase.between(start, end)
    if right in language.answers["before_the_hour"]:
        return _before_the_hour(old, said, language)
    if stronger := _stronger(old, right, said, language):
        return stronger
    if run := _one_run(old, right, said, language, proposes=True):
        return run
    place = _frame(old.spoken, right) or _opposite(old.spoken, right, language)
    if place is None:
        counted = _of_its_kind(old, Phrase(said), language, same_length=False)
        return counted if counted or not _is_said_anew(old.spoken, right) else said
    at, stop = place
    head, tail = old.text[: old.span(at, stop)[0]], old.text[old.span(at, stop)[1] :]
    changed = f"{head}{phrase.between(start, end)}{_gap(tail)}{tail}"
    return changed if Phrase(changed).spoken != old.spoken else None


def _one_run(
    old: Phrase, right: NameWords, said: str, language: Language, *, proposes: bool = False
) -> str | None:
    """Return the text with "eight four four" or "half past eight" in place of its only such run.

    A number that is only proposed may be for the hour, where there are others.
    """
    kind = _whole_kind(right, language)
    runs = [_with_a_clock(old.spoken, run, language) for run in _runs(old.spoken, language)]
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
    runs = [_with_a_clock(right, run, language) for run in _runs(right, language)]
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


def _before_the_hour(old: Phrase, said: str, language: Language) -> str | None:
    """Return "at half past four" of "at four" and "half past"; None without one hour."""
    hours = [run for run in _runs(old.spoken, language) if run[2] == "number"]
    if len(hours) != 1:
        return None
    at = old.span(*hours[0][:2])[0]
    return f"{old.text[:at]}{said} {old.text[at:]}"


def _stronger(old: Phrase, right: NameWords, said: str, language: Language) -> str | None:
    """Return "the stairs are very wet" of "very wet", where the last word stands in it once."""
    *degrees, last = right
    places = [at for at, word in enumerate(old.spoken) if word == last]
    known = language.answers["degrees"]
    if not degrees or len(places) != 1 or any((word,) not in known for word in degrees):
        return None
    start, end = old.span(places[0], places[0] + 1)
    return f"{old.text[:start]}{said}{old.text[end:]}"


def _right_words(spoken: NameWords, language: Language) -> Span:
    """Return the words that are right, without "i meant", "it should be", "sorry" around them."""
    known, at, end = language.answers, 0, len(spoken)
    while at < end:
        length = max(longest_at(known[words], spoken, at) for words in _BEFORE_RIGHT)
        # "No honey fifty pies": who is called by it is in the room.
        length = length or (longest_at(language.asked["vocatives"], spoken, at) if at else 0)
        if not length:
            break
        at += length
    while end > at and (length := longest_before(known["behind_right"], spoken[:end], end)):
        end = max(at, end - length)
    return at, end


def _frame(old: NameWords, right: NameWords) -> Span | None:
    """Return the only run of a text that shares its first or last words with what is right."""
    length, best = len(right), 0
    found: list[int] = []
    for at in range(len(old) - length + 1):
        run = old[at : at + length]
        same = [one == other for one, other in zip(run, right, strict=True)]
        framed = (same[0] or same[-1]) and sum(same) * 2 >= length and not all(same)
        if framed and sum(same) >= best:
            found = [at] if sum(same) > best else [*found, at]
            best = sum(same)
    # "The steinway" may be for any "the ..."; what the text ends with was said last.
    last = [at for at in found if at + length == len(old)]
    one = found if len(found) == 1 else last
    return (one[0], one[0] + length) if one and length > 1 else None


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


def _of_its_kind(
    old: Phrase, phrase: Phrase, language: Language, *, same_length: bool = True
) -> str | None:
    """Return the text with a number, a day or a month in the place of its only other one.

    "bed eleven" corrects "bed twelve is free": what else is said stands beside it in the text.
    """
    start = _behind_fillers(phrase.spoken, language)
    said = phrase.spoken[start:]
    runs = list(_runs(said, language))
    if len(runs) != 1:
        return None
    first, end, kind = runs[0]
    places = [run for run in _runs(old.spoken, language) if run[2] == kind]
    if len(places) != 1:
        return None
    at, stop, _ = places[0]
    if same_length and stop - at != end - first:
        return None
    before, behind = said[:first], said[end:]
    beside = old.spoken[max(0, at - len(before)) : at], old.spoken[stop : stop + len(behind)]
    if beside != (before, behind):
        return None
    right = phrase.between(start + first, start + end)
    head, tail = old.text[: old.span(at, stop)[0]], old.text[old.span(at, stop)[1] :]
    return f"{head}{right}{_gap(tail)}{tail}"


def _runs(spoken: NameWords, language: Language) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of words that are numbers, days or months, each with its kind."""
    at = 0
    while at < len(spoken):
        kind, end = kind_of(spoken[at], language), at + 1
        while kind and end < len(spoken) and kind_of(spoken[end], language) == kind:
            end += 1
        if kind:
            yield at, end, kind
        at = end


def _gap(tail: str) -> str:
    return "" if not tail or tail[0] in " ,.;:!?" else " "


def _behind_fillers(spoken: NameWords, language: Language) -> int:
    """Return where a correction begins: behind "oops", "no"."""
    known, at = language.answers, 0
    while at < len(spoken):
        length = max(longest_at(known[words], spoken, at) for words in _BEFORE_RIGHT)
        if not length:
            break
        at += length
    return at


def _replaced(old: Phrase, phrase: Phrase, wrong: Span, right: Span) -> str | None:
    """Return the text with words in the place of others that stand in it once."""
    bad, good = phrase.spoken[slice(*wrong)], phrase.spoken[slice(*right)]
    places = [at for at in range(len(old) - len(bad) + 1) if old.spoken[at : at + len(bad)] == bad]
    if not places and bad and good:
        return _before_an_s(old, phrase, bad, right)
    if len(places) != 1 or not bad or not good:
        return None
    at, end = places[0], places[0] + len(bad)
    # "bravo nine not seven": what leads to the wrong word in the text is said with the right one.
    led = 0
    while led < len(good) - 1 and led < at and old.spoken[at - led - 1 : at] == good[: led + 1]:
        led += 1
    start, stop = right[0] + led, right[1]
    # "three chairs not two": what follows it in the text is said with it.
    while stop - start > 1 and end < len(old) and _follows(phrase.spoken[start:stop], old, end):
        stop -= 1
    before, behind = old.text[: old.span(at, end)[0]], old.text[old.span(at, end)[1] :]
    new = phrase.between(start, stop)
    return f"{before}{new}{_gap(behind)}{behind}"


def _before_an_s(old: Phrase, phrase: Phrase, bad: NameWords, right: Span) -> str | None:
    """Return "tank nineteen's done" of "tank nine's done", nine and nineteen."""
    *led, last = bad
    owned = (*led, f"{last}s")
    found = [at for at in range(len(old) - len(bad) + 1) if old.spoken[at : at + len(bad)] == owned]
    if len(found) != 1:
        return None
    start, stop = old.span(found[0], found[0] + len(bad))
    end = old.text[start:stop][-2:]
    if end not in _OWNED:
        return None
    head, tail = old.text[:start], old.text[stop:]
    return f"{head}{phrase.between(*right)}{end}{_gap(tail)}{tail}"


def _follows(good: NameWords, old: Phrase, end: int) -> bool:
    return good[-1] == old.spoken[end]
