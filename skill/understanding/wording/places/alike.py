"""Which words of a text others are said for, where only their likeness tells. Pure.

"Boats" is said for "coats", "pipes are" for "pipe's", "next to the church" for "behind the church".
What is found is for reading back.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.wording.corrections.kinds import kind_of

Span = tuple[int, int]
"""Characters of the text: from one to before another."""

_ALIKE, _LITTLE = 0.7, 0.8
"""What a word counts that is alike, and a little word that is the same; another one counts 1."""
_LEAST = 0.5
_LETTERS = 0.6
"""So much of the shorter word must two words share at their ends to be alike."""
_NEAR = 3
_SAID_OF_IT, _PLACED = 2, 4
"""So many words may say what something is, and where."""


@dataclass(frozen=True)
class _Word:
    spoken: str
    start: int
    end: int


def likeliest_place(old: Phrase, right: NameWords, language: Language) -> Span | None:
    """Return what of a text these words stand for; None where nothing, or several, are like it."""
    words = list(_words(old, language))
    return _aligned(words, right, language) or _same_end(words, right, language)


def _words(old: Phrase, language: Language) -> Iterator[_Word]:
    """Yield the words of a text, "pipe's" as "pipe" and "'s"."""
    for at in range(len(old)):
        start, end = old.span(at, at + 1)
        raw = old.text[start:end].casefold().replace("’", "'")
        bare, mark, ending = raw.partition("'")
        short = language.answers["shortened_verbs"]
        if mark and (ending,) in short:
            yield _Word(bare, start, start + len(bare))
            yield _Word("is", start + len(bare), end)
        else:
            yield _Word(old.spoken[at], start, end)


def _aligned(words: list[_Word], right: NameWords, language: Language) -> Span | None:
    """Return the only run of words that is best like these."""
    found: list[tuple[float, Span]] = []
    for at in range(len(words)):
        for end in range(at + max(1, len(right) - 1), min(len(words), at + len(right) + 1) + 1):
            run = tuple(word.spoken for word in words[at:end])
            likeness = _likeness(run, right, language)
            if likeness >= _LEAST and run != right:
                found.append((likeness, (words[at].start, words[end - 1].end)))
    best = max((likeness for likeness, _ in found), default=0)
    places = [place for likeness, place in found if likeness == best]
    return places[0] if len(places) == 1 else None


def _likeness(run: NameWords, right: NameWords, language: Language) -> float:
    """Return how like two runs of words are that begin or end alike: 1 is the same."""
    edges = _like(run[0], right[0], language), _like(run[-1], right[-1], language)
    if not any(edges):
        return 0.0
    best = [0.0] * (len(right) + 1)
    for word in run:
        row = [0.0]
        for at, other in enumerate(right):
            row.append(max(best[at] + _like(word, other, language), best[at + 1], row[at]))
        best = row
    return best[-1] / max(len(run), len(right))


def _like(one: str, other: str, language: Language) -> float:
    if one == other:
        return _LITTLE if (one,) in _little(language) else 1.0
    if {(one,), (other,)} <= language.be:
        return _ALIKE
    kind = kind_of(one, language)
    if kind and kind == kind_of(other, language):
        return _ALIKE
    return _ALIKE if _is_spelled_alike(one, other) and not _are_little(one, other, language) else 0


def _little(language: Language) -> frozenset[NameWords]:
    return language.determiners | language.prepositions | language.to | language.be


def _are_little(one: str, other: str, language: Language) -> bool:
    little = _little(language) | language.pronouns | language.subjects
    return (one,) in little or (other,) in little


def _is_spelled_alike(one: str, other: str) -> bool:
    """Whether two words share most of their letters at the beginning and the end."""
    short = min(len(one), len(other))
    before = next((at for at in range(short) if one[at] != other[at]), short)
    rest = short - before
    behind = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return before + behind >= max(2, _LETTERS * short)


def _same_end(words: list[_Word], right: NameWords, language: Language) -> Span | None:
    """Return "behind the church" for "in front of the church": led otherwise, to the same."""
    leads = language.prepositions | language.to | language.into | language.at
    led = max(longest_at(leads, right, 0), longest_at(language.answers["leading_words"], right, 0))
    thing = right[led:]
    spoken = tuple(word.spoken for word in words)
    places = [at for at in range(len(spoken)) if spoken[at : at + len(thing)] == thing]
    if not (led and thing) or len(places) != 1:
        return None
    at = places[0]
    before = longest_before(leads | language.answers["leading_words"], spoken[:at], at)
    if not before or spoken[at - before : at] == right[:led]:
        return None
    return words[at - before].start, words[at + len(thing) - 1].end


def complement(old: Phrase, right: NameWords, language: Language) -> Span | None:
    """Return what a text says of its subject: "locked" of "the gate's locked", for "it's open"."""
    words = list(_words(old, language))
    verbs = [at for at, word in enumerate(words) if (word.spoken,) in language.be]
    if len(verbs) != 1 or not right or len(right) > _SAID_OF_IT:
        return None
    first = verbs[0] + 1
    tail = tuple(word.spoken for word in words[first:])
    leads = language.prepositions | language.to | language.at | language.determiners
    is_led = any((word,) in leads for word in (*tail, *right))
    is_counted = any(kind_of(word, language) for word in (*tail, *right))
    if not 0 < len(tail) <= _SAID_OF_IT or is_led or is_counted:
        return None
    return words[first].start, words[-1].end


def last_place(old: Phrase, right: NameWords, language: Language) -> Span | None:
    """Return the "in the van" that a text ends with, for "under the van mat"."""
    leads = language.prepositions | language.into | language.at
    leads |= language.answers["leading_words"]
    led = longest_at(leads, right, 0)
    if not led or led == len(right) or any((word,) in language.be for word in right):
        return None
    ends = range(max(1, len(old) - _PLACED), len(old) - 1)
    at = next((at for at in ends if longest_at(leads, old.spoken, at)), 0)
    return old.span(at, len(old)) if at else None


def last_thing(old: Phrase, right: NameWords, language: Language) -> Span | None:
    """Return the last noun of a text, where these words may be said for it: "terrace".

    It is the word behind an article, or behind another word that an article leads; where these
    words have an article, it goes with the noun.
    """
    article = longest_at(language.determiners, right, 0)
    word = right[article:]
    little = _little(language) | language.pronouns | language.adverbs | language.subjects
    if len(word) != 1 or word in little or kind_of(word[0], language):
        return None
    words = list(_words(old, language))
    spoken = tuple(word.spoken for word in words)
    for at in range(len(spoken) - 1, 0, -1):
        led = _article_before(spoken, at, little, language)
        ends = spoken[at + 1 : at + 2]
        is_last = not ends or ends in little | language.conjunctions | language.modals
        if led is not None and is_last and not kind_of(spoken[at], language):
            first = led if article and led == at - 1 else at
            return words[first].start, words[at].end
    return None


def _article_before(
    spoken: NameWords, at: int, little: frozenset[NameWords], language: Language
) -> int | None:
    """Return where the article of a noun stands: "the patio", "the back patio"; None for none."""
    if spoken[at : at + 1] in little:
        return None
    if spoken[at - 1 : at] in language.determiners:
        return at - 1
    is_led = at > 1 and spoken[at - 2 : at - 1] in language.determiners
    return at - 2 if is_led and spoken[at - 1 : at] not in little else None
