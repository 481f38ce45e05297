"""A message handed over in a roundabout way, said as "tell ...". Pure.

"Make sure ana knows that the lift is out" and "go to the random channel and say the lift is out"
say whom it is for and what, with no verb of sending before the name. Without the words behind the
name ("knows", "and say") they order something else, and stay as they are.
"""

from collections.abc import Callable, Sequence

from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase

_FRAMES = (("making_sure", "known_then"), ("going_there", "then_said"))
"""What stands before the names, and what behind them."""

NameEnds = Callable[[Phrase, int], Sequence[int]]
"""Where names of recipients may end that begin at a word, the likeliest first."""


def told_roundabout(phrase: Phrase, name_ends: NameEnds, language: Language) -> str | None:
    """Return "ana that the lift is out" of "make sure ana knows that ...", as said after "tell".

    Args:
        phrase: all that was said.
        name_ends: where recipients may end.
        language: the words of its language.
    """
    for before, behind in _FRAMES:
        start = longest_at(language.signs[before], phrase.spoken, 0)
        for end in name_ends(phrase, start) if start else ():
            text = end + longest_at(language.signs[behind], phrase.spoken, end)
            if end < text < len(phrase):
                return f"{phrase.between(start, end)} {_that(phrase, text, language)}"
    return None


def _that(phrase: Phrase, at: int, language: Language) -> str:
    """Return the text behind the one "that" that leads to it."""
    led = phrase.spoken[at : at + 1] in language.that
    that = "" if led else f"{' '.join(min(language.that))} "
    return that + phrase.after(at)
