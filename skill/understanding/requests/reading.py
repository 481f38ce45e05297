"""A request to hear by what its words mean, whatever their order. Pure."""

from itertools import takewhile

from skill.understanding.phrase import Phrase
from skill.understanding.requests.meaning import meaning, pace
from skill.understanding.requests.parts import Parser
from skill.understanding.requests.request import Request
from skill.understanding.requests.vocabulary import Vocabulary, vocabulary

_ASKING = frozenset(
    "helping what who when where whether how_many how_long hear catch_up missed slower faster "
    "on again earlier".split()
)
_NAMING = frozenset(
    "new message direct reply mention thread last latest numbers own arrived".split()
)
_CLAIMING = frozenset({"helping"})
_ELSEWHERE = frozenset({"time_leads", "about", "in", "from"})
"""What leads to other words that are not of what is asked for."""


def read_request(words: str, locale: str, asked: str = "") -> Request | None:
    """Return what is asked for, None where some word is no part of such a request.

    Args:
        words: what was said.
        locale: whose words they are.
        asked: what was said before them, where that is known to ask ("what", "read").
    """
    known = vocabulary(locale)
    phrase = Phrase(f"{asked} {words}".strip())
    first = 0 if asked else _behind_leads(phrase, known)
    if first == len(phrase) or not _may_ask(phrase, first, known):
        return None
    faster_or_slower = pace(phrase, first, known)
    if faster_or_slower:
        return Request(faster_or_slower)
    parts = Parser(phrase, first, known).parts()
    return meaning(parts, phrase, known) if parts else None


def _behind_leads(phrase: Phrase, known: Vocabulary) -> int:
    at = 0
    while size := known.list_at("leads", phrase.spoken, at):
        at += size
    return at


def _may_ask(phrase: Phrase, first: int, known: Vocabulary) -> bool:
    """Whether it begins like a request: a question, an order, or a thing that nothing is said of.

    "We have new messages" and "the last message was great" say something.
    """
    size, tags = known.tags_at(phrase.spoken, first)
    if known.list_at("statements", phrase.spoken, first) and not tags & _ASKING:
        return False
    if tags & _ASKING:
        return True
    at = first
    while "leave_out" in tags or "me" in tags:
        at += size
        if at >= len(phrase):
            return False
        size, tags = known.tags_at(phrase.spoken, at)
        if tags & _ASKING and not tags & _NAMING:
            return "me" not in tags
    if not tags & _NAMING:
        return False
    tags_behind = (known.tags_at(phrase.spoken, each)[1] for each in range(at + size, len(phrase)))
    said = takewhile(lambda found: not found & _ELSEWHERE, tags_behind)
    return not any(found & _CLAIMING for found in said)
