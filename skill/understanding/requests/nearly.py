"""A request some word of which is no part of one, where that word matters little. Pure.

Read so only where nothing was to be sent: in a message each word may matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from skill.understanding.phrase import LONGEST_COMMAND, Phrase
from skill.understanding.requests.reading import read_request
from skill.understanding.requests.request import HearRequest, RequestKind
from skill.understanding.requests.roundabout import read_request_of_one
from skill.understanding.requests.vocabulary import Vocabulary, vocabulary

_MOST_DROPPED, _LONGEST_ROLE = 2, 4
_OF_ALL = frozenset(
    {
        RequestKind.NEW,
        RequestKind.REPLIES,
        RequestKind.MENTIONS,
        RequestKind.CATCH_UP,
        RequestKind.COUNT,
    }
)


@dataclass(frozen=True)
class Nearly:
    """A request, and the word beside it that may be a name: "what's new gaffer"."""

    request: HearRequest
    beside: str = ""

    def of(self, name: str) -> HearRequest:
        """Return what is asked for where what stands beside it is a name."""
        kind = (
            RequestKind.FROM
            if self.request.kind in _OF_ALL - {RequestKind.COUNT}
            else self.request.kind
        )
        return replace(self.request, kind=kind, name=name)


def read_nearly(words: str, locale: str, asked: str = "") -> Nearly | None:
    """Return what is asked for by all words but what is put right, or calls somebody.

    Args:
        words: what was said.
        locale: whose words they are.
        asked: what was said before them, where that is known to ask.
    """
    known, phrase = vocabulary(locale), Phrase(words)
    if len(phrase) > LONGEST_COMMAND:
        return None
    request = (
        _put_right(phrase, known, locale, asked)
        or read_request(words, locale, asked)
        or (None if asked else read_request_of_one(words, locale))
    )
    return Nearly(request) if request else _without_a_call(phrase, known, locale, asked)


def put_right(name: str, locale: str) -> str:
    """Return which name counts of "the chef I mean from Jose"."""
    known, phrase = vocabulary(locale), Phrase(name)
    hinges = [(at, size) for at, size in _hinges(phrase, known) if at]
    return _bare(phrase.after(sum(hinges[-1])), known) if hinges else name


def _put_right(phrase: Phrase, known: Vocabulary, locale: str, asked: str) -> HearRequest | None:
    """Read "anything from the chef I mean from Jose": what stands behind counts."""
    for at, size in _hinges(phrase, known):
        behind = phrase.after(at + size)
        request = read_request(behind, locale)
        if request:
            return request
        before = read_request(phrase.between(0, at), locale, asked)
        if before and before.name:
            return replace(before, name=_bare(behind, known))
    return None


def _hinges(phrase: Phrase, known: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield where words stand behind which something is put right, and how many."""
    for at in range(len(phrase)):
        size = known.list_at("puts_right", phrase.spoken, at)
        if size and at + size < len(phrase):
            yield at, size


def _bare(name: str, known: Vocabulary) -> str:
    """Return a name without what leads to it."""
    phrase = Phrase(name)
    _, tags = known.tags_at(phrase.spoken, 0)
    leads = tags & {"from", "in", "to"} and len(phrase) > 1
    return phrase.after(1) if leads else name


def _without_a_call(phrase: Phrase, known: Vocabulary, locale: str, asked: str) -> Nearly | None:
    """Read "ja so what's news", "anything new b'y": what is no word of a request calls."""
    for first, end in _edges(phrase, known, is_asked=bool(asked)):
        request = read_request(phrase.between(first, end), locale, asked)
        if request and request.kind in _OF_ALL and not request.name:
            beside = phrase.between(0, first) or phrase.between(end, len(phrase))
            return Nearly(request, beside)
    return None


def _edges(phrase: Phrase, known: Vocabulary, *, is_asked: bool) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are left without what is unknown at one end, the longest first."""
    length = len(phrase)
    for dropped in range(1, min(_MOST_DROPPED, length - 1) + 1):
        if not is_asked and _is_unknown(phrase, 0, dropped, known):
            yield dropped, length
        end = length - dropped
        if _is_unknown(phrase, end, length, known) and not _leads_on(phrase, end, known):
            yield 0, end
    yield from _before_a_role(phrase, known)


def _leads_on(phrase: Phrase, end: int, known: Vocabulary) -> bool:
    """Whether what stands there belongs to what is before it: "said yes to the dinner"."""
    before = (phrase.spoken[end - 1],)
    return any(before in known.lists[name] for name in ("determiners", "to", "from", "in", "about"))


def _before_a_role(phrase: Phrase, known: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield what stands before what the speaker is: "any messages for a tired old cook"."""
    length = len(phrase)
    for role in range(max(2, length - _LONGEST_ROLE), length):
        is_role = (phrase.spoken[role - 1],) in known.lists["determiners"]
        if is_role and (phrase.spoken[role - 2],) in known.lists["for"]:
            yield 0, role - 2


def _is_unknown(phrase: Phrase, first: int, end: int, known: Vocabulary) -> bool:
    return not any(known.tags_at(phrase.spoken, at)[1] for at in range(first, end))
