"""A request to hear by what its words mean, whatever their order. Pure."""

from itertools import takewhile

from skill.understanding.phrase import LONGEST_COMMAND, Phrase
from skill.understanding.requests.chunks import is_possessive
from skill.understanding.requests.framing import (
    ASKING,
    LEADS,
    asks_behind_breaths,
    behind,
    starts,
    tells_others,
)
from skill.understanding.requests.meaning import meaning, pace
from skill.understanding.requests.parser import Parser
from skill.understanding.requests.request import HearRequest, RequestKind
from skill.understanding.requests.vocabulary import Vocabulary, vocabulary

_NAMING = frozenset(
    {
        "new", "message", "direct", "reply", "mention", "thread", "last", "latest", "numbers",
        "own", "arrived", "summary",
    }
)  # fmt: skip
CLAIMING = frozenset({"helping"})
_LONGEST_SUBJECT = 3
_ASIDES, _EXCUSES = "asides", "excuses"
"""What is said beside a request, and what may as well be a part of one: "the thing I had sent"."""
_ELSEWHERE = frozenset({"time_leads", "about", "in", "from"})
"""What leads to other words that are not of what is asked for."""


def read_request(words: str, locale: str, asked: str = "") -> HearRequest | None:
    """Return what is asked for, None where some word is no part of such a request.

    Args:
        words: what was said.
        locale: whose words they are.
        asked: what was said before them, where that is known to ask ("what", "read").
    """
    known = vocabulary(locale)
    phrase = Phrase(f"{asked} {words}".strip())
    if len(phrase) > LONGEST_COMMAND:
        return None
    firsts = (0,) if asked else starts(phrase, known)
    asked_for = (Phrase(phrase.after(first)) if first else phrase for first in firsts)
    found = (_with_an_aside(one, known) for one in asked_for)
    return next(filter(None, found), None)


def _with_an_aside(phrase: Phrase, known: Vocabulary) -> HearRequest | None:
    """Read "what's new, I've got gloves on": why one asks belongs to what is asked."""
    excused = _before(phrase, known, _EXCUSES)
    if excused and excused.kind is RequestKind.AGAIN:
        return excused
    return (
        _before(phrase, known, _ASIDES)
        or _whole(phrase, known)
        or excused
        or _before_a_clause(phrase, known)
    )


def _whole(phrase: Phrase, known: Vocabulary) -> HearRequest | None:
    if not _may_ask(phrase, 0, known):
        return None
    faster_or_slower = pace(phrase, 0, known)
    if faster_or_slower:
        return HearRequest(faster_or_slower)
    parts = Parser(phrase, 0, known).parts()
    return meaning(parts, phrase, known) if parts else None


def _before(phrase: Phrase, known: Vocabulary, asides: str) -> HearRequest | None:
    ends = (at for at in range(1, len(phrase)) if known.list_at(asides, phrase.spoken, at))
    found = (_whole(Phrase(phrase.between(0, at)), known) for at in ends)
    return next(filter(None, found), None)


def _before_a_clause(phrase: Phrase, known: Vocabulary) -> HearRequest | None:
    """Read "any messages, the kettle's on": a sentence of its own behind a request tells why."""
    if any(tells_others(phrase, at, known) for at in range(len(phrase))):
        return None
    for at in range(1, len(phrase) - 2):
        if not known.list_at("before_names", phrase.spoken, at):
            continue
        subject = range(at + 2, min(at + 2 + _LONGEST_SUBJECT, len(phrase)))
        said_of = (
            is_possessive(phrase, end) or known.list_at("inverting", phrase.spoken, end)
            for end in subject
        )
        found = _whole(Phrase(phrase.between(0, at)), known) if any(said_of) else None
        if found:
            return found
    return None


def is_aside(words: str, locale: str) -> bool:
    """Whether words only say why one asks: "I had the drill going"."""
    known, spoken = vocabulary(locale), Phrase(words).spoken
    return any(known.list_at(asides, spoken, 0) for asides in (_ASIDES, _EXCUSES))


def may_ask(words: str, locale: str) -> bool:
    """Whether words begin like a request, whatever follows."""
    known, phrase = vocabulary(locale), Phrase(words)
    first = behind(phrase, known, LEADS)
    begins = first < len(phrase) and _may_ask(phrase, first, known)
    return begins or asks_behind_breaths(words, locale)


def _may_ask(phrase: Phrase, first: int, known: Vocabulary) -> bool:
    """Whether it begins like a request: a question, an order, or a thing that nothing is said of.

    "We have new messages" and "the last message was great" say something.
    """
    size, tags = known.tags_at(phrase.spoken, first)
    if known.list_at("statements", phrase.spoken, first) and not tags & ASKING:
        return _asks_of_anybody(phrase, first + size, known)
    if tags & ASKING:
        return True
    at = first
    while article := known.list_at("before_things", phrase.spoken, at):
        at += article
    size, tags = known.tags_at(phrase.spoken, at) if at < len(phrase) else (0, frozenset())
    if not tags & _NAMING or "helping" in tags:
        return False
    tags_behind = (known.tags_at(phrase.spoken, end)[1] for end in range(at + size, len(phrase)))
    said = takewhile(lambda found: not found & _ELSEWHERE, tags_behind)
    return not any(found & CLAIMING for found in said)


def _asks_of_anybody(phrase: Phrase, at: int, known: Vocabulary) -> bool:
    """Whether it is "anybody answer my question", "anyone writing about the tent".

    Nobody says that of anybody.
    """
    is_any = (phrase.spoken[at - 1],) in known.lists["any"]
    verb = (phrase.spoken[at],) if at < len(phrase) else ()
    is_doing = at < len(phrase) and known.list_at("is_doing", phrase.spoken, at) > 0
    return is_any and (is_doing or verb in known.lists["does"])
