"""Whether "send ..." hands over a file or a picture, which Earshot cannot. Pure but for names."""

from skill.dialog.requested.asked import is_known
from skill.turn.context import Turn
from skill.understanding.language import Language, language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.sentences.shapes import Shapes

_SOON, _LONGEST_NAME, _MOST_ADJECTIVES = 8, 3, 2


def hands_a_file(words: str, turn: Turn) -> bool:
    """Whether words are a file or picture, perhaps behind a known name, and say nothing of it.

    "The photo of the yard", "ana my invoice as a pdf file"; not "the photo is on the wall".
    """
    known, phrase = language(turn.locale), Phrase(words)
    for place in range(1, min(len(phrase), _SOON)):
        start = _led_from(phrase, place, known)
        if start is not None and _is_all(phrase, place + 1, known):
            return not start or is_known(phrase.between(0, start), turn, surely=True)
    return False


def _led_from(phrase: Phrase, noun: int, known: Language) -> int | None:
    """Return where "the", "a lovely" begins before a file's name; None where it is none."""
    if phrase.spoken[noun : noun + 1] not in known.signs["files"]:
        return None
    leads = known.definite | known.indefinite | known.determiners
    for start in range(noun - 1, max(-1, noun - 2 - _MOST_ADJECTIVES), -1):
        if longest_at(leads, phrase.spoken, start) == 1 and start <= _LONGEST_NAME:
            return start
    return None


def _is_all(phrase: Phrase, at: int, known: Language) -> bool:
    """Whether a file is told of no further than what it is of, and whom it is for."""
    rest = phrase.spoken[at:]
    goes_on = known.signs["of_things"] | known.to | known.times | known.politeness
    return not rest or (longest_at(goes_on, rest, 0) > 0 and not Shapes(known).is_clause(rest))
