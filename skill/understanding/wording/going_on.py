"""Half a text and the words that go on with it: "the meeting about", "about the budget". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_before
from skill.understanding.phrase import Phrase

_SOME = 2


def gone_on(text: str, said: str, language: Language) -> str | None:
    """Return half a text with what was said next, joined where both have the same words.

    So "the problem with the" and "with the lift is solved" are one sentence, and so is what begins
    the text again: "that the problem with the lift is solved". None where the text may be whole, or
    nothing of it is said again.
    """
    old, phrase = Phrase(text), Phrase(said)
    if not _leads_on(old.spoken, language):
        return None
    led = 1 if phrase.spoken[:1] in language.that and old.spoken[:1] not in language.that else 0
    for start in dict.fromkeys((0, led)):
        new = phrase.spoken[start:]
        if len(new) <= len(old) and new == old.spoken[: len(new)]:
            continue
        if new[: len(old)] == old.spoken:
            return phrase.after(start)
        for length in range(min(len(old), len(new) - 1), 0, -1):
            if old.spoken[-length:] == new[:length]:
                return f"{old.text} {phrase.after(start + length)}"
    return None


def goes_on(text: str, said: str, language: Language) -> str | None:
    """Return half a text with words that only go on with it: "the talk about", "the roof is off".

    None where they would hardly stand behind the last word of it.
    """
    old, phrase = Phrase(text), Phrase(said)
    if not ends_half(old.spoken, language) or len(phrase) < _SOME:
        return None
    last, first = old.spoken[-1:], phrase.spoken[:1]
    led = last in language.prepositions and first in language.determiners
    clause = last in language.conjunctions | language.clauses | language.that
    begun = clause and first in language.subjects | language.beginnings
    return f"{old.text} {phrase.text}" if led or begun else None


def ends_half(spoken: NameWords, language: Language) -> bool:
    """Whether words end as no sentence does, or as few do: "about", "because of the"."""
    whole = longest_before(language.tact["finished"], spoken, len(spoken))
    return not whole and _leads_on(spoken, language)


def _leads_on(spoken: NameWords, language: Language) -> bool:
    """Whether something mostly stands behind the last words: "about", "i heard that"."""
    leads = language.prepositions | language.determiners | language.conjunctions | language.into
    leads |= language.be | language.to | language.at | language.clauses
    if spoken[-1:] in (leads - language.objects) | language.that:
        return True
    return longest_before(language.tact["unfinished_anywhere"], spoken, len(spoken)) > 0
