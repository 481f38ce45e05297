"""A name and what it means, from one phrase: "the boss i mean ana". Pure.

What means something of its own is not taught: "when I say everyone, ...", a word of the language.
"""

from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, language, longest_at
from skill.understanding.phrase import Phrase

_LONGEST_NAME = 5


@dataclass(frozen=True)
class Teaching:
    """What somebody teaches."""

    spoken: str
    """The name, without an article."""
    means: str
    """Whom or what it means, as it was said."""


def taught(dictated: str, locale: str) -> Teaching | None:
    """Return what a phrase teaches, or None when it is no such phrase."""
    known, phrase = language(locale), Phrase(dictated)
    for place in range(1, len(phrase)):
        length = longest_at(known.means, phrase.spoken, place)
        if length and place + length < len(phrase):
            name = without_article(phrase.between(0, place), locale)
            means = phrase.between(place + length, len(phrase))
            if _is_no_name(Phrase(name).spoken, known):
                return None
            return Teaching(name, means) if 0 < len(name.split()) <= _LONGEST_NAME else None
    return None


def _is_no_name(spoken: NameWords, known: Language) -> bool:
    """Whether words mean something of their own: "everyone", "yes", "um kevin", "her"."""
    own = known.signs["everyone"] | known.signs["self"] | known.signs["answers"]
    own = own | known.pronouns | known.signs["pronouns"] | known.signs["corrections"]
    hesitates = any((word,) in known.signs["fillers"] for word in spoken)
    small = known.not_names | known.before_nouns | known.determiners | known.modals | known.be
    small = small | known.prepositions | known.conjunctions | known.times | known.signs["days"]
    small = small | known.asked["telling_verbs"] | known.asked["posting_verbs"]
    return hesitates or spoken in own or all((word,) in small for word in spoken)


def without_article(name: str, locale: str) -> str:
    """Return a name without the article or possessive before it."""
    phrase = Phrase(name)
    skipped = longest_at(language(locale).determiners, phrase.spoken, 0)
    return phrase.between(skipped if skipped < len(phrase) else 0, len(phrase))
