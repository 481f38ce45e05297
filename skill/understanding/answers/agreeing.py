"""A yes with more behind it: "yes but make it five", "yep and also to random". Pure.

"That's fine" approves of what is there: it sends what was read back, and leaves what was sent.
"""

from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.edges import beside_an_answer
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


def agreement(dictated: str, language: Language, *, to_undo: bool = False) -> Agreement:
    """Return whether words begin with a yes, and what follows it.

    Args:
        dictated: what was said.
        language: the words of its language.
        to_undo: whether what was sent is to be taken back; what approves of it is no yes to that.
    """
    phrase, known = Phrase(dictated), language.answers
    beside = beside_an_answer(language)
    yes = known["agreeing"] | known["agreeing_alone"]
    yes |= frozenset() if to_undo else known["approving"]
    if _all_of(phrase.spoken, yes | known["agreeing_beside"] | beside):
        agrees = _any_of(phrase.spoken, yes)
        return Agreement(agrees, "" if agrees else dictated)
    at = _behind(phrase.spoken, known["agreeing"] | beside)
    agrees = _any_of(phrase.spoken[:at], known["agreeing"])
    return Agreement(agrees, phrase.after(at) if agrees else dictated)


def refuses(dictated: str, language: Language, *, to_change: bool = False) -> bool:
    """Whether words are a no and no more: "nope", "no don't".

    Args:
        dictated: what was said.
        language: the words of its language.
        to_change: whether what was sent is to be changed or taken back; "keep it" and "it'll do"
            are a no to that.
    """
    spoken, known = Phrase(dictated).spoken, language.answers
    no = known["declining"]
    no |= known["staying"] | known["approving"] if to_change else frozenset()
    # "No go on" is neither.
    beside = beside_an_answer(language) - known["agreeing"] - known["agreeing_alone"]
    beside -= known["approving"]
    return _all_of(spoken, no | beside) and _any_of(spoken, no)


def is_two_sided(dictated: str, language: Language) -> bool:
    """Whether it is "no it's fine": a no beside approval; nobody can tell what is meant."""
    spoken, known = Phrase(dictated).spoken, language.answers
    both = known["declining"] | known["approving"]
    sides = (known["declining"], known["approving"])
    whole = _all_of(spoken, both | beside_an_answer(language))
    return whole and all(_any_of(spoken, side) for side in sides)


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
