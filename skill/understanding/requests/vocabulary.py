"""The words that requests to hear are made of: locales/<language>/requests.json."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import words
from skill.speech.languages import language_of
from skill.understanding.language import LOCALES

_NUMBERS, _CARRIERS, _AROUND, _CLIPPED = "numbers", "carriers", "around", "clipped"
_AROUND_ALL = "around_all"
_NOT_IN_PLACE = frozenset(
    {
        "leads", "pace", "determiners", "statements", "time_nouns", "singular", "joins", "owners",
        "before_names", "passive", "hearers", "verbs", "asked_after", "articles", "asides", "back",
        "fronts", "asks_again", "back_to_one", "before_things", "puts_right",
        "any", "does", "several", "or", "groups", "told_of", "excuses", "is_doing",
        "but", "all_people", "beside", "for",
        "open_questions", "greetings", "breaths", "weak_breaths", "inverting", "all_places",
        "anything", "manners", "somebody", "telling", "turned_round",
    }
)  # fmt: skip
"""Lists of where words may stand, which say nothing of what they are."""


@dataclass(frozen=True)
class Vocabulary:
    """The phrases of one language, each with what it may be."""

    tags: Mapping[NameWords, frozenset[str]]
    lists: Mapping[str, frozenset[NameWords]]
    amounts: Mapping[str, int]
    carriers: Mapping[str, str]
    """What stands before the words of an intent: any of its carriers is as good."""
    around: Mapping[str, str]
    """What stands around the words of a slot, where that is more than its intent's carrier."""
    around_all: Mapping[str, Mapping[str, tuple[str, ...]]]
    """What may have been said in all where an intent has words in its slots, by what it is of."""
    clipped: Mapping[str, str]
    """How words end that are said short ("anythin'"), and how in full."""
    longest: int
    """Words of the longest phrase."""

    def tags_at(self, spoken: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
        """Return how many words the longest phrase from there has, and what it may be."""
        for size in range(min(self.longest, len(spoken) - at), 0, -1):
            found = self.tags.get(tuple(spoken[at : at + size]))
            if found:
                return size, found
        whole = (
            spoken[at].removesuffix(ending) + full
            for ending, full in self.clipped.items()
            if spoken[at].endswith(ending)
        )
        return 1, next((self.tags[(word,)] for word in whole if (word,) in self.tags), frozenset())

    def list_at(self, name: str, spoken: Sequence[str], at: int) -> int:
        """Return how many words of the longest phrase of a list stand there; 0 for none."""
        for size in range(min(self.longest, len(spoken) - at), 0, -1):
            if tuple(spoken[at : at + size]) in self.lists[name]:
                return size
        return 0

    def is_one(self, spoken: Sequence[str], at: int) -> bool:
        """Whether one single message is named there."""
        return (spoken[at],) in self.lists["singular"]

    def wholes(self, of: str, intent: str, slots: Mapping[str, str]) -> tuple[str, ...]:
        """Return what may have been said in all of a message that was "sent", or "read"."""
        return tuple(
            sentence.format_map(slots)
            for sentence in self.around_all[of].get(intent, ())
            if slots and all(f"{{{slot}}}" in sentence for slot in slots)
        )

    @property
    def verb(self) -> str:
        """What may stand behind whoever wrote."""
        return " ".join(min(self.lists["verbs"]))

    def nobody(self, spoken: Sequence[str]) -> str:
        """Return what words are that stand for somebody and are no name: "i", "people", "there"."""
        if tuple(spoken) in self.lists["all_places"]:
            return "anybody"
        size, tags = self.tags_at(spoken, 0) if spoken else (0, frozenset())
        kinds = ("speaker", "anybody", "somebody_known", "leave_out", "helping")
        return next((kind for kind in kinds if kind in tags and size == len(spoken)), "")

    def amount(self, word: str) -> int | None:
        """Return how many a word says, None where it is no number."""
        return int(word) if word.isdecimal() else self.amounts.get(word)


@cache
def vocabulary(locale: str) -> Vocabulary:
    """Return the words of a locale's language; UnknownLocale where none is known."""
    file = LOCALES / language_of(locale) / "requests.json"
    plain = json.loads(file.read_text(encoding="utf-8"))
    amounts: dict[str, int] = plain.pop(_NUMBERS)
    carriers: dict[str, str] = plain.pop(_CARRIERS)
    around: dict[str, str] = plain.pop(_AROUND)
    clipped: dict[str, str] = plain.pop(_CLIPPED)
    around_all: dict[str, dict[str, list[str]]] = plain.pop(_AROUND_ALL)
    lists = {name: frozenset(map(_words, phrases)) for name, phrases in plain.items()}
    tags: defaultdict[NameWords, set[str]] = defaultdict(set)
    for name, phrases in lists.items():
        for phrase in phrases if name not in _NOT_IN_PLACE else ():
            tags[phrase].add(name)
    for number in amounts:
        tags[_words(number)].add(_NUMBERS)
    return Vocabulary(
        tags={phrase: frozenset(found) for phrase, found in tags.items()},
        lists=lists,
        amounts=amounts,
        carriers=carriers,
        around=around,
        around_all={
            of: {intent: tuple(sentences) for intent, sentences in by_intent.items()}
            for of, by_intent in around_all.items()
        },
        clipped=clipped,
        longest=max(map(len, (*tags, *(tag for one in lists.values() for tag in one)))),
    )


def leaves_out(said: str, locale: str) -> int:
    """Return how many words say that all are meant but those named next: "anybody but"; else 0."""
    known, spoken = vocabulary(locale), _words(said)
    at = known.list_at("all_people", spoken, 0)
    size = known.list_at("but", spoken, at) if 0 < at < len(spoken) else 0
    return at + size if size else 0


def _words(phrase: str) -> NameWords:
    return tuple(word.spoken for word in words(phrase))
