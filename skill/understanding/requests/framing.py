"""What stands before a request and is no part of it: courtesies, and words while one thinks. Pure.

"Well now what have we got" asks what "what have we got" asks. No word in front makes a message of a
request, and none makes a request of a message.
"""

from collections.abc import Iterator

from skill.understanding.openings import openings
from skill.understanding.phrase import Phrase
from skill.understanding.requests.vocabulary import Vocabulary, vocabulary

LEADS, BREATHS, WEAK_BREATHS = "leads", "breaths", "weak_breaths"
"""Courtesies; what is said while one thinks; what may as well begin a message ("good news")."""
_GREETINGS = "greetings"
_APOSTROPHES = ("'", "\u2019")
ASKING = frozenset(
    {
        "helping", "what", "who", "when", "where", "whether", "how_many", "how_long", "hear",
        "catch_up", "missed", "slower", "faster", "on", "again", "earlier",
    }
)  # fmt: skip
"""What a request may begin with, whatever follows."""
_QUESTIONS = frozenset({"what", "who", "where", "how_many", "how_long"})


def behind(phrase: Phrase, known: Vocabulary, *lists: str) -> int:
    """Return how many words at the front are in these lists."""
    at = 0
    while size := max(known.list_at(name, phrase.spoken, at) for name in lists):
        if size == 1 and is_contraction(phrase, at):
            # "We'll see you there" does not begin with "well".
            break
        at += size
    return at


def is_contraction(phrase: Phrase, at: int) -> bool:
    """Whether the word there is two in one."""
    return any(mark in phrase.between(at, at + 1) for mark in _APOSTROPHES)


def starts(phrase: Phrase, known: Vocabulary) -> Iterator[int]:
    """Yield where a request may begin, behind all that may lead to one first."""
    tried = {len(phrase)}
    weakly = behind_all(phrase, known)
    firsts = (weakly, behind(phrase, known, LEADS, BREATHS), behind(phrase, known, LEADS), 0)
    for first in firsts:
        is_weak = first == weakly and first not in firsts[1:]
        if first in tried or (is_weak and not _surely_asks(phrase, first, known)):
            continue
        tried.add(first)
        if not (first and tells_others(phrase, first, known)):
            yield first


def tells_others(phrase: Phrase, first: int, known: Vocabulary) -> bool:
    """Whether it orders there to tell somebody else than the speaker: "tell Ana too"."""
    size = known.list_at("telling", phrase.spoken, first)
    then = first + size
    if not size or then == len(phrase):
        return False
    return not any(known.list_at(name, phrase.spoken, then) for name in ("hearers", "told_of"))


def _surely_asks(phrase: Phrase, first: int, known: Vocabulary) -> bool:
    """Whether it asks or orders there, or for anything: "news from Ana" may be good news."""
    asks = known.tags_at(phrase.spoken, first)[1] & ASKING
    return bool(asks or known.list_at("anything", phrase.spoken, first))


def behind_all(phrase: Phrase, known: Vocabulary) -> int:
    """Return the same for what may begin a message; "hello, what's new with you" is one."""
    first = behind(phrase, known, LEADS, BREATHS, WEAK_BREATHS, _GREETINGS)
    is_of_you = any((word,) in known.lists["device"] for word in phrase.spoken[first:])
    return behind(phrase, known, LEADS, BREATHS, WEAK_BREATHS) if is_of_you else first


def is_led(words: str, locale: str) -> bool:
    """Whether words only lead to what is said, which begins no message: "oh any news"."""
    known, phrase = vocabulary(locale), Phrase(words)
    first = behind(phrase, known, LEADS, BREATHS)
    return 0 < first < len(phrase) and not _begins_a_message(phrase, first)


def is_greeted(words: str, locale: str) -> bool:
    """Whether something stands in front that a request may have as well as a message."""
    known, phrase = vocabulary(locale), Phrase(words)
    return 0 < behind_all(phrase, known) < len(phrase)


def asks_behind_breaths(words: str, locale: str, *, was_led: bool = False) -> bool:
    """Whether a question stands behind what leads to it, which is none that messages begin with.

    Args:
        words: what was said.
        locale: whose words they are.
        was_led: whether what led to it may have been taken off already.
    """
    known, phrase = vocabulary(locale), Phrase(words)
    first = behind_all(phrase, known)
    if not (first or was_led) or first == len(phrase) or _begins_a_message(phrase, first):
        return False
    return _is_question(phrase, first, known)


def _is_question(phrase: Phrase, first: int, known: Vocabulary) -> bool:
    """Whether a question begins there: "what ...", "is the ..."; not "do it", "when you come"."""
    size, tags = known.tags_at(phrase.spoken, first)
    then = first + size
    if tags & _QUESTIONS:
        return then < len(phrase)
    if "helping" in tags:
        return bool(
            known.list_at("inverting", phrase.spoken, first)
            or known.list_at("asked_after", phrase.spoken, then)
        )
    after = known.tags_at(phrase.spoken, then)[1] if then < len(phrase) else frozenset()
    return "when" in tags and "helping" in after


def _begins_a_message(phrase: Phrase, first: int) -> bool:
    """Whether messages begin so that are said without a verb: "has anyone seen", "are we"."""
    spoken = phrase.spoken[first:]
    begun = (Phrase(words).spoken for opening in openings().values() for words in opening.all)
    return any(spoken[: len(words)] == words for words in begun)
