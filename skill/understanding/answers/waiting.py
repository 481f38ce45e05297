"""Words at the end of a phrase that ask to wait for an answer. Pure."""

from skill.understanding.language import Language, longest_before
from skill.understanding.phrase import Phrase


def without_waiting(phrase: Phrase, language: Language) -> str | None:
    """Return the phrase without "and wait for an answer", None where it does not end so."""
    return _without(phrase, longest_before(language.waiting, phrase.spoken, len(phrase)))


def without_mere_waiting(phrase: Phrase, language: Language) -> str | None:
    """Return the phrase without "and wait", which may be the text's: None where there is none."""
    return _without(phrase, longest_before(language.merely_waiting, phrase.spoken, len(phrase)))


def _without(phrase: Phrase, length: int) -> str | None:
    rest = phrase.between(0, len(phrase) - length)
    return rest if length and rest else None
