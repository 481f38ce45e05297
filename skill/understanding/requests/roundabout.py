"""Requests that do not begin as one: behind a name, behind what one tells, as a statement. Pure."""

from dataclasses import replace

from skill.understanding.phrase import LONGEST_COMMAND, Phrase
from skill.understanding.requests.chunks import is_possessive
from skill.understanding.requests.framing import (
    ASKING,
    behind,
    behind_all,
    is_contraction,
)
from skill.understanding.requests.reading import CLAIMING, read_request
from skill.understanding.requests.request import HearRequest, RequestKind
from skill.understanding.requests.vocabulary import Vocabulary, vocabulary

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
_OF_ONESELF = frozenset({RequestKind.REPLIES, RequestKind.MENTIONS})
_BEHIND_A_FRONT = frozenset({"leave_out", "wrote", "answered", "helping", "channel", "me"})
_LONGEST_FRONT, _LONGEST_NAME, _LONGEST_LEAD = 7, 4, 4


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
    first = behind(phrase, known, "fronts")
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
    first = behind(phrase, known, "fronts")
    left = len(phrase) - first
    if not first or not 0 < left <= _LONGEST_NAME:
        return None
    tags = (known.tags_at(phrase.spoken, at)[1] for at in range(first, len(phrase)))
    if any(found & (ASKING | CLAIMING | {"speaker", "wrote"}) for found in tags):
        return None
    return HearRequest(RequestKind.FROM, phrase.between(first, len(phrase)))


def read_time_as_a_name(words: str, locale: str) -> HearRequest | None:
    """Return what is asked for by "(anything in) the last ten minutes", None for a name.

    What leads to a name was taken off, and leads to a time as well.
    """
    known, spoken = vocabulary(locale), Phrase(words).spoken
    for lead in sorted(known.lists["in"] | known.lists["from"]):
        if known.list_at("time_leads", (*lead, *spoken), 0) > len(lead):
            asked = known.carriers["HearIntent"]
            found = read_request(f"{' '.join(lead)} {words}", locale, asked)
            return found if found and found.limits.time else None
    return None


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
    return "" if any(tags & ASKING for tags in between) else phrase.between(first, end)


def read_request_behind(words: str, locale: str) -> HearRequest | None:
    """Return what is asked for at the end of what one says of oneself, None for nothing.

    "I was away all day what did I miss": said to colleagues, it would not ask what is new.
    """
    known, phrase = vocabulary(locale), Phrase(words)
    if not known.list_at("speaker", phrase.spoken, 0) or len(phrase) > LONGEST_COMMAND:
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


def _is_turned_round(phrase: Phrase, at: int, known: Vocabulary) -> bool:
    """Whether only a question goes so: "what did Ana ...", "did anybody ..."."""
    size, tags = known.tags_at(phrase.spoken, at)
    if not tags & {"what", "helping"} or at + size >= len(phrase):
        return False
    after = known.tags_at(phrase.spoken, at + size)[1]
    if "what" in tags:
        return is_contraction(phrase, at) or "helping" in after
    is_of_one = not after or bool(after & {"speaker", "anybody", "somebody_known"})
    return bool(known.list_at("turned_round", phrase.spoken, at)) and is_of_one


def read_request_within(words: str, locale: str) -> HearRequest | None:
    """Return what is asked behind words that no list has: "lol what did Ana say"; else None.

    They say nothing of anybody: "here is what Ana said" tells something.
    """
    known, phrase = vocabulary(locale), Phrase(words)
    for at in range(1, min(_LONGEST_LEAD + 1, len(phrase))):
        before = at - 1
        tells = known.tags_at(phrase.spoken, before)[1] & {"helping", "speaker"}
        if tells or known.list_at("statements", phrase.spoken, before):
            return None
        if is_contraction(phrase, before) or not _is_turned_round(phrase, at, known):
            continue
        is_of_you = any((word,) in known.lists["device"] for word in phrase.spoken[at:])
        return None if is_of_you else read_request(phrase.after(at), locale)
    return None


def read_whether(words: str, locale: str) -> HearRequest | None:
    """Return what "(if) somebody's waiting on an answer from me" asks; None for what is told."""
    known, phrase = vocabulary(locale), Phrase(words)
    first = behind_all(phrase, known)
    if first == len(phrase) or not known.list_at("somebody", phrase.spoken, first):
        return None
    found = read_request(phrase.after(first), locale, known.carriers["AskWhetherIntent"])
    return found if found and found.kind in _OF_ONESELF and not found.name else None
