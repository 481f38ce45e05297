"""What of the words said to be right goes into the place of wrong ones in a text. Pure.

"Karen is picking up the cake (not carl)" says again what stands beside the wrong word, "it opens at
one (not noon)" with a pronoun for what comes before it, "it's the shed that's open (not the gate)"
behind a relative: only what differs goes in.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase

Span = tuple[int, int]

_LONG_WORD = 3


def fitted(old: Phrase, place: Span, phrase: Phrase, right: Span, language: Language) -> Span:
    """Return which of the right words go into the place; more than one of them may be left out."""
    start, stop = _bare(old, place, phrase, right, language)
    good = phrase.spoken[start:stop]
    before, behind = old.spoken[: place[0]], old.spoken[place[1] :]
    led = max(
        (
            n
            for n in range(min(len(good), len(before) + 1))
            if before[len(before) - n :] == good[:n]
        ),
        default=0,
    )
    led = led or _led_by_a_pronoun(before, good, language)
    good = good[led:]
    told = max(
        (n for n in range(min(len(good), len(behind) + 1)) if behind[:n] == good[len(good) - n :]),
        default=0,
    )
    start, stop = start + led, stop - told
    return start, _before_a_relative(old, phrase, (start, stop), language)


def is_clean(old: Phrase, said: NameWords, new: NameWords, language: Language) -> bool:
    """Whether a text is one that may have been meant: no word of correcting, no run twice over."""
    if any(_comes_twice(new, at) and not _comes_twice(old.spoken, at) for at in range(len(new))):
        return False
    closers = language.answers["behind_right"] | language.sent["closing"] | language.sent["manners"]
    length = longest_before(closers, said, len(said))
    is_of_it = said[len(said) - length :] == old.spoken[len(old) - length :]
    return not 0 < length < len(said) or is_of_it


def _comes_twice(spoken: NameWords, at: int) -> bool:
    """Whether a run of words that begins there follows itself: "the the", "is late is late"."""
    return any(
        spoken[at : at + n] == spoken[at + n : at + 2 * n]
        for n in range(1, (len(spoken) - at) // 2 + 1)
    )


def _bare(old: Phrase, place: Span, phrase: Phrase, right: Span, language: Language) -> Span:
    """Return the right words without "it's", "i meant" around them, where something is left."""
    start, stop = right
    bad = old.spoken[slice(*place)]
    known = language.answers
    leads = known["it_is_rather"] | known["exclaiming"] | known["before_right"] | known["refusals"]
    leads |= language.sent["asked_politely"]
    leads -= language.determiners
    while (length := longest_at(leads, phrase.spoken, start)) and start + length < stop:
        if bad[:length] == phrase.spoken[start : start + length]:
            break
        start += length
    closers = language.answers["behind_right"] | language.sent["closing"] | language.sent["manners"]
    while length := longest_before(closers, phrase.spoken[:stop], stop):
        if stop - length <= start:
            break
        stop -= length
    return start, stop


def _led_by_a_pronoun(before: NameWords, good: NameWords, language: Language) -> int:
    """Return the length of "it opens at", which says "the gate opens at" again; 0 for none."""
    if good[:1] not in language.subjects | language.objects:
        return 0
    return max(
        (
            n + 1
            for n in range(1, min(len(good) - 1, len(before) + 1))
            if before[len(before) - n :] == good[1 : n + 1]
        ),
        default=0,
    )


def _before_a_relative(old: Phrase, phrase: Phrase, right: Span, language: Language) -> int:
    """Return where "dave who's bringing it" ends before its "who's", of a text with "bringing"."""
    start, stop = right
    for at in range(start + 1, stop):
        word = phrase.spoken[at]
        is_relative = (word.removesuffix("s"),) in language.answers["cleft"]
        rest = phrase.spoken[at + 1 : stop]
        told = any(len(other) > _LONG_WORD and other in old.spoken for other in rest)
        # "Who's running it" takes up "runs the stall"; "that" may as well point to something.
        told = told or not rest or (word,) not in language.that
        if is_relative and word not in old.spoken and told:
            return at
    return stop
