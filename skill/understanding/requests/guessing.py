"""What a question may be about that is no request in all of its words. Pure.

"Is the bridge open yet" may have its answer among what is new. It is looked for, never taken for
granted: what is told so is said to be a guess.
"""

from collections.abc import Iterator

from skill.understanding.phrase import Phrase
from skill.understanding.requests.vocabulary import vocabulary

_LONGEST_NAME = 5
_LEADS = frozenset({"in", "from", "with"})


def names_at_the_end(words: str, locale: str) -> Iterator[str]:
    """Yield what may be the name of somebody or some place at the end, the longest first."""
    known, phrase = vocabulary(locale), Phrase(words)
    for at in range(max(1, len(phrase) - _LONGEST_NAME), len(phrase)):
        before = (known.tags.get(phrase.spoken[at - size : at]) for size in (1, 2) if size <= at)
        if any(tags and tags & _LEADS for tags in before):
            yield phrase.after(at)


def names_within(words: str, locale: str) -> Iterator[str]:
    """Yield what may be a name anywhere, the longest first: "has Mark given me the okay"."""
    known, phrase = vocabulary(locale), Phrase(words)
    for size in range(min(_LONGEST_NAME, len(phrase)), 0, -1):
        for at in range(len(phrase) - size + 1):
            spoken = phrase.spoken[at : at + size]
            if any(not known.tags.get((word,)) for word in spoken):
                yield phrase.between(at, at + size)


def subject(words: str, locale: str) -> tuple[str, ...]:
    """Return the words that no list has, as they are compared: what a question is about."""
    known, phrase = vocabulary(locale), Phrase(words)
    found, at = [], 0
    while at < len(phrase):
        size, tags = known.tags_at(phrase.spoken, at)
        if not tags:
            found.append(phrase.spoken[at])
        at += size
    return tuple(found)


def is_open_question(words: str, locale: str) -> bool:
    """Whether it asks everybody for what somebody may have said: "where's the tape gun"."""
    return vocabulary(locale).list_at("open_questions", Phrase(words).spoken, 0) > 0
