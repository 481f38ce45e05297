"""A request to hear by what its words mean, whatever their order. Pure."""

from dataclasses import replace
from itertools import takewhile

from skill.understanding.phrase import Phrase
from skill.understanding.requests.chunks import is_possessive
from skill.understanding.requests.meaning import meaning, pace
from skill.understanding.requests.parser import Parser
from skill.understanding.requests.request import HearRequest, RequestKind
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
        "own", "arrived", "summary",
    }
)  # fmt: skip
_CLAIMING = frozenset({"helping"})
_OF_ONE = frozenset(
    {
        RequestKind.NEW,
        RequestKind.REPLIES,
        RequestKind.FROM,
        RequestKind.LAST,
        RequestKind.COUNT,
        RequestKind.CATCH_UP,
    }
)
_OF_ALL = frozenset({RequestKind.NEW, RequestKind.REPLIES, RequestKind.COUNT, RequestKind.CATCH_UP})
_BEHIND_A_FRONT = frozenset({"leave_out", "wrote", "answered", "helping", "channel", "me"})
_LONGEST_FRONT, _LONGEST_NAME = 7, 4
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
    first = 0 if asked else _behind_leads(phrase, known)
    if first == len(phrase) or not _may_ask(phrase, first, known):
        return None
    excused = _before_an_aside(phrase, first, known, _EXCUSES)
    if excused and excused.kind is RequestKind.AGAIN:
        return excused
    return (
        _before_an_aside(phrase, first, known, _ASIDES) or _whole(phrase, first, known) or excused
    )


def _whole(phrase: Phrase, first: int, known: Vocabulary) -> HearRequest | None:
    faster_or_slower = pace(phrase, first, known)
    if faster_or_slower:
        return HearRequest(faster_or_slower)
    parts = Parser(phrase, first, known).parts()
    return meaning(parts, phrase, known) if parts else None


def _before_an_aside(
    phrase: Phrase, first: int, known: Vocabulary, asides: str
) -> HearRequest | None:
    """Read "what's new, I've got gloves on": why one asks belongs to what is asked."""
    for at in range(first + 1, len(phrase)):
        if known.list_at(asides, phrase.spoken, at):
            found = _whole(Phrase(phrase.between(0, at)), first, known)
            if found:
                return found
    return None


def is_aside(words: str, locale: str) -> bool:
    """Whether words only say why one asks: "I had the drill going"."""
    known, spoken = vocabulary(locale), Phrase(words).spoken
    return any(known.list_at(asides, spoken, 0) for asides in (_ASIDES, _EXCUSES))


def read_again_of_one(words: str, locale: str) -> HearRequest | None:
    """Return whose last message is to be said again: "Hope's again", "Hope's one once more"."""
    known, phrase = vocabulary(locale), Phrase(words)
    owner = next((at for at in range(len(phrase)) if is_possessive(phrase, at + 1)), None)
    if owner is None or owner >= _LONGEST_NAME:
        return None
    at = owner + 1
    if at + 1 < len(phrase) and known.is_one(phrase.spoken, at):
        at += not known.list_at("again", phrase.spoken, at)
    size = known.list_at("again", phrase.spoken, at) if at < len(phrase) else 0
    name = phrase.between(0, owner + 1)[: -len("'s")]
    return HearRequest(RequestKind.LAST, name) if size and at + size == len(phrase) else None


def read_request_of_one(words: str, locale: str) -> HearRequest | None:
    """Return what is asked of somebody or some place named first: "Joy wrote, what did she say".

    What is asked goes back to the name by a word for somebody or for a place.
    """
    known, phrase = vocabulary(locale), Phrase(words)
    first = _behind_leads(phrase, known, "fronts")
    for at in range(first + 1, min(len(phrase), first + _LONGEST_FRONT)):
        if not known.list_at("asks_again", phrase.spoken, at):
            continue
        found = read_request(phrase.between(at, len(phrase)), locale)
        name = _name_of_front(phrase, first, at, known)
        if found and name and found.kind in _OF_ONE and not found.name:
            kind = (
                RequestKind.FROM
                if found.kind in {RequestKind.NEW, RequestKind.REPLIES}
                else found.kind
            )
            return replace(found, kind=kind, name=name)
    return None


def read_one_more(words: str, locale: str) -> HearRequest | None:
    """Return the name that is asked of next, behind a reading: "and in general", "and from Ana"."""
    known, phrase = vocabulary(locale), Phrase(words)
    first = _behind_leads(phrase, known, "fronts")
    left = len(phrase) - first
    if not first or not 0 < left <= _LONGEST_NAME:
        return None
    tags = (known.tags_at(phrase.spoken, at)[1] for at in range(first, len(phrase)))
    if any(found & (_ASKING | _CLAIMING | {"speaker", "wrote"}) for found in tags):
        return None
    return HearRequest(RequestKind.FROM, phrase.between(first, len(phrase)))


def _name_of_front(phrase: Phrase, first: int, end: int, known: Vocabulary) -> str:
    """Return the name that stands before what is asked; "" where it is none, or not gone back to.

    A thing that is asked for ("any word") needs nothing that goes back.
    """
    behind = phrase.spoken[end:]
    goes_back = any((word,) in known.lists["back_to_one"] for word in behind)
    if not (goes_back or known.list_at("articles", phrase.spoken, end)):
        return ""
    while end > first and known.tags_at(phrase.spoken[:end], end - 1)[1] & _BEHIND_A_FRONT:
        end -= 1
    between = (known.tags_at(phrase.spoken, at)[1] for at in range(first, end))
    return "" if any(tags & _ASKING for tags in between) else phrase.between(first, end)


def read_request_behind(words: str, locale: str) -> HearRequest | None:
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
            is_of_all = (
                found and found.kind in {RequestKind.NEW, RequestKind.CATCH_UP} and not found.name
            )
            is_of_you = any((word,) in known.lists["device"] for word in phrase.spoken[at:])
            return found if is_of_all and not is_of_you else None
    return None


def read_request_greeted(words: str, locale: str) -> HearRequest | None:
    """Return what is asked for behind a greeting, None for nothing: "well what's the word"."""
    known, phrase = vocabulary(locale), Phrase(words)
    size = known.list_at("greetings", phrase.spoken, 0)
    found = read_request(phrase.after(size), locale) if size < len(phrase) and size else None
    is_of_you = any((word,) in known.lists["device"] for word in phrase.spoken)
    return found if found and found.kind in _OF_ALL and not (found.name or is_of_you) else None


def _behind_leads(phrase: Phrase, known: Vocabulary, leads: str = "leads") -> int:
    at = 0
    while size := known.list_at(leads, phrase.spoken, at):
        at += size
    return at


def may_ask(words: str, locale: str) -> bool:
    """Whether words begin like a request, whatever follows."""
    known, phrase = vocabulary(locale), Phrase(words)
    first = _behind_leads(phrase, known)
    return first < len(phrase) and _may_ask(phrase, first, known)


def _may_ask(phrase: Phrase, first: int, known: Vocabulary) -> bool:
    """Whether it begins like a request: a question, an order, or a thing that nothing is said of.

    "We have new messages" and "the last message was great" say something.
    """
    size, tags = known.tags_at(phrase.spoken, first)
    if known.list_at("statements", phrase.spoken, first) and not tags & _ASKING:
        return _asks_of_anybody(phrase, first + size, known)
    if tags & _ASKING:
        return True
    at = first
    while article := known.list_at("before_things", phrase.spoken, at):
        at += article
    size, tags = known.tags_at(phrase.spoken, at) if at < len(phrase) else (0, frozenset())
    if not tags & _NAMING or "helping" in tags:
        return False
    tags_behind = (known.tags_at(phrase.spoken, end)[1] for end in range(at + size, len(phrase)))
    said = takewhile(lambda found: not found & _ELSEWHERE, tags_behind)
    return not any(found & _CLAIMING for found in said)


def _asks_of_anybody(phrase: Phrase, at: int, known: Vocabulary) -> bool:
    """Whether it is "anybody answer my question", "anyone writing about the tent".

    Nobody says that of anybody.
    """
    is_any = (phrase.spoken[at - 1],) in known.lists["any"]
    verb = (phrase.spoken[at],) if at < len(phrase) else ()
    is_doing = at < len(phrase) and known.list_at("is_doing", phrase.spoken, at) > 0
    return is_any and (is_doing or verb in known.lists["does"])
