"""Words that forbid that somebody is told what was just sent. Pure.

They ask for nothing to hear, though they may come where one asks.
"""

from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase

_LONGEST_NAME = 3


def is_redirected(dictated: str, language: Language) -> bool:
    """Whether words begin as "no don't tell Ana tell Joy" does."""
    spoken, at = Phrase(dictated).spoken, 0
    while length := longest_at(language.sent["leads"], spoken, at):
        at += length
    return longest_at(language.sent["redirecting"], spoken, at) > 0


def negated(dictated: str, language: Language) -> str:
    """Return "don't tell her tell Joy" of "tell her tell Joy", whose "don't" was taken for a verb.

    So it is where another verb tells whom it is for instead, or where nobody is to be told; ""
    where it may as well be "do tell Joy".
    """
    known = language.sent
    whole = f"{' '.join(min(known['forbidding']))} {dictated}"
    spoken = Phrase(whole).spoken
    begins = longest_at(known["redirecting"], spoken, 0)
    verbs = known["telling_instead"] - language.to
    ends = range(begins + 1, begins + 1 + _LONGEST_NAME)
    redirects = begins > 0 and any(longest_at(verbs, spoken, at) for at in ends)
    return whole if redirects or spoken in known["halting"] else ""
