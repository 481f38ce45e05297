"""Whom a statement wants told, and what: "mark should hear that we are out of gin". Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.sentences.shapes import Shapes

_LONGEST_NAME = 3
_SOME = 2


@dataclass(frozen=True)
class PassedOn:
    """A message within a statement."""

    name: str
    text: str


def passed_on(phrase: Phrase, language: Language, name_of: Callable[[str], str]) -> PassedOn | None:
    """Return the message of "mark should hear that ...", "i want olu to know that ...".

    So is that of "make sure priya knows ...", "i promised priya a word so tell her ...". None where
    nobody known is to hear it, or where no sentence follows: "mark should know better".

    Args:
        phrase: what was said.
        language: the words of its language.
        name_of: returns who is known by words, "" for nobody.
    """
    found = (
        _heard(phrase, language)
        or _seen_to(phrase, language)
        or _ordered(phrase, language, name_of)
    )
    name = name_of(found.name) if found else ""
    return PassedOn(name, found.text) if found and name else None


def _heard(phrase: Phrase, language: Language) -> PassedOn | None:
    """Return what somebody has to hear, or is wanted to know."""
    spoken, lists = phrase.spoken, language.signs
    wishes = longest_at(lists["wishing"], spoken, 0)
    verbs = lists["wished_to_hear"] if wishes else lists["has_to_hear"]
    told = language.beginnings - language.determiners
    for end in range(wishes + 1, min(len(spoken), wishes + _LONGEST_NAME + 1)):
        hears = longest_at(verbs, spoken, end)
        that = spoken[end + hears : end + hears + 1] in language.that
        # "Needs to hear this we won": what is to be heard follows.
        begins = spoken[end + hears + 1 : end + hears + 2] in told
        this = begins and spoken[end + hears : end + hears + 1] in lists["pointed_to"]
        text = end + hears + (that or this)
        tells = that or this or spoken[text : text + 1] in language.subjects - lists["pointed_to"]
        if hears and tells and text + _SOME <= len(spoken):
            return PassedOn(phrase.between(wishes, end), phrase.after(text))
    return None


def _seen_to(phrase: Phrase, language: Language) -> PassedOn | None:
    """Return what is to be seen to: "make sure priya knows the lock is changed".

    "Make sure priya gets the key" has no sentence behind it.
    """
    spoken, lists = phrase.spoken, language.signs
    leads = longest_at(lists["seeing_that"], spoken, 0)
    for end in range(leads + 1, min(len(spoken), leads + _LONGEST_NAME + 1)) if leads else ():
        hears = longest_at(lists["seen_to_hear"], spoken, end)
        that = spoken[end + hears : end + hears + 1] in language.that
        rest = spoken[end + hears + that :]
        if hears and len(rest) >= _SOME and Shapes(language).is_clause(rest):
            return PassedOn(phrase.between(leads, end), phrase.after(end + hears + that))
    return None


def _ordered(phrase: Phrase, language: Language, name_of: Callable[[str], str]) -> PassedOn | None:
    """Return what "so tell her ..." tells the only one who was named before it."""
    spoken, lists = phrase.spoken, language.signs
    for place in range(_SOME, len(spoken) - _SOME):
        leads = longest_at(lists["therefore"], spoken, place)
        verb = longest_at(lists["telling_verbs"], spoken, place + leads) if leads else 0
        whom = place + leads + verb
        if not verb or spoken[whom : whom + 1] not in lists["pronouns"]:
            continue
        text = whom + 1 + (spoken[whom + 1 : whom + 2] in language.that)
        strange = [
            phrase.between(at, at + 1)
            for at in range(place)
            if spoken[at] not in language.words and (spoken[at],) not in language.not_names
        ]
        named = [name for name in strange if name_of(name)]
        return PassedOn(named[0], phrase.after(text)) if len(named) == 1 else None
    return None
