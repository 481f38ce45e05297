"""A yes with more behind it: "yes but make it five", "yep and also to random". Pure."""

from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, PhraseSet, longest_at
from skill.understanding.phrase import Phrase


@dataclass(frozen=True)
class Agreement:
    """What an answer begins with, and what it goes on with."""

    agrees: bool
    rest: str
    """The words behind the yes, as they were dictated; "" where there are none that matter."""

    @property
    def is_whole(self) -> bool:
        """Whether it is a yes and no more."""
        return self.agrees and not self.rest


def agreement(dictated: str, language: Language) -> Agreement:
    """Return whether words begin with a yes, and what follows it."""
    phrase, known = Phrase(dictated), language.answers
    beside = known["courtesies"] | language.asked["breaths"]
    if _all_of(phrase.spoken, known["agreeing"] | known["agreeing_alone"] | beside):
        agrees = _any_of(phrase.spoken, known["agreeing"] | known["agreeing_alone"])
        return Agreement(agrees, "" if agrees else dictated)
    at = _behind(phrase.spoken, known["agreeing"] | beside)
    agrees = _any_of(phrase.spoken[:at], known["agreeing"])
    return Agreement(agrees, phrase.after(at) if agrees else dictated)


def refuses(dictated: str, language: Language) -> bool:
    """Whether words are a no and no more: "nope", "no don't"."""
    spoken, known = Phrase(dictated).spoken, language.answers
    beside = known["courtesies"] | language.asked["breaths"]
    return _all_of(spoken, known["declining"] | beside) and _any_of(spoken, known["declining"])


def _all_of(spoken: NameWords, phrases: PhraseSet) -> bool:
    return bool(spoken) and _behind(spoken, phrases) == len(spoken)


def _any_of(spoken: NameWords, phrases: PhraseSet) -> bool:
    return any(longest_at(phrases, spoken, at) for at in range(len(spoken)))


def _behind(spoken: NameWords, phrases: PhraseSet) -> int:
    """Return where the phrases end that words begin with."""
    at = 0
    while length := longest_at(phrases, spoken, at):
        at += length
    return at
