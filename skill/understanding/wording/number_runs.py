"""Numbers, days and months in a text, and the only one of a kind put right. Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.right_words import BEFORE_RIGHT


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


def gap(tail: str) -> str:
    """Return what parts new words from what stands behind them."""
    return "" if not tail or tail[0] in " ,.;:!?'\u2019" else " "


def behind_fillers(spoken: NameWords, language: Language) -> int:
    """Return where a correction begins: behind "oops", "no"."""
    known, at = language.answers, 0
    while at < len(spoken):
        length = max(longest_at(known[words], spoken, at) for words in BEFORE_RIGHT)
        if not length:
            break
        at += length
    return at
