"""A carrier that was put right before any text: "(tell) ana no make that ask her if ...". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.carrier import Carrier
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase

_VERBS = (("telling_verbs", Carrier.RECIPIENT), ("asking_verbs", Carrier.ASK))


def recarried(
    phrase: Phrase, named: int, carrier: Carrier, language: Language
) -> tuple[str, Carrier] | None:
    """Return the phrase as it goes on behind the carrier that is meant, and that carrier.

    Args:
        phrase: what was dictated.
        named: where the name ends that it begins with; 0 for none.
        carrier: what was said before it.
        language: the words of its language.
    """
    at = _behind_corrections(phrase.spoken, named, language) if carrier.names_first else named
    if not named or at == named:
        return None
    known = language.asked
    for verbs, meant in _VERBS:
        length = longest_at(known[verbs], phrase.spoken, at)
        whom = longest_at(known["pronouns"], phrase.spoken, at + length) if length else 0
        if whom and at + length + whom < len(phrase):
            return f"{phrase.between(0, named)} {phrase.after(at + length + whom)}", meant
    return None


def _behind_corrections(spoken: NameWords, at: int, language: Language) -> int:
    start = at
    while length := longest_at(language.signs["corrections"], spoken, at):
        at += length
    behind = at
    while at > start and (length := longest_at(language.asked["leads"], spoken, behind)):
        behind += length
    return behind
