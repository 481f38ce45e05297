"""A text without words of it that are to be left out, or cut down to some of them. Pure.

"Take the darling out of it", "without the please", "shorter, just i go now".
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.wording.aligned.words import Compared, Found, Span

_LEFT_OUT, _STRAY = 2.2, 0.12
_SHORTENED = 4.0
_MOST_BEFORE = 4
"""So many words may stand before the verb."""
_CLAUSE = 3
_DANGLING = 3
"""So many words that led to what is left out go with it: "because of"."""


def left_out(both: Compared) -> Iterator[Found]:
    """Yield the texts without what a verb of leaving out has behind it."""
    known, words = both.language.sent, both.said_words
    for at in range(min(len(words), _MOST_BEFORE + 1)):
        verb = longest_at(known["cutting"] | known["cutting_apart"], words, at)
        if not verb:
            continue
        first = at + verb
        place, end = _named(both, first)
        if place is None:
            continue
        stop = end + longest_at(known["cut_part"], words, end)
        particle = longest_at(known["cut_off"], words, stop)
        alone = longest_at(known["cutting"], words, at) == verb
        if (alone or particle) and _says_why(both, stop + particle):
            strays = len(words) - stop - particle + at
            yield from _without(both, place, _LEFT_OUT - _STRAY * strays)


def _named(both: Compared, first: int) -> tuple[Span | None, int]:
    """Return the longest words of the text that are named there, and where they end."""
    words = both.said_words
    behind = first + longest_at(both.language.sent["cut_what"], words, first)
    for start in dict.fromkeys((first, behind)):
        for end in range(len(words), start, -1):
            places = both.places(words[start:end])
            # "The please", "the word not" name a word that tells nothing by itself.
            told = start > first or any(not both.is_little(word) for word in words[start:end])
            if len(places) == 1 and told and end - start < len(both.old_words):
                return (places[0], places[0] + end - start), end
    return None, first


def _says_why(both: Compared, at: int) -> bool:
    """Whether nothing follows, or a sentence of its own: "it slipped out", not "on the table"."""
    words, language = both.said_words, both.language
    closers = language.sent["closing"] | language.sent["manners"] | language.sent["asking"]
    closers |= language.signs["outcries"] | language.answers["exclaiming"]
    while length := longest_at(closers, words, at):
        at += length
    begins = language.subjects | language.signs["own_subjects"] | language.signs["contracted"]
    begins |= language.pronouns | language.clauses | language.answers["going_on"]
    return at == len(words) or longest_at(begins, words, at) > 0


def _without(both: Compared, place: Span, points: float) -> Iterator[Found]:
    """Yield the text without words, and without what led to nothing but them."""
    language, (first, end) = both.language, place
    leads = both.leading | language.determiners | language.conjunctions | language.clauses
    for _ in range(_DANGLING):
        if end == len(both.old_words) and both.old_words[first - 1 : first] in leads:
            first -= 1
    left = both.old_words[:first] + both.old_words[end:]
    verbs = language.be | language.modals
    ends = end == len(both.old_words) and left[-1:] in verbs | leads
    if not left or left[:1] in verbs or ends:
        return
    yield Found(both.without((first, end)), points, is_named=True)


def shortened(both: Compared) -> Iterator[Found]:
    """Yield "i go now home" of "shorter just i go now home": a sentence of the text's own words."""
    words, shorter = both.said_words, both.language.sent["shortening"]
    begun = next((at for at in range(len(words)) if longest_at(shorter, words, at)), None)
    if begun is None or begun > _MOST_BEFORE:
        return
    end = len(words)
    while length := longest_before(both.language.sent["closing"], words[:end], end):
        if both.places(words[end - length : end]):
            break
        end -= length
    for at in range(begun + 1, end - _CLAUSE + 1):
        led = longest_at(shorter, words, begun)
        if _is_made_of(words[at:end], both) and _begins(both, at):
            text = Phrase(both.said.between(at, end)).text
            yield Found(text, _SHORTENED - _STRAY * (at - begun - led), is_named=True)
            return


def _is_made_of(words: NameWords, both: Compared) -> bool:
    old = list(both.old_words)
    return len(words) < len(old) and all(words.count(word) <= old.count(word) for word in words)


def _begins(both: Compared, at: int) -> bool:
    word = both.said_words[at : at + 1]
    begins = both.language.subjects | both.language.beginnings | both.language.determiners
    return word in begins or word == both.old_words[:1]
