"""A text, or a part of it, said again with another word: "... it leaves at half past". Pure.

Whatever stands before it costs little: nobody can list how people begin a correction. What tells
is how the end of what was said runs along with words of the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import longest_before
from skill.understanding.wording.aligned.words import Compared, Found, Span, strays

_ALIKE, _OTHER, _LED = 0.9, -0.1, 0.25
"""What it counts that a number stands for a number, a thing for a thing, "in" for "under"."""
_GAP = -0.5
"""What a word counts, by weight, that stands in one of both alone."""
_STRAY, _STRAY_BEHIND = 0.1, 0.25
_MOST_BEHIND = 4
"""So many words may stand behind what is right and say nothing of it."""
_LONGEST_TEXT = 300
"""A text of more words than these is not compared with all that is said of it."""
_LEAST = 1.0
_BARE = 0.45
"""What a mere number or day counts at least, or a thing that is led as another is."""
_LONGEST_NUMBER = 8
_BEFORE_STRAYS = 2.0
"""What must agree at least where words follow that say nothing of it."""
_COVERED = 0.35
"""So much of what is said again has to agree."""
_SAME, _ANOTHER, _LONGER, _NOTHING = "same", "another", "longer", "nothing"
"""What a run ends with: words that agree, one or two for another, a word of one alone."""
_FEW_STRAYS = 3
"""More words than these before a mere number or day are a sentence of their own."""


@dataclass(frozen=True)
class _Run:
    """Words of both that run along, as far as a pair of words."""

    points: float
    old: int
    said: int
    """Where they begin in the text, and in what was said."""
    changes: bool = False
    last: str = _SAME


def said_again(both: Compared) -> Iterator[Found]:
    """Yield the texts in which a part gives way to the end of what was said."""
    if len(both.old_words) > _LONGEST_TEXT:
        return
    ends = range(len(both.said_words), max(0, len(both.said_words) - _MOST_BEHIND - 1), -1)
    for (old_end, said_end), run in _runs(both, ends).items():
        found = _found(both, run, old_end, said_end)
        if found:
            yield found


def _runs(both: Compared, ends: range) -> dict[Span, _Run]:
    """Return the best run up to each pair of words at which a correction may end."""
    kept: dict[Span, _Run] = {}
    before: list[_Run | None] = [None] * (len(both.old_words) + 1)
    for said in range(len(both.said_words)):
        row: list[_Run | None] = [None] * (len(both.old_words) + 1)
        for old in range(len(both.old_words)):
            run = _best(
                _paired(both, before[old], old, said),
                _one_more(both, before[old + 1], old, said),
                _alone(both, before[old + 1], both.said_words[said]),
                _alone(both, row[old], both.old_words[old]),
            )
            row[old + 1] = run
            if run and run.changes and run.last != _NOTHING and said + 1 in ends:
                kept[(old + 1, said + 1)] = run
        before = row
    return kept


def _best(*runs: _Run | None) -> _Run | None:
    return max((run for run in runs if run), key=lambda run: run.points, default=None)


def _alone(both: Compared, run: _Run | None, word: str) -> _Run | None:
    """Return a run that goes on with a word of one of both, where that may be: never of talk."""
    if run is None or both.is_talk(word):
        return None
    points = run.points + _GAP * both.weight(word)
    return replace(run, points=points, changes=True, last=_NOTHING) if points > 0 else None


def _one_more(both: Compared, run: _Run | None, old: int, said: int) -> _Run | None:
    """Return a run at whose end two words stand for the text's last one: "harbour lane"."""
    word = both.said_words[said]
    ends = run is not None and run.last == _ANOTHER and old + 1 == len(both.old_words)
    if run is None or not ends or both.is_little(word) or both.is_talk(word):
        return None
    return replace(run, points=run.points + _OTHER, last=_LONGER)


def _paired(both: Compared, run: _Run | None, old: int, said: int) -> _Run | None:
    """Return a run that goes on with two words, or begins with them."""
    one, other = both.old_words[old], both.said_words[said]
    if one == other:
        points = both.weight(one)
        begun = _Run(points, old, said)
        if run is None:
            return begun
        return replace(run, points=run.points + points, last=_SAME)
    kind = both.kind(one)
    is_alike = kind != "" and kind == both.kind(other)
    if run is None:
        return _Run(_ALIKE, old, said, changes=True) if is_alike else None
    if is_alike:
        return replace(run, points=run.points + _ALIKE, changes=True, last=_SAME)
    instead = _instead(both, run, one, other)
    if instead is None or run.points + instead <= 0:
        return None
    last = _ANOTHER if instead == _OTHER else _SAME
    return replace(run, points=run.points + instead, changes=True, last=last)


def _instead(both: Compared, run: _Run, one: str, other: str) -> float | None:
    """Return what it counts that a word stands for another of no kind; None where it cannot."""
    if both.is_talk(other):
        return None
    if (one,) in both.leading and (other,) in both.leading:
        return _LED
    if both.is_little(one) or both.is_little(other) or both.kind(one) != both.kind(other):
        return None
    return _OTHER if run.last == _SAME else None


def _found(both: Compared, run: _Run, old_end: int, said_end: int) -> Found | None:
    """Return the text with such words in it, and how well that accounts for what was said."""
    lead = _bare_lead(both, run)
    if lead is None or not _keeps_its_subject(both, run, lead):
        return None
    place = _whole_number((run.old, old_end), both.old_words, both)
    span = _whole_number((run.said, said_end), both.said_words, both)
    span = _with_its_clock(span, place, both)
    lead, right = both.said_words[: min(len(lead), span[0])], both.said_words[slice(*span)]
    before_it = strays(lead, _leads(both))
    behind_it = strays(both.said_words[span[1] :], _closers(both))
    points = run.points - _STRAY * len(before_it) - _STRAY_BEHIND * len(behind_it)
    covered = run.points >= _COVERED * sum(map(both.weight, right))
    if not covered or (behind_it and run.points < _BEFORE_STRAYS):
        return None
    is_bare = points >= _BARE and _is_bare(both, right) and _may_lead_to_it(both, lead, behind_it)
    return Found(both.spliced(place, span), points) if points >= _LEAST or is_bare else None


def _whole_number(span: Span, words: NameWords, both: Compared) -> Span:
    """Return words with the rest of the numbers that they begin or end with: "twenty (two)"."""
    first, end = span
    least, most = first - _LONGEST_NUMBER, end + _LONGEST_NUMBER
    while (
        first > max(0, least) and both.kind(words[first - 1]) == both.kind(words[first]) == "number"
    ):
        first -= 1
    while (
        end < min(len(words), most)
        and both.kind(words[end]) == both.kind(words[end - 1]) == "number"
    ):
        end += 1
    return first, end


def _with_its_clock(span: Span, place: Span, both: Compared) -> Span:
    """Return the words with the "half past" before them, where the text has none there."""
    known = both.language.answers["before_the_hour"]
    is_number = both.kind(both.said_words[span[0]]) == "number"
    has_one = longest_before(known, both.old_words[: place[0]], place[0])
    before = longest_before(known, both.said_words[: span[0]], span[0]) if is_number else 0
    return (span[0] - before, span[1]) if not has_one else span


def _is_bare(both: Compared, right: NameWords) -> bool:
    """Whether words are a mere number or day with what leads to it: "(on) sunday"."""
    return sum(not both.is_little(word) for word in right) < 2


def _may_lead_to_it(both: Compared, lead: NameWords, behind: NameWords) -> bool:
    """Whether few words that say nothing to anybody stand before a mere day: not "see you"."""
    known = both.language.answers["pointing_words"] | both.language.modals | both.thirds
    left = strays(lead, _leads(both))
    # "The winner is sandra" is a sentence of its own.
    told = any((word,) in known | both.language.be for word in left)
    told = told or (bool(left) and any((word,) in both.language.be for word in lead))
    return not behind and bool(lead) and len(left) <= _FEW_STRAYS and not told


def _bare_lead(both: Compared, run: _Run) -> NameWords | None:
    """Return what stands before the words, without the "it" that stands for the text's subject.

    None where another subject stands there: "i need a coffee" says nothing of "we need a ladder".
    """
    lead, spoken = both.said_words[: run.said], both.old_words
    if not lead:
        return lead
    last = lead[-1:]
    if last in both.thirds and run.old and not _is_spoken_of(both, spoken[: run.old]):
        return lead[:-1]
    subjects = both.language.subjects - both.language.determiners
    return None if last in subjects and last not in both.thirds else lead


def _is_spoken_of(both: Compared, before: NameWords) -> bool:
    """Whether the text speaks there of who speaks or is spoken to: "it" stands for neither."""
    return any((word,) in both.language.answers["speaking_persons"] for word in before)


def _keeps_its_subject(both: Compared, run: _Run, lead: NameWords) -> bool:
    """Whether what a text tells of stays, or words of correction lead to another."""
    first = next((at for at, word in enumerate(both.old_words) if not both.is_little(word)), 0)
    if run.old > first or both.kind(both.old_words[first]):
        return True
    at = run.said + first - run.old
    stays = both.said_words[at : at + 1] == both.old_words[first : first + 1]
    weak = both.language.answers["weakly_led"]
    return stays or (not strays(lead, _leads(both)) and strays(lead, weak) != ())


def _leads(both: Compared) -> frozenset[NameWords]:
    known = both.language.answers
    return (
        known["fillers"] | known["refusals"] | known["before_right"] | known["exclaiming"]
        | known["surely_right"] | known["courtesies"] | both.language.sent["leads"]
        | known["it_is_rather"] | known["weakly_led"]
    )  # fmt: skip


def _closers(both: Compared) -> frozenset[NameWords]:
    known, sent = both.language.answers, both.language.sent
    return known["behind_right"] | known["closing_fillers"] | sent["closing"] | sent["manners"]
