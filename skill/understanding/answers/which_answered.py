"""Which message an answer is for: "in the thread that ...", "the second one ...". Pure."""

from dataclasses import dataclass

from skill.understanding.answers.edges import is_idle
from skill.understanding.answers.whom.pointed_out import position
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.phrase import Phrase

_SHORTEST = 2
"""So few words are no sentence that is told there."""
_MANY = 20


@dataclass(frozen=True)
class WhichAnswered:
    """Words of an answer taken apart, and which message they are for."""

    text: str
    at: int | None = None
    """The place of the message among those that were read, from 0; None for the last of them."""
    in_thread: bool | None = None
    """Whether it goes into the thread, or beside it; None where nothing was said."""
    is_sure: bool = True
    """Whether the words before the text can be none of it."""


def names_a_message(dictated: str, locale: str) -> bool:
    """Whether words begin with a message: "the second one", "his question that"."""
    found = which_answered(dictated, _MANY, locale)
    return found is not None and found.is_sure


def which_answered(dictated: str, read: int, locale: str) -> WhichAnswered | None:
    """Return which of so many read messages these words answer; None where they point to none."""
    return _by_place(dictated, read, locale) or _of_it(dictated, read, locale)


def answer_text(dictated: str, locale: str) -> tuple[str, bool]:
    """Return "I'm in" of "tell her I'm in", "say that I'm in", and whether that is in doubt.

    What is said of a greeting may be one that is passed on: "say hi to your mum".
    """
    phrase, known = Phrase(dictated), language(locale)
    spoken = phrase.spoken
    verb = longest_at(known.asked["told_verbs"], spoken, 0)
    at = verb + longest_at(known.asked["pronouns"], spoken, verb) if verb else 0
    at = at if at > verb else 0
    says = longest_at(known.asked["saying"], spoken, at)
    at = says + at if says else _behind_that(phrase, at, locale)
    at = behind_there(phrase, at, locale)
    if at >= len(phrase):
        return dictated, False
    passes_on = any(longest_at(known.to, spoken, place) for place in range(at, len(spoken)))
    return (phrase.after(at) if at else dictated), bool(says) and passes_on


def behind_there(phrase: Phrase, at: int, locale: str) -> int:
    """Return where "I'll come" begins of "(in) there that I'll come", else where it was.

    "There is some left" and "here you are" begin with their own word.
    """
    known, spoken = language(locale), phrase.spoken
    there = at + longest_at(known.answers["pointing_there"], spoken, at)
    behind = there + longest_at(known.that, spoken, there)
    personal = known.subjects - known.objects - known.be - known.modals
    begins = spoken[behind : behind + 1] in personal | known.determiners
    is_text = begins and len(spoken) - behind > _SHORTEST
    return behind if there > at and is_text else at


def _behind_that(phrase: Phrase, at: int, locale: str) -> int:
    """Return where "(that) I'm in" begins; "that works" begins with itself."""
    known = language(locale)
    that = longest_at(known.that, phrase.spoken, at)
    personal = known.subjects - known.objects - known.determiners
    goes_on = phrase.spoken[at + that : at + that + 1] in personal | known.determiners
    return at + that if that and (at or goes_on) else at


def without_pointing(dictated: str, locale: str) -> str:
    """Return "yes" of "yes to that", "no to her"; what points at nothing stays."""
    phrase = Phrase(dictated)
    known = language(locale).answers["behind_an_answer"]
    return phrase.between(0, len(phrase) - longest_before(known, phrase.spoken, len(phrase)))


def _by_place(dictated: str, read: int, locale: str) -> WhichAnswered | None:
    """Return "the first one ...", "the last ...".

    "The first thing tomorrow" may be a text, so that what lacks "one" is in doubt.
    """
    phrase, known = Phrase(dictated), language(locale)
    start = longest_at(known.to, phrase.spoken, 0)
    led = start + longest_at(known.determiners, phrase.spoken, start)
    if led == start:
        return None
    at = position(phrase.between(start, led + 1), read, locale)
    one = longest_at(known.answers["pointed_at"], phrase.spoken, led + 1)
    end = _behind_linker(phrase, led + 1 + one, locale)
    beyond = position(phrase.between(start, led + 1), _MANY, locale)
    if one and at is None and beyond is not None:
        return WhichAnswered(dictated, is_sure=False)
    if at is None or end >= len(phrase) or (read == 1 and not one):
        return None
    return WhichAnswered(phrase.after(end), at, is_sure=bool(one) and read > 1)


def _of_it(dictated: str, read: int, locale: str) -> WhichAnswered | None:
    """Return "in the thread that ...", "to her question saying ..."."""
    phrase, known = Phrase(dictated), language(locale).answers
    lengths = {
        in_thread: longest_at(known[words], phrase.spoken, 0)
        for words, in_thread in (
            ("in_the_thread", True), ("beside_the_thread", False), ("to_the_message", None),
        )
    }  # fmt: skip
    in_thread, length = max(lengths.items(), key=lambda each: each[1])
    end = _behind_linker(phrase, length, locale)
    if not length or end >= len(phrase) or is_idle(phrase.spoken[end:], language(locale)):
        return None
    # "Answer that one with sounds good" is for what was read last.
    at = read - 1 if phrase.spoken[:length] in known["read_last"] and end > length else None
    return WhichAnswered(phrase.after(end), at, in_thread=in_thread, is_sure=end > length)


def _behind_linker(phrase: Phrase, at: int, locale: str) -> int:
    known = language(locale)
    linkers = known.sure_linkers | known.that | known.answers["answered_with"]
    return at + longest_at(linkers, phrase.spoken, at)
