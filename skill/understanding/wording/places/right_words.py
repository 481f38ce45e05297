"""Which words of a correction are the right ones: "no the day is wrong it's monday". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.wording.corrections.kinds import kind_of

_STRAY = 3
"""So many words may stand before "i meant" that no list has: "jumping beans i meant three"."""

_FOUND = 5
"""So many words may find fault with what was said."""

BEFORE_RIGHT = ("fillers", "refusals", "before_right")

Span = tuple[int, int]


def right_words(spoken: NameWords, language: Language) -> Span:
    """Return the words that are right, without "i meant", "it should be", "sorry" around them.

    Of "third sorry the third" it is what is said behind.
    """
    known, end = language.answers, len(spoken)
    at = _behind_leads(spoken, 0, end, language)
    while end > at and (length := longest_before(known["behind_right"], spoken[:end], end)):
        end = max(at, end - length)
    for place in range(at + 1, end):
        behind = _behind_leads(spoken, place, end, language)
        if place < behind < end and _goes_before(spoken[at:place], spoken[behind:end], language):
            return behind, end
    return at, end


def only_exclaims(spoken: NameWords, start: int, language: Language) -> bool:
    """Whether nothing but an exclamation leads to what is right: "oh my god the cake"."""
    at = 0
    while at < start:
        length = longest_at(language.answers["exclaiming"], spoken, at)
        if not length:
            return False
        at += length
    return start > 0 and not any(
        longest_at(language.answers[words], spoken, 0) == start for words in BEFORE_RIGHT
    )


def _behind_leads(spoken: NameWords, at: int, end: int, language: Language) -> int:
    """Return where "no", "i meant", "the day is wrong it should be" end that begin at a word."""
    known, first = language.answers, at
    while at < end:
        length = max(longest_at(known[words], spoken, at) for words in BEFORE_RIGHT)
        length = max(
            length, _fault(spoken, at, language), longest_at(known["exclaiming"], spoken, at)
        )
        # "No honey fifty pies", "sorry chef three": who is called by it is in the room.
        called = language.asked["vocatives"] | known["called"]
        length = length or (longest_at(called, spoken, at) if at > first else 0)
        length = length or (_stray(spoken, at, language) if not first else 0)
        length = length or _found_fault(spoken, at, language)
        if not length:
            break
        at += length
    return at


def _stray(spoken: NameWords, at: int, language: Language) -> int:
    """Return how many words stand before sure words of correction and say nothing themselves."""
    telling = language.subjects | language.be | language.modals | language.prepositions
    telling |= language.determiners | language.to | language.into
    for end in range(at + 1, min(at + _STRAY, len(spoken) - 1) + 1):
        length = longest_at(language.answers["surely_right"], spoken, end)
        if length:
            return end - at if end + length < len(spoken) else 0
        if (spoken[end - 1],) in telling or kind_of(spoken[end - 1], language):
            return 0
    return 0


def _found_fault(spoken: NameWords, at: int, language: Language) -> int:
    """Return the length of "you've got that wrong" before "it's the tenth"; 0 for none."""
    known = language.answers
    leads = known["surely_right"] | known["it_is_rather"]
    for end in range(at + 1, min(at + _FOUND, len(spoken) - 1) + 1):
        is_faulty = longest_before(known["faulty"], spoken[:end], end) > 0
        led = longest_at(leads, spoken, end) if is_faulty else 0
        if led and end + led < len(spoken):
            return end - at
    return 0


def _fault(spoken: NameWords, at: int, language: Language) -> int:
    """Return the length of "wrong day", "i got the day wrong", "the day is wrong"; 0 for none."""
    known = language.answers
    before = longest_at(known["fault_before"], spoken, at)
    part = longest_at(known["parts_of_text"], spoken, at + before)
    if not part and (spoken[at + before - 1 : at + before] in known["fault_behind"]) and before:
        # "Wrong table it's nine": what is right follows.
        is_led = longest_at(known["surely_right"] | known["it_is_rather"], spoken, at + before + 1)
        return before + 1 if is_led else 0
    if not (before and part):
        return 0
    behind = longest_at(known["fault_behind"], spoken, at + before + part)
    leads = known["surely_right"] | known["it_is_rather"]
    if longest_at(leads, spoken, at + before + part):
        # "Fix the number it's eleven".
        return before + part
    is_said = spoken[at + before - 1 : at + before] in known["fault_behind"]
    return before + part + behind if behind or is_said else 0


def _goes_before(first: NameWords, again: NameWords, language: Language) -> bool:
    """Whether words are said once more behind: "third" and "the third", "the terrace" and it."""
    bare = [words[longest_at(language.determiners, words, 0) :] for words in (first, again)]
    return bool(bare[0]) and bare[1][: len(bare[0])] == bare[0]


def without_one(spoken: NameWords, start: int, end: int, language: Language) -> int:
    """Return where "the big one" ends without its "one", which stands for what is in the text.

    "At one" ends with a number.
    """
    one = longest_before(language.answers["standing_for_it"], spoken[:end], end)
    rest = spoken[start : end - one]
    leads = language.prepositions | language.to | language.at | language.be | language.determiners
    described = len(rest) == 1 or rest[:1] in language.determiners
    return end - one if one and described and rest[-1:] not in leads else end


def behind_fillers(spoken: NameWords, language: Language) -> int:
    """Return where a correction begins: behind "oops", "no"."""
    known, at = language.answers, 0
    while at < len(spoken):
        length = max(longest_at(known[words], spoken, at) for words in BEFORE_RIGHT)
        if not length:
            break
        at += length
    return at
