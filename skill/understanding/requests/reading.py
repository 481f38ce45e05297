"""A request to hear by what its words mean, whatever their order. Pure."""

from itertools import takewhile

from skill.understanding.phrase import Phrase
from skill.understanding.requests.meaning import meaning, pace
from skill.understanding.requests.parts import Parser
from skill.understanding.requests.request import Kind, Request
from skill.understanding.requests.vocabulary import Vocabulary, vocabulary

_ASKING = frozenset(
    {
        "helping", "what", "who", "when", "where", "whether", "how_many", "how_long", "hear",
        "catch_up", "missed", "slower", "faster", "on", "again", "earlier",
    }
)  # fmt: skip
_NAMING = frozenset(
    {
        "new", "message", "direct", "reply", "mention", "thread", "last", "latest", "numbers",
        "own", "arrived",
    }
)  # fmt: skip
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


def read_request_behind(words: str, locale: str) -> Request | None:
    """Return what is asked for at the end of what one says of oneself, None for nothing.

    "I was away all day what did I miss": said to colleagues, it would not ask what is new.
    """
    known, phrase = vocabulary(locale), Phrase(words)
    if not known.list_at("speaker", phrase.spoken, 0):
        return None
    for at in range(1, len(phrase)):
        _, tags = known.tags_at(phrase.spoken, at)
        if "what" in tags:
            found = read_request(phrase.after(at), locale)
            is_of_all = found and found.kind in {Kind.NEW, Kind.CATCH_UP} and not found.name
            is_of_you = any((word,) in known.lists["device"] for word in phrase.spoken[at:])
            return found if is_of_all and not is_of_you else None
    return None


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
    while article := known.list_at("articles", phrase.spoken, at):
        at += article
    size, tags = known.tags_at(phrase.spoken, at) if at < len(phrase) else (0, frozenset())
    if not tags & _NAMING or "helping" in tags:
        return False
    tags_behind = (known.tags_at(phrase.spoken, end)[1] for end in range(at + size, len(phrase)))
    said = takewhile(lambda found: not found & _ELSEWHERE, tags_behind)
    return not any(found & _CLAIMING for found in said)
