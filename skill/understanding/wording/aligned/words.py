"""Two phrases whose words are compared: what weighs, and what may stand instead of what. Pure."""

from dataclasses import dataclass
from functools import cached_property

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, PhraseSet, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.places.number_runs import gap

Span = tuple[int, int]
"""Words: from one to before another."""

LITTLE = 0.5
"""What an article, a preposition or a pronoun weighs; any other word weighs 1."""

_CLOSE = 1.4


@dataclass(frozen=True)
class Found:
    """A text that a correction may ask for."""

    text: str
    points: float
    """What of both phrases agrees, by weight, less what of the correction it leaves out."""
    is_named: bool = False
    """Whether the correction itself names what is wrong."""

    @property
    def is_close(self) -> bool:
        """Whether a correction has so much of a text that it is hardly anything else."""
        return self.points >= _CLOSE


class Compared:
    """A text and what was said of it."""

    def __init__(self, text: str, dictated: str, language: Language) -> None:
        """Compare a text with what was said of it."""
        self.old, self.said, self.language = Phrase(text), Phrase(dictated), language
        self.old_words, self.said_words = self.old.spoken, self.said.spoken

    @cached_property
    def little(self) -> PhraseSet:
        """Articles, prepositions, pronouns and the like, which alone tell nothing."""
        language = self.language
        return (
            language.determiners | language.prepositions | language.to | language.be | language.at
            | language.into | language.conjunctions | language.subjects | language.pronouns
            | language.answers["leading_words"]
        )  # fmt: skip

    @cached_property
    def leading(self) -> PhraseSet:
        """What leads to a place or a time: "in", "under"."""
        known = self.language
        leads = known.prepositions | known.into | known.at | known.to
        leads |= known.answers["leading_words"]
        return leads - known.answers["how_and_when"]

    @cached_property
    def thirds(self) -> PhraseSet:
        """What stands for what a text tells of: "it", "they"."""
        return self.language.answers["standing_for_subjects"]

    def is_little(self, word: str) -> bool:
        """Whether a word tells nothing alone."""
        return (word,) in self.little and not self.kind(word)

    def weight(self, word: str) -> float:
        """Return what it tells that two phrases share a word."""
        return LITTLE if self.is_little(word) else 1.0

    def kind(self, word: str) -> str:
        """Return what kind of thing a word is of which another may be meant; "" for none."""
        return kind_of(word, self.language)

    def is_talk(self, word: str) -> bool:
        """Whether a word speaks of words, and is hardly one of a text put right: "meant"."""
        return (word,) in self.language.answers["speaking_of_words"]

    def places(self, words: NameWords) -> list[int]:
        """Return where words stand in the text."""
        length = len(words)
        starts = range(len(self.old_words) - length + 1) if words else ()
        return [at for at in starts if self.old_words[at : at + length] == words]

    def spliced(self, place: Span, said: Span) -> str:
        """Return the text with words of what was said in the place of words of its own."""
        start, stop = self.old.span(*place)
        tail = self.old.text[stop:].lstrip()
        return f"{self.old.text[:start]}{self.said.between(*said)}{gap(tail)}{tail}"

    def without(self, place: Span) -> str:
        """Return the text without some of its words."""
        first, last = self.old.span(*place)
        head, tail = self.old.text[:first].rstrip(" ,"), self.old.text[last:].lstrip(" ,")
        return f"{head}{gap(tail) if head else ''}{tail}"


def strays(words: NameWords, phrases: PhraseSet) -> NameWords:
    """Return the words that are of no phrase of a list, the longest phrases first."""
    at, left = 0, list[str]()
    while at < len(words):
        length = longest_at(phrases, words, at)
        left += words[at : at + 1] if not length else ()
        at += length or 1
    return tuple(left)
