"""What is said of a message, without the words around it that say nothing of it. Pure.

An exclamation, a call or manners before it ("gah that should go to priya", "would you kindly ..."),
manners or an excuse behind it ("... would you mind", "sorry one i'm half asleep").
"""

from collections.abc import Iterator

from skill.understanding.language import Language, PhraseSet, longest_at, longest_before
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase

_FEW = 4
"""More words than these before an excuse are no mere correction."""


def peeled(dictated: str, language: Language, names: NameSpans) -> Iterator[str]:
    """Yield the words with less around them, each once, what is nearest to them first."""
    phrase = Phrase(dictated)
    start, end = _behind_leads(phrase, language, names), _before_tail(phrase, language)
    spans = ((0, end), (start, len(phrase)), (start, end))
    yield from dict.fromkeys(
        phrase.between(*span) for span in spans if span[0] < span[1] and span != (0, len(phrase))
    )


def without_excuse(dictated: str, language: Language) -> str:
    """Return "sorry one" of "sorry one i'm half asleep"; "" where nothing excuses."""
    phrase, leads, led = Phrase(dictated), 0, _leads(language) | language.sent["leads"]
    while length := longest_at(led, phrase.spoken, leads):
        leads += length
    excuses = language.signs["own_subjects"] | language.signs["contracted"]
    for at in range(leads + 1, min(leads + 1 + _FEW, len(phrase) - 1)):
        own = phrase.spoken[at : at + 1] in excuses and phrase.spoken[at].startswith("i")
        if own and not longest_at(language.answers["rather_joints"], phrase.spoken, at):
            return phrase.between(0, at)
    return ""


def _leads(language: Language) -> PhraseSet:
    return (
        language.answers["exclaiming"] | language.asked["breaths"] | language.sent["asked_politely"]
    )


def _behind_leads(phrase: Phrase, language: Language, names: NameSpans) -> int:
    spoken, at, leads = phrase.spoken, 0, _leads(language)
    while at < len(spoken):
        length = longest_at(leads, spoken, at)
        is_cry = not at and spoken[0] not in language.words and not names.named(spoken, 0)
        # "Jaysus not him": a word that no list has, before words that have a place of their own.
        length = length or int(is_cry and longest_at(_behind_a_cry(language), spoken, 1) > 0)
        if not length:
            break
        at += length
    return at


def _behind_a_cry(language: Language) -> PhraseSet:
    return (
        language.subjects | language.objects | language.answers["refusing"]
        | language.sent["refusing_leads"] | language.sent["leads"]
    )  # fmt: skip


def _before_tail(phrase: Phrase, language: Language) -> int:
    spoken, end = phrase.spoken, len(phrase)
    while length := longest_before(language.sent["manners"], spoken[:end], end):
        end -= length
    return end
