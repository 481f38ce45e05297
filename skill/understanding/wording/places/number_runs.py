"""Numbers, days and months in a text, and the only one of a kind put right. Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.places.right_words import behind_fillers


def of_its_kind(
    old: Phrase, phrase: Phrase, language: Language, *, same_length: bool = True
) -> str | None:
    """Return the text with a number, a day or a month in the place of its only other one.

    "bed eleven" corrects "bed twelve is free": what else is said stands beside it in the text.
    """
    start = behind_fillers(phrase.spoken, language)
    said = phrase.spoken[start:]
    runs = list(runs_of(said, language))
    if len(runs) != 1:
        return None
    first, end, kind = runs[0]
    places = [run for run in runs_of(old.spoken, language) if run[2] == kind]
    if len(places) != 1:
        return None
    at, stop, _ = places[0]
    if same_length and stop - at != end - first:
        return None
    before, behind = said[:first], said[end:]
    if (
        (start or not same_length)
        and len(before) > 1
        and before[:1] in language.subjects - language.determiners
    ):
        # "Well actually it holds forty four": what "it" is stands in the text.
        before = before[1:]
    beside = old.spoken[max(0, at - len(before)) : at], old.spoken[stop : stop + len(behind)]
    if beside != (before, behind):
        return None
    right = phrase.between(start + first, start + end)
    head, tail = old.text[: old.span(at, stop)[0]], old.text[old.span(at, stop)[1] :]
    return f"{head}{right}{gap(tail)}{tail}"


def one_run(
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
    return exchanged_at(old, places[0], said)


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


def runs_of(spoken: NameWords, language: Language) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of words that are numbers, days or months, each with its kind."""
    at = 0
    while at < len(spoken):
        kind, end = kind_of(spoken[at], language), at + 1
        while kind and (length := _goes_on(spoken, end, kind, language)):
            end += length
        if kind:
            yield at, end, kind
        at = end


def _goes_on(spoken: NameWords, at: int, kind: str, language: Language) -> int:
    """Return how many words go on with a run: "and twelve" behind "hundred" are two."""
    joined = kind == "number" and spoken[at - 1 : at] in language.signs["counted_by"]
    joint = longest_at(language.conjunctions, spoken, at) if joined else 0
    place = at + joint
    is_same = place < len(spoken) and kind_of(spoken[place], language) == kind
    return joint + 1 if is_same else 0


def exchanged_at(old: Phrase, place: tuple[int, int], said: str) -> str:
    """Return a text with words in the place of those from one to before another."""
    start, stop = old.span(*place)
    return f"{old.text[:start]}{said}{gap(old.text[stop:])}{old.text[stop:]}"


def gap(tail: str) -> str:
    """Return what parts new words from what stands behind them."""
    return "" if not tail or tail[0] in " ,.;:!?'\u2019" else " "
