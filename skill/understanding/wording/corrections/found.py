"""Words by which somebody corrects what they said, found. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before


@dataclass(frozen=True)
class Correction:
    """Words of correction in a phrase."""

    start: int
    end: int
    is_sure: bool
    """Whether they hardly ever mean anything else: "no wait", not "sorry"."""


def corrections(spoken: NameWords, language: Language, start: int = 0) -> Iterator[Correction]:
    """Yield the words of correction of a phrase, each the longest that stands there."""
    known, sure = language.signs["corrections"], language.signs["sure_corrections"]
    at = start
    while at < len(spoken):
        length = longest_at(known, spoken, at)
        if not length or _is_a_clause(spoken, at, language):
            at += length or 1
            continue
        begins, is_sure, said = at, False, set[NameWords]()
        while length:
            # "oh no" and "i mean" are one.
            is_sure = is_sure or longest_at(sure, spoken, at) >= length
            said.add(spoken[at : at + length])
            at += length
            length = longest_at(known, spoken, at)
        denies = any((word,) in language.answers["saying_no"] for word in spoken[begins:at])
        # "Oh no hang on" is no weaker than "no hang on".
        is_sure = is_sure or (denies and len(said) > 1)
        yield Correction(begins, at, is_sure)


def _is_a_clause(spoken: NameWords, at: int, language: Language) -> bool:
    """Whether it is the text's own: "(at minus forty when) it should be (at minus eighty)"."""
    is_subject = spoken[at : at + 1] in language.subjects
    return at > 0 and is_subject and spoken[at - 1 : at] in language.clauses


def taken_back(spoken: NameWords, language: Language) -> int:
    """Return at which word a phrase is taken back at its end ("... scratch that"); 0 for none.

    Manners may follow where a hinge leads there: "... ah forget it please"; but "if it rains forget
    it please" is a text.
    """
    length = longest_before(language.signs["cancelling"], spoken, len(spoken))
    if length:
        return len(spoken) - length if length < len(spoken) else 0
    end = len(spoken)
    known = language.asked
    closers = known["closers"] | known["idle"] | language.answers["courtesies"]
    closers = closers | known["called_at_the_end"] | known["addressed_politely"]
    closers = closers | language.answers["around_stopping"]
    while closing := longest_before(closers, spoken[:end], end):
        end -= closing
        length = longest_before(language.signs["cancelling"], spoken[:end], end)
        if length:
            return _hinged(spoken, end - length, language)
    return 0


def _hinged(spoken: NameWords, at: int, language: Language) -> int:
    """Return where the hinge begins that leads to a word, or with which it begins; 0 for none."""
    hinges = language.signs["hinges"] | language.signs["interjections"]
    before = longest_before(hinges, spoken[:at], at)
    return at - before if before else at if longest_at(hinges, spoken, at) else 0


def is_called_off(spoken: NameWords, language: Language) -> bool:
    """Whether words only say that nothing is to be sent: "no no don't send that"."""
    leads = language.signs["corrections"] | language.signs["interjections"]
    leads = leads | language.signs["stopping"]
    at = 0
    while length := longest_at(leads, spoken, at):
        if longest_at(language.signs["cancelling"], spoken, at) == len(spoken) - at:
            break
        at += length
    off = longest_at(language.signs["cancelling"], spoken, at)
    return off > 0 and off == len(spoken) - at
