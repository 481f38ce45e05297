"""A text with what was wrong in it put right: "six to seven", "bravo nine not seven". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import LONGEST_COMMAND, Phrase
from skill.understanding.wording.exchanges import exchanges
from skill.understanding.wording.places.fitted import fitted, is_clean
from skill.understanding.wording.places.number_runs import gap, of_its_kind
from skill.understanding.wording.places.right_words import behind_fillers, right_words
from skill.understanding.wording.proposals import proposed, refused
from skill.understanding.wording.wrong_named import wrong_and_right

Span = tuple[int, int]

_OWNED = ("'s", "’s")


def amended(text: str, dictated: str, language: Language) -> str | None:
    """Return a text with the correction that was said of it; None where none is clear.

    What may be meant otherwise counts, too: it is for reading back.
    """
    if len(Phrase(dictated)) > LONGEST_COMMAND:
        return None
    sure = surely_amended(text, dictated, language)
    return sure if sure is not None else proposed(text, dictated, language)


def as_meant(text: str, right: str, language: Language) -> str | None:
    """Return a text with words in it that are right, though they do not say that they correct."""
    meant = " ".join(next(iter(language.answers["i_meant"])))
    return amended(text, f"{meant} {right}", language)


def surely_amended(text: str, dictated: str, language: Language) -> str | None:
    """Return a text with the correction that was said of it; None where none is beyond doubt.

    "six to seven", "seven not six", "make it bravo nine": what is named as wrong stands in the text
    once, and gives way to what is right.
    """
    phrase = Phrase(dictated)
    if len(phrase) > LONGEST_COMMAND:
        return None
    return (
        _surely_exchanged(Phrase(text), phrase, language)
        or of_its_kind(Phrase(text), phrase, language)
        or refused(text, dictated, language)
    )


def _surely_exchanged(old: Phrase, phrase: Phrase, language: Language) -> str | None:
    spoken, known = phrase.spoken, language.answers
    if exchanged_text := _exchanged(old, phrase, language):
        return exchanged_text
    stop = len(spoken)
    while length := longest_before(known["behind_right"], spoken[:stop], stop):
        stop -= length
    for place in range(1, stop):
        for words, wrong_first in ((known["giving_way_to"], True), (known["not"], False)):
            length = longest_at(words, spoken, place)
            if not length or place + length >= stop:
                continue
            if wrong_first and _stands_in(old.spoken, spoken[place - 1 : place + length]):
                # "She's allergic to nuts" says "... to eggs" anew.
                continue
            for first in range(behind_fillers(spoken, language), place):
                before, behind = (first, place), (place + length, stop)
                wrong, right = (before, behind) if wrong_first else (behind, before)
                changed = _replaced(old, phrase, wrong, right, language)
                if changed is not None:
                    return changed
                if not wrong_first:
                    break
    return (
        _wrong_first(old, phrase, language)
        or _named_wrong(old, phrase, language)
        or _rather(old, phrase, stop, language)
    )


def _rather(old: Phrase, phrase: Phrase, stop: int, language: Language) -> str | None:
    """Return the text corrected by "chairs i mean tables"."""
    spoken = phrase.spoken
    for place in range(1, stop):
        length = longest_at(language.answers["rather_joints"], spoken, place)
        if length and place + length < stop:
            return _replaced(old, phrase, (0, place), (place + length, stop), language)
    return None


def names_wrong(text: str, dictated: str, language: Language) -> bool:
    """Whether words name what is wrong in a text, and what is right: they are hardly anything else.

    "Did i say red i meant blue" asks nothing.
    """
    return _named_wrong(Phrase(text), Phrase(dictated), language) is not None


def _named_wrong(old: Phrase, phrase: Phrase, language: Language) -> str | None:
    replaced = (
        _replaced(old, phrase, *spans, language) for spans in wrong_and_right(phrase, language)
    )
    return next((text for text in replaced if text is not None), None)


def corrects(dictated: str, language: Language) -> bool:
    """Whether words say themselves that they correct: "sorry tuesday", "change six to seven"."""
    phrase = Phrase(dictated)
    start, end = right_words(phrase.spoken, language)
    return start > 0 or end < len(phrase) or any(exchanges(phrase, language))


def _exchanged(old: Phrase, phrase: Phrase, language: Language) -> str | None:
    replaced = (_replaced(old, phrase, *spans, language) for spans in exchanges(phrase, language))
    return next((text for text in replaced if text is not None), None)


def _stands_in(old: NameWords, run: NameWords) -> bool:
    return any(old[at : at + len(run)] == run for at in range(len(old)))


def _wrong_first(old: Phrase, phrase: Phrase, language: Language) -> str | None:
    """Return the text corrected by "not sunflower it's moonflower", "not two but three"."""
    spoken, known = phrase.spoken, language.answers
    start = behind_fillers(spoken, language)
    for at in {0, start}:
        length = longest_at(known["not_wrong"], spoken, at)
        for place in range(at + length + 1, len(spoken)) if length else ():
            joint = longest_at(known["but_right"], spoken, place)
            if joint and place + joint < len(spoken):
                wrong, right = (at + length, place), (place + joint, len(spoken))
                return _replaced(old, phrase, wrong, right, language)
        # "Not red blue", "not the hall the barn": as many words as are wrong, or their like.
        # "Not before noon" says again how "not before the rain stops" begins.
        again = _stands_in(old.spoken, spoken[at : at + length + 1])
        for place in range(len(spoken) - 1, at + length, -1) if length and not again else ():
            right = (place, len(spoken))
            is_thing = spoken[place : place + 1] in language.determiners
            fits = is_thing or right[1] - place == place - at - length
            changed = (
                _replaced(old, phrase, (at + length, place), right, language) if fits else None
            )
            if changed:
                return changed
    return None


def _replaced(
    old: Phrase, phrase: Phrase, wrong: Span, right: Span, language: Language
) -> str | None:
    """Return the text with words in the place of others that stand in it once."""
    bad, good = phrase.spoken[slice(*wrong)], phrase.spoken[slice(*right)]
    if not _says_something(bad, good, language) or _orders(good, language):
        return None
    places = [at for at in range(len(old) - len(bad) + 1) if old.spoken[at : at + len(bad)] == bad]
    if not places and bad and good:
        return _before_an_s(old, phrase, bad, right)
    if len(places) != 1 or not bad or not good:
        return None
    at, end = places[0], places[0] + len(bad)
    # "bravo nine not seven": what stands beside the wrong word in the text is said with the right.
    start, stop = fitted(old, (at, end), phrase, right, language)
    before, behind = old.text[: old.span(at, end)[0]], old.text[old.span(at, end)[1] :]
    changed = f"{before}{phrase.between(start, stop)}{gap(behind)}{behind}"
    said = phrase.spoken[start:stop]
    return changed if is_clean(old, said, Phrase(changed).spoken, language) else None


def _says_something(bad: NameWords, good: NameWords, language: Language) -> bool:
    """Whether words can be wrong and right: "the" is no more wrong than "i'm" of "i'm not late".

    So it is with "before" and "noon" of "not before noon".
    """
    leads = language.prepositions | language.to | language.into | language.at
    leads |= language.answers["leading_words"]
    for little in (language.determiners, leads):
        if all((word,) in little for word in bad):
            return all((word,) in little for word in good)
    begun = language.subjects - language.objects - language.determiners
    is_begun = all((word,) in begun | language.be for word in good)
    return not is_begun or all((word,) in begun | language.be for word in bad)


def _orders(good: NameWords, language: Language) -> bool:
    """Whether it is "door and send it to joy": what is right ends, and an order follows."""
    signs = language.signs
    verbs = signs["telling_verbs"] | signs["posting"]
    return any(
        longest_at(verbs, good, at + joint)
        for at in range(1, len(good))
        if (joint := longest_at(signs["and"], good, at))
    )


def _before_an_s(old: Phrase, phrase: Phrase, bad: NameWords, right: Span) -> str | None:
    """Return "tank nineteen's done" of "tank nine's done", nine and nineteen."""
    *led, last = bad
    owned = (*led, f"{last}s")
    found = [at for at in range(len(old) - len(bad) + 1) if old.spoken[at : at + len(bad)] == owned]
    if len(found) != 1:
        return None
    start, stop = old.span(found[0], found[0] + len(bad))
    end = old.text[start:stop][-2:]
    if end not in _OWNED:
        return None
    head, tail = old.text[:start], old.text[stop:]
    return f"{head}{phrase.between(*right)}{end}{gap(tail)}{tail}"
