"""Who is named somewhere in an answer: "sato no park no sato final answer". Pure.

Where an answer fits no pattern, the names in it still tell who is meant: the only one, or the last
one where words of correction stand between. One that is denied ("not kevin at all") is nobody's.
What else was said may mean anything, so that what comes of it is read back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before


@dataclass(frozen=True)
class Span:
    """A name in an answer, and whose it is."""

    start: int
    end: int
    of: str
    """An id; names that mean the same have the same."""


def meant_within(spoken: NameWords, names: Sequence[Span], language: Language) -> Span | None:
    """Return the name that is meant among those of an answer, in their order; None for none."""
    known = language.answers
    said = [
        name
        for name in names
        if not longest_before(known["negations"], spoken[: name.start], name.start)
        or longest_before(known["giving_up"], spoken[: name.start], name.start)
    ]
    if not said:
        return None
    if len({name.of for name in said}) == 1:
        return said[-1]
    last = said[-1]
    others = [name for name in said if name.of != last.of]
    between = range(others[-1].end, last.start)
    corrected = any(longest_at(known["giving_up"], spoken, at) for at in between)
    return last if corrected else None


def excuses(spoken: NameWords, name: Span, language: Language) -> bool:
    """Whether beside the name only the delay is excused: "sorry sato i was catching it"."""
    known = language.answers
    at, is_sorry = 0, False
    while at < name.start:
        length = longest_at(known["fillers"], spoken, at)
        if not length:
            return False
        is_sorry = is_sorry or spoken[at : at + length] in known["apologies"]
        at += length
    return is_sorry and longest_at(known["excusing"], spoken, name.end) > 0
