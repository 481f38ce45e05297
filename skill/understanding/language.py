"""What a locale's sentences are made of: carriers, prepositions, linkers, common words. Data.

The files stand in locales/<language>/; grammar.json names what its lists are for.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import fold
from skill.speech.languages import language_of
from skill.understanding.complements import Complements

LOCALES = Path(__file__).parent / "locales"

_ORDERED = ("ordinals", "adverb_endings", "noun_endings")

PhraseSet = frozenset[NameWords]


@dataclass(frozen=True)
class Punctuation:
    """What marks are called when they are dictated."""

    written: Mapping[NameWords, str]
    closing: PhraseSet
    """Those that nobody ends a text with who does not mean the mark."""
    inner: PhraseSet
    """Those that are meant within the text of somebody who dictates marks."""
    only_marks: PhraseSet
    """Those whose names hardly mean anything else."""
    before_a_sentence: PhraseSet
    """Those that are meant where a sentence begins behind them."""
    mentioned_behind: PhraseSet
    """Words behind which a mark's or an emoji's name is only spoken of."""
    articles: PhraseSet
    """Words that make a noun even of what ends a text."""
    emoji_words: PhraseSet
    """What is said behind an emoji's name."""
    opens_quote: PhraseSet
    closes_quote: PhraseSet


@dataclass(frozen=True)
class Language:
    """The words of one language; phrases are tuples of folded words."""

    name: str
    """Such as "en"."""
    before_the_recipient: PhraseSet
    """Carriers that a recipient follows ("tell")."""
    before_the_text: PhraseSet
    """Carriers that the text follows ("send")."""
    politeness: PhraseSet
    invocations: PhraseSet
    determiners: PhraseSet
    channel_words: PhraseSet
    group_words: PhraseSet
    messages: PhraseSet
    """What one sends: "a message", "a note"."""
    message_adjectives: PhraseSet
    following: PhraseSet
    """The end of "the following message"."""
    naming: PhraseSet
    """What a text may follow, or a verb: "the message"."""
    after_naming: PhraseSet
    """What follows "the message" where it is the subject."""
    linkers: PhraseSet
    """What stands between a recipient and the text."""
    sure_linkers: PhraseSet
    """Those of them that are hardly ever part of a text's beginning."""
    saying_that: PhraseSet
    """Linkers whose "that" a subject follows, or it belongs to the text."""
    that: PhraseSet
    subjects: PhraseSet
    """What follows the verb of a question: "that could you ..."."""
    after_subject: PhraseSet
    """What follows "that" where it is the subject: "that works"."""
    addressing: PhraseSet
    """What leads from "a message" to whom it is for."""
    to: PhraseSet
    into: PhraseSet
    """Prepositions that lead to a channel, never to a person."""
    idioms: PhraseSet
    """A preposition and a channel's name that hardly mean the channel: "in general"."""
    conjunctions: PhraseSet
    trailing: PhraseSet
    mention: PhraseSet
    at: PhraseSet
    governing: PhraseSet
    """Idioms that ask for a "to ..." of their own, beside the complements."""
    before_nouns: PhraseSet
    """Words that a noun follows and no verb."""
    pronouns: PhraseSet
    """Words that a verb may follow."""
    modals: PhraseSet
    verb_leads: PhraseSet
    """What else a verb may follow: "and", "rather"."""
    clauses: PhraseSet
    """What begins a clause of its own: "when", "because"."""
    relatives: PhraseSet
    """What may be the object of a verb far behind it: "what you gave"."""
    passives: PhraseSet
    """What makes a verb passive: "was", "got"."""
    objects: PhraseSet
    """What stands for something that is known: "it", "that one"."""
    definite: PhraseSet
    """What begins an object that is known."""
    fixed: PhraseSet
    """A preposition and a word that never mean a channel unless it is said: "on board"."""
    infinitives: PhraseSet
    """Words that a "to" and a verb follow: "ready to ..."."""
    beginnings: PhraseSet
    """Words that begin a sentence and hardly follow its subject: "the", "we"."""
    sharing: PhraseSet
    """Prepositions that lead to what is said to be a channel: "with the ... channel"."""
    indefinite: PhraseSet
    also: PhraseSet
    """What may follow the "and" of a list: "and also to ..."."""
    short_answers: PhraseSet
    """What makes "will ..." a whole text: "will do"."""
    complete: PhraseSet
    """Ends of texts that ask for nothing more: "more to come"."""
    later: PhraseSet
    """Adverbs behind which an object's "to ..." hardly follows: "i'll send it over tonight"."""
    prepositions: PhraseSet
    """What follows a verb that has no object."""
    locating: PhraseSet
    """Prepositions behind which nothing further is asked for: "left it in the car"."""
    times: PhraseSet
    """Words that a time ends with."""
    deciding: PhraseSet
    """What may be up to somebody."""
    adverbs: PhraseSet
    """What may stand between such words and what they ask for."""
    adverb_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    """Endings of words that are hardly names: "perfection"."""
    indirect_objects: PhraseSet
    """Who already has what is given: "gave me the keys"."""
    workplaces: PhraseSet
    """What "in ..." may well be a place or a state: "the fire is out in production"."""
    within: PhraseSet
    """Words that ask for an "in ..." of their own ("i posted it")."""
    ranging: PhraseSet
    """What begins a range: "from here to ..."."""
    be: PhraseSet
    """Words that a text does not end with: "the bug is in ..."."""
    not_names: PhraseSet
    around_positions: PhraseSet
    """What stands around a position: "the ... one", "number ..."."""
    last: PhraseSet
    means: PhraseSet
    """What stands between a name that is taught and what it means."""
    waiting: PhraseSet
    """What asks to wait for an answer, wherever it ends a phrase."""
    thanked: PhraseSet
    """What follows "thank" where it is said to Alexa herself: "thank you very much"."""
    merely_waiting: PhraseSet
    """What does so only behind a recipient: "come in and wait" is a text."""
    emoji_words: PhraseSet
    """What may follow an emoji's name: "heart emoji"."""
    ordinals: tuple[str, ...]
    words: frozenset[str]
    """Common words, which are hardly names of people."""
    given_names: frozenset[str]
    places: PhraseSet
    complements: Complements
    answers: Mapping[str, PhraseSet]
    """How open questions are answered, by what the words do there (answers.json)."""
    asked: Mapping[str, PhraseSet]
    """What is said where a text was asked for, by what it is instead (asked.json)."""
    sent: Mapping[str, PhraseSet]
    """What is said of a message that was just sent, by what it does to it (sent.json)."""
    signs: Mapping[str, PhraseSet]
    """What makes doubtful that words are a message, by kind (signs.json)."""
    punctuation: Punctuation
    tact: Mapping[str, PhraseSet]
    """What one would not say in public without being asked once more (tact.json)."""
    no_message: Mapping[str, PhraseSet]
    """What tells that words are no message, by what they are instead (no_message.json)."""


@cache
def language(locale: str) -> Language:
    """Return the language of a locale such as en-US; raises UnknownLocale."""
    folder = LOCALES / language_of(locale)
    grammar = _json(folder / "grammar.json")
    ordinals, adverb_endings, noun_endings = (tuple(grammar.pop(part)) for part in _ORDERED)
    sets = {part: _phrases(listed) for part, listed in grammar.items()}
    return Language(
        **sets,
        name=folder.name,
        ordinals=ordinals,
        adverb_endings=adverb_endings,
        noun_endings=noun_endings,
        words=frozenset(_folded(_lines(folder / "words.txt"))),
        given_names=frozenset(_lines(folder / "given_names.txt")),
        places=_phrases(_lines(folder / "places.txt")),
        complements=Complements(_json(folder / "complements.json")),
        answers=_named(_json(folder / "answers.json")),
        asked=_named(_json(folder / "asked.json")),
        sent=_named(_json(folder / "sent.json")),
        signs=_named(_json(folder / "signs.json")),
        punctuation=_punctuation(_json(folder / "punctuation.json")),
        tact=_named(_json(folder / "tact.json")),
        no_message=_named(_json(folder / "no_message.json")),
    )


def longest_at(phrases: PhraseSet, spoken: Sequence[str], at: int) -> int:
    """Return how many words the longest of these phrases has that begins at `at`; 0 for none."""
    for length in range(min(_most_words(phrases), len(spoken) - at), 0, -1):
        if tuple(spoken[at : at + length]) in phrases:
            return length
    return 0


def longest_before(phrases: PhraseSet, spoken: Sequence[str], end: int) -> int:
    """Return how many words the longest of these phrases has that ends before `end`."""
    for length in range(min(_most_words(phrases), end), 0, -1):
        if tuple(spoken[end - length : end]) in phrases:
            return length
    return 0


@lru_cache(maxsize=512)
def _most_words(phrases: PhraseSet) -> int:
    return max((len(phrase) for phrase in phrases), default=0)


def _phrases(listed: Iterable[str]) -> PhraseSet:
    return frozenset(tuple(phrase.split()) for phrase in _folded(listed))


def _folded(lines: Iterable[str]) -> list[str]:
    """Return lines without case, accents and apostrophes: thousands of them, all at once."""
    together = "\n".join(lines)
    return fold.__wrapped__(together).split("\n") if together else []


def _punctuation(marks: Mapping[str, Any]) -> Punctuation:
    written = {tuple(name.split()): mark for name, mark in marks["written"].items()}
    return Punctuation(
        written, **{kind: _phrases(listed) for kind, listed in marks.items() if kind != "written"}
    )


def _named(lists: Mapping[str, Iterable[str]]) -> dict[str, PhraseSet]:
    return {name: _phrases(listed) for name, listed in lists.items()}


def _json(path: Path) -> dict[str, Any]:
    loaded = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n") if path.exists() else []
