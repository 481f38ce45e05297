"""A correction within a phrase, carried out where it is clear what stands instead of what. Pure."""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.wording.corrections.found import Correction, corrections
from skill.understanding.wording.corrections.kinds import (
    end_of_run,
    first_of_kind,
    first_of_run,
    kind_of,
)
from skill.understanding.wording.corrections.said_ahead import said_ahead

Spans = tuple[tuple[int, int], ...]
"""Runs of words that stay, each from a word to before another."""

_NEAR = 5
_ALL_AGAIN = 3
_WEAK_NEAR = 1
_FRAME = 4
_LED = 2
_CLAUSE = 4
_COUNTED_OUT = frozenset({("no",), ("not",)})


def repaired(spoken: NameWords, language: Language) -> Spans | None:
    """Return the runs of words that stay of "on tuesday no wait wednesday"; None where unclear.

    Clear is what comes again in the same form: a number for a number, a day for a day, or the word
    from which the speaker began anew.
    """
    anew = _restarted(spoken, language)
    if anew:
        return ((anew, len(spoken)),)
    found = [
        correction
        for correction in corrections(spoken, language, 1)
        if correction.end < len(spoken)
    ]
    for bare in reversed(found):
        correction = _with_what_is_around(spoken, bare, language)
        correction = _with_what_is_said_again(spoken, correction)
        if not 0 < correction.start <= correction.end < len(spoken):
            continue
        if _is_adverb(spoken, bare, language):
            continue
        own = longest_at(language.signs["no_hinges"], spoken, bare.start) > bare.end - bare.start
        if own and not _counts_again(spoken, bare, language):
            # "No one came", "sorry for the wait".
            continue
        if _lists_what_there_is_not(spoken, bare) or _answers_each(spoken, bare, language):
            continue
        denied = _denied(spoken, correction, language)
        if denied is not None:
            return denied
        begins = _begins_anew(spoken, correction, language)
        if begins is not None and not _loses_its_verb(spoken, begins, correction, language):
            return (
                ((0, begins), (correction.end, len(spoken)))
                if begins
                else ((correction.end, len(spoken)),)
            )
    return None


def _loses_its_verb(
    spoken: NameWords, begins: int, correction: Correction, language: Language
) -> bool:
    """Whether a sentence would be none any more: "tomorrow [it is shut] the day after tomorrow"."""
    verbs = language.be | language.modals

    def tells(words: NameWords) -> bool:
        return any((word,) in verbs for word in words)

    kept = spoken[:begins] + spoken[correction.end :]
    return tells(spoken[begins : correction.start]) and not tells(kept)


def _restarted(spoken: NameWords, language: Language) -> int:
    """Return where a text begins anew behind "no start again"; 0 for nowhere."""
    begins = language.subjects | language.determiners | language.beginnings
    for at in range(len(spoken) - 1, 0, -1):
        length = longest_at(language.signs["restarting"], spoken, at)
        if length and spoken[at + length : at + length + 1] in begins:
            return at + length
    return 0


def _is_adverb(spoken: NameWords, correction: Correction, language: Language) -> bool:
    """Whether "actually" belongs to a verb: "we won the cup we actually won the cup"."""
    subjects = language.pronouns & language.subjects
    single = spoken[correction.start : correction.end] in language.adverbs
    return single and spoken[correction.start - 1 : correction.start] in subjects


def _lists_what_there_is_not(spoken: NameWords, correction: Correction) -> bool:
    """Whether it is "no bus at seven no bus at eight": the same is said not to be, twice."""
    word = spoken[correction.start : correction.end]
    if word not in _COUNTED_OUT:
        return False
    before, thing = spoken[: correction.start], spoken[correction.end : correction.end + 1]
    return any(
        before[at : at + 1] == word and before[at + 1 : at + 2] == thing
        for at in range(len(before) - 1)
    )


def _answers_each(spoken: NameWords, correction: Correction, language: Language) -> bool:
    """Whether it is "tea no coffee yes": of each thing it is said whether it is wanted."""
    answers = language.signs["yes_or_no"]
    said = [at for at in range(len(spoken)) if spoken[at : at + 1] in answers]
    single = correction.end == correction.start + 1 and correction.start in said
    return single and len({spoken[at] for at in said}) > 1


def _counts_again(spoken: NameWords, correction: Correction, language: Language) -> bool:
    """Whether it is "two oh four no two oh five" rather than "at two no one came"."""
    before, after = spoken[correction.start - 1], spoken[correction.end]
    following = spoken[correction.end + 1 : correction.end + 2]
    glue = language.signs["number_glue"]
    runs = not following or following in glue or kind_of(following[0], language) == "number"
    return runs and kind_of(before, language) == kind_of(after, language) == "number"


def _with_what_is_around(
    spoken: NameWords, correction: Correction, language: Language
) -> Correction:
    """Return a correction with "nah" before it and "mate" behind: "nah hang on", "sorry mate"."""
    start, end, known = correction.start, correction.end, language.signs["interjections"]
    while length := longest_before(known, spoken, start):
        start -= length
    slips = spoken[correction.start : end] in language.signs["slips"]
    end += longest_at(language.signs["after_slips"], spoken, end) if slips else 0
    return replace(correction, start=start, end=end)


def _with_what_is_said_again(spoken: NameWords, correction: Correction) -> Correction:
    """Return a correction with the "ten" of "no ten the bell rings at ten" behind it.

    What is right is said alone, and then with the sentence that it is for.
    """
    before, after = spoken[: correction.start], spoken[correction.end :]
    length = said_ahead(after, before)
    return replace(correction, end=correction.end + length) if length else correction


def _denied(spoken: NameWords, correction: Correction, language: Language) -> Spans | None:
    """Return what stays of "to leeds no not leeds york": what was denied goes on both sides."""
    if spoken[correction.end - 1 : correction.end] not in language.signs["negations"]:
        return None
    before, after = spoken[: correction.start], spoken[correction.end :]
    for length in range(min(_FRAME, len(before), len(after) - 1), 0, -1):
        if before[-length:] == after[:length]:
            kept = (correction.end + length, len(spoken))
            return ((0, len(before) - length), kept) if len(before) > length else (kept,)
    return None


def _begins_anew(spoken: NameWords, correction: Correction, language: Language) -> int | None:
    """Return from which word before a correction on the words behind it stand instead."""
    before, after = spoken[: correction.start], spoken[correction.end :]
    if before[-len(after) :] == after:
        # "Raisins in the scones sultanas i mean sultanas": what was wrong stands further back.
        return None
    kind = kind_of(after[0], language)
    near = _NEAR if correction.is_sure else _WEAK_NEAR
    if kind:
        for place in range(len(before) - 1, max(-1, len(before) - 1 - near), -1):
            if kind_of(before[place], language) == kind:
                return first_of_kind(before, place, after, language)
    repeated = _repeated_from(before, after, language)
    if repeated is not None:
        return repeated
    sentence = _said_again_from(before, after, language)
    sentence = _but_for_a_word(before, after) if sentence is None else sentence
    if sentence is not None:
        return sentence
    if not correction.is_sure or _may_be_any(before, after, language):
        return None
    leads = language.prepositions | language.to | language.into | language.at
    for place in range(len(before) - 1, max(-1, len(before) - 1 - near), -1):
        short = len(after) == _LED and len(before) - place <= _LED + 1 and place < len(before) - 1
        few = short and before[place : place + 1] in leads
        alike = few and kind_of(before[place + 1], language) == kind_of(after[1], language)
        if before[place] == after[0] and (alike or len(after) >= len(before) - place):
            # A whole sentence is said instead of one, not of its end.
            return None if _tells_more(before[place:], after, language) else place
    return 0 if len(before) <= _ALL_AGAIN and before[:1] == after[:1] else None


def _may_be_any(before: NameWords, after: NameWords, language: Language) -> bool:
    """Whether "the short one" may be any of several things: "the long list of the meeting"."""
    is_one = len(after) > 1 and after[-1:] in language.objects
    return is_one and before.count(after[0]) > 1 and after[:1] in language.determiners


def _tells_more(before: NameWords, after: NameWords, language: Language) -> bool:
    """Whether a sentence stands behind, and before no more than a thing: "the hook"."""
    told = language.signs["clause_words"]
    told_before = any((word,) in told for word in before)
    return not told_before and any((word,) in told for word in after[1:])


def _said_again_from(before: NameWords, after: NameWords, language: Language) -> int | None:
    """Return where a sentence began that is said again: "the ferry is blue no the ferry is ..."."""
    known = language.be | language.modals | language.signs["before_hinges"]
    if len(after) < _LED or before[-1:] in known:
        return None
    for place in range(len(before) - _LED):
        if before[place : place + _LED] == after[:_LED] and len(after) >= len(before) - place:
            return place
    return None


def _but_for_a_word(before: NameWords, after: NameWords) -> int | None:
    """Return where a clause began that is said again but for a word; None for no such clause.

    So it is with "the mast is up no the sail is up"; "no cats in the hall no dogs in the hall"
    counts what there is not.
    """
    length = len(after)
    start = len(before) - length
    if length < _CLAUSE or start < 0 or before[start - 1 : start] in _COUNTED_OUT:
        return None
    other = [at for at in range(length) if before[start + at] != after[at]]
    return start if len(other) == 1 and other[0] < length - _LED else None


def _stems(words: NameWords) -> NameWords:
    """Return words without the ending of several: "two tablets", "one tablet"."""
    return tuple(word.removesuffix("s") for word in words)


def _repeated_from(before: NameWords, after: NameWords, language: Language) -> int | None:
    """Return where "two kilos" begins of "two kilos sorry three kilos": the number and its frame.

    So it is with "the tenth oh no the twelfth", "gate two sorry gate six"; None where the frame is
    another one.
    """
    clock = longest_at(language.signs["clock_leads"], after, 0)
    if clock and kind_of("".join(after[clock : clock + 1]), language) == "number":
        # "At nine no half nine".
        if kind_of(before[-1], language) != "number":
            return None
        return (
            len(before) - 1 - longest_before(language.signs["clock_leads"], before, len(before) - 1)
        )
    is_thing = len(after) == _LED and kind_of(after[-1], language) == "number"
    led_again = (after[0],) in language.determiners or is_thing
    lead = 1 if led_again and after[0] in before[-_FRAME:] else 0
    kind = kind_of(after[lead], language) if lead < len(after) else ""
    if not kind:
        return None
    for place in range(len(before) - 1, max(lead, len(before) - _FRAME) - 1, -1):
        if kind_of(before[place], language) != kind:
            continue
        frame = before[place + 1 :]
        first = first_of_run(before, place, kind, language)
        led = before[first - lead : first] == after[:lead]
        end = end_of_run(after, lead, kind, language)
        framed = _stems(frame) == _stems(after[end : end + len(frame)])
        return first - lead if led and framed and (lead or frame) else None
    return None
