"""A text in which words give way that were named as wrong, wherever: "make friday monday". Pure.

Whichever of two words of a kind stands in the text is the wrong one; of words of no kind it takes
a joint between both that says so: "cellar instead of pantry", "pantry is wrong cellar is right".
"""

from collections.abc import Iterator

from skill.understanding.language import PhraseSet, longest_at, longest_before
from skill.understanding.wording.aligned.words import Compared, Found, Span
from skill.understanding.wording.corrections.kinds import end_of_run

_STRAY = 0.2
_LEAST = 1.1
_NAMED = 1.9
"""What a wrong word and a right one of its kind count."""
_JOINED = 1.7
_LONGEST_RIGHT = 3


def exchanged_words(both: Compared) -> Iterator[Found]:
    """Yield the texts in which what the words name as wrong gives way to what they name so."""
    found = (*_of_a_kind(both), *_joined(both))
    yield from (one for one in found if one.points >= _LEAST)


def _of_a_kind(both: Compared) -> Iterator[Found]:
    """Yield "free on monday" for "in place of friday write monday": the only two of a kind."""
    runs = list(_kinds(both))
    for first, end, kind in runs:
        wrong = both.said_words[first:end]
        places = both.places(wrong)
        others = [
            run for run in runs if run[2] == kind and both.said_words[run[0] : run[1]] != wrong
        ]
        if len(places) != 1 or not others or _cuts_a_run(both, places[0], end - first, kind):
            continue
        right = {both.said_words[run[0] : run[1]] for run in others}
        if len(right) > 1 or _is_denied(both, others[-1][0]):
            continue
        span = others[-1][:2]
        if _are_both_meant(both, (first, end), span):
            continue
        strays = _strays(both, [(first, end), *(run[:2] for run in others)])
        place = (places[0], places[0] + end - first)
        yield Found(both.spliced(place, span), _NAMED - _STRAY * strays, is_named=True)


def _kinds(both: Compared) -> Iterator[tuple[int, int, str]]:
    """Yield what was said that has a kind; "nine nineteen" is two where the text has "nine"."""
    words, at = both.said_words, 0
    while at < len(words):
        kind = both.kind(words[at])
        end = end_of_run(words, at, kind, both.language) if kind else at + 1
        if kind:
            # "Make nine nineteen" names two; "it holds forty four" says one.
            led = longest_before(both.language.answers["before_wrong"], words[:at], at)
            split = _split(both, at, end) if led else 0
            yield from ((at, split, kind), (split, end, kind)) if split else ((at, end, kind),)
        at = end


def _split(both: Compared, first: int, end: int) -> int:
    """Return where "nine nineteen" parts, one of which the text has; 0 for nowhere."""
    words = both.said_words
    if both.places(words[first:end]):
        return 0
    for length in range(end - first - 1, 0, -1):
        if both.places(words[first : first + length]):
            return first + length
        if both.places(words[end - length : end]):
            return end - length
    return 0


def _cuts_a_run(both: Compared, at: int, length: int, kind: str) -> bool:
    """Whether a number is but a part of one of the text: the "six" of "six forty"."""
    words, end = both.old_words, at + length
    before = at > 0 and both.kind(words[at - 1]) == kind == "number"
    return before or (end < len(words) and both.kind(words[end]) == kind == "number")


def _is_denied(both: Compared, at: int) -> bool:
    """Whether what is right is what was said to be wrong: "(six) not seven", of "at six"."""
    before = both.said_words[:at]
    led = longest_before(both.language.determiners, before, at)
    denying = both.language.answers["denying"]
    return longest_before(denying, before[: at - led], at - led) > 0


def _are_both_meant(both: Compared, one: Span, other: Span) -> bool:
    """Whether it is "two or three", which says one as well as the other."""
    between = both.said_words[min(one[1], other[1]) : max(one[0], other[0])]
    return between in both.language.conjunctions | both.language.answers["both_or"]


def _joined(both: Compared) -> Iterator[Found]:
    """Yield the texts in which words of no kind give way to others, joined as wrong and right."""
    words = both.said_words
    for first in range(len(words)):
        if both.is_little(words[first]) or both.kind(words[first]):
            continue
        end = _longest_in_the_text(both, first)
        if end and len(both.places(words[first:end])) == 1:
            right = _right_behind(both, end) or _right_before(both, first)
            if right and right[0] >= 0:
                yield from _with(both, (first, end), right)


def _longest_in_the_text(both: Compared, first: int) -> int:
    end = 0
    for stop in range(first + 1, len(both.said_words) + 1):
        if not both.places(both.said_words[first:stop]):
            break
        end = end if both.is_little(both.said_words[stop - 1]) else stop
    return end


def _with(both: Compared, wrong: Span, right: Span) -> Iterator[Found]:
    words = both.said_words
    at = both.places(words[slice(*wrong)])[0]
    place = (at, at + wrong[1] - wrong[0])
    if any(both.places((word,)) for word in words[slice(*right)]) or _is_denied(both, right[0]):
        return
    strays = _strays(both, [wrong, right])
    yield Found(both.spliced(place, right), _JOINED - _STRAY * strays, is_named=True)


def _right_behind(both: Compared, end: int) -> Span | None:
    """Return the words behind a joint: "(pantry) should be cellar", "(pantry) is wrong cellar"."""
    known = both.language.answers
    joints = known["joints_to_right"]
    begun = _begins_an_exchange(both, end)
    at = _behind(both, joints | known["joints_of_exchange"] if begun else joints, end)
    return _things(both, at) if at > end or begun else None


def _begins_an_exchange(both: Compared, end: int) -> bool:
    """Whether words that name what is wrong stand before the last one: "from", "not", "make"."""
    words, first = both.said_words, end - 1
    while first and both.places(words[first - 1 : end]):
        first -= 1
    known = both.language.answers["before_wrong"]
    led = longest_before(both.language.determiners, words[:first], first)
    return longest_before(known, words[: first - led], first - led) > 0


def _behind(both: Compared, joints: PhraseSet, at: int) -> int:
    """Return where joints, talk of words and articles end that begin at a word."""
    words, first, joined = both.said_words, at, False
    while at < len(words):
        length = longest_at(joints, words, at)
        joined = joined or length > 0
        if not length and not (joined and both.is_talk(words[at])):
            length = longest_at(both.language.determiners, words, at) if joined else 0
            if not length:
                break
        at += length or 1
    return at if joined else first


def _things(both: Compared, first: int) -> Span | None:
    """Return the few words of weight that stand there, without articles before them."""
    words = both.said_words
    first += longest_at(both.language.determiners, words, first)
    end = first
    while end < len(words) and not both.is_little(words[end]) and not both.is_talk(words[end]):
        end += 1
    few = 0 < end - first <= _LONGEST_RIGHT
    return (first, end) if few else None


def _right_before(both: Compared, first: int) -> Span | None:
    """Return the words before a joint: "cellar instead of (pantry)", "cellar where (pantry) is"."""
    words = both.said_words
    at = first - longest_before(both.language.determiners, words[:first], first)
    known = both.language.answers
    sure = longest_before(known["joints_to_wrong"], words[:at], at)
    length = sure or longest_before(known["joints_behind_a_verb"], words[:at], at)
    if not length:
        return None
    end = at - length
    begins = end
    while begins and not both.is_little(words[begins - 1]) and not both.is_talk(words[begins - 1]):
        begins -= 1
    begins = max(begins, end - _LONGEST_RIGHT)
    led = longest_before(both.language.determiners, words[:begins], begins)
    verb = longest_before(known["exchanging"], words[: begins - led], begins - led)
    return (begins, end) if begins < end and (sure or verb) else None


def _strays(both: Compared, spans: list[Span]) -> int:
    """Return how many words of weight are neither of these nor talk of words."""
    told = {at for span in spans for at in range(*span)}
    lists = both.language.answers
    known = (
        lists["exclaiming"] | lists["courtesies"] | lists["standing_for_it"] | lists["negations"]
    )
    return sum(
        not both.is_little(word) and not both.is_talk(word) and (word,) not in known
        for at, word in enumerate(both.said_words)
        if at not in told and not both.places((word,))
    )
