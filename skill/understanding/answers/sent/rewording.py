"""What a message that was just sent should say instead, where its text is known. Pure.

"Off not on", "and the toaster", "well no make it say I'll be there", "leave out the please".
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.edges import without_asking
from skill.understanding.answers.sent.acts import AboutSent, Act, OfSent
from skill.understanding.answers.sent.peeled import without_excuse
from skill.understanding.answers.spoken_answers import spoken_answer
from skill.understanding.answers.taken_apart import AnswerKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase
from skill.understanding.wording.aligned.aligning import aligned
from skill.understanding.wording.amending import amended, as_meant, surely_amended
from skill.understanding.wording.anew import says_anew
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.places.number_runs import gap
from skill.understanding.wording.places.right_words import only_exclaims, right_words
from skill.understanding.wording.proposals import guessed

_BEGINS = 2
"""So many words of its beginning tell that a sentence is said again."""
_FEW = 4
"""More words than these are seldom a part of a sentence."""
_SURE, _ANEW, _CUT, _JOINED, _AMENDED, _GUESSED = 3.0, 2.4, 1.4, 1.2, 1.1, 0.8


def rewordings(text: str, dictated: str, language: Language, names: NameSpans) -> Iterator[Act]:
    """Yield the texts that these words may give the message, each with how well they fit that."""
    # "Make it stew would you": what asks for it is none of it.
    for said in dict.fromkeys((dictated, without_asking(dictated, language))):
        sure, close = surely_amended(text, said, language), aligned(text, said, language)
        if sure and close and _has_less(close.text, sure):
            # "Oh dear it was fifty not forty": all but "fifty" is talk.
            yield Act(OfSent(AboutSent.REWORDS, text=close.text, is_sure=False), _SURE)
            return
        if sure and not _is_the_same(sure, text):
            yield Act(OfSent(AboutSent.REWORDS, text=sure), _SURE)
            return
    yield from _aligned(text, dictated, language, names)
    found = (
        (_said_behind(dictated, language), _ANEW),
        (_told_to_say(text, dictated, language), _CUT),
        (_cut(text, dictated, language), _CUT),
        (_joined(text, dictated, language, names), _JOINED),
        (_repeated(text, dictated) or amended(text, dictated, language) or "", _AMENDED),
        (_said_again(text, dictated, language), _ANEW),
        (_last_meant(text, dictated, language), _AMENDED),
        (_of_its_start(text, dictated, language), _AMENDED),
        (amended(text, without_excuse(dictated, language), language) or "", _GUESSED),
        (_likely(text, dictated, language, names), _GUESSED),
    )
    for said, fit in found:
        # "The van is blue isn't it" changes nothing.
        if said and not _is_the_same(said, text):
            yield Act(OfSent(AboutSent.REWORDS, text=said, is_sure=False), fit)


def _aligned(text: str, dictated: str, language: Language, names: NameSpans) -> Iterator[Act]:
    """Yield the text that the message's own words in these tell of.

    "Now a word to Hope the quiche is hers" is for somebody, and another message.
    """
    found, spoken = aligned(text, dictated, language), Phrase(dictated).spoken
    kept = {*Phrase(text).spoken, *Phrase(found.text).spoken} if found else set[str]()
    others = (
        at for at, word in enumerate(spoken) if word not in kept and (word,) not in language.modals
    )
    if found is None or any(names.named(spoken, at) for at in others):
        return
    is_close = found.is_close
    fit = _ANEW if is_close else _AMENDED
    yield Act(OfSent(AboutSent.REWORDS, text=found.text, is_sure=False, is_close=is_close), fit)


def _has_less(one: str, other: str) -> bool:
    """Whether a text says less than another: the rest may be talk of the correction."""
    return len(Phrase(one)) < len(Phrase(other))


def _is_the_same(one: str, other: str) -> bool:
    return Phrase(one).spoken == Phrase(other).spoken


def _said_behind(dictated: str, language: Language) -> str:
    """Return "I'm poorly" of "well no I can't come say I'm poorly", "that sounds rude say ...".

    Words before it take something back; "they say" and "I must say" tell.
    """
    phrase, known = Phrase(dictated), language.asked
    spoken = phrase.spoken
    telling = language.subjects - language.objects | language.modals | language.to
    led = 0
    while length := longest_at(known["leads"], spoken, led):
        led += length
    refuses = any(spoken[at : at + 1] in language.answers["refusing"] for at in range(led))
    for at in range(led + 1, len(spoken)) if refuses else ():
        length = longest_at(known["saying"], spoken, at)
        if length and at + length < len(spoken) and (spoken[at - 1],) not in telling:
            return phrase.after(at + length)
    return ""


def _told_to_say(text: str, dictated: str, language: Language) -> str:
    """Return the text with "ten minutes late" of "can you make it say ten minutes late", or that.

    What it was to say may be a part of it, or all.
    """
    phrase, at = Phrase(dictated), 0
    while length := longest_at(language.sent["leads"], phrase.spoken, at):
        at += length
    says = longest_at(language.answers["making_it_say"], phrase.spoken, at)
    rest = phrase.after(at + says) if says else ""
    return (as_meant(text, rest, language) or rest) if rest else ""


def _cut(text: str, dictated: str, language: Language) -> str:
    """Return the text without "with finance" for "drop the with finance bit"; "" for no such."""
    phrase, old, known = Phrase(dictated), Phrase(text), language.sent
    spoken = phrase.spoken
    at = 0
    while length := longest_at(known["leads"], spoken, at):
        at += length
    verb = longest_at(known["cutting"], spoken, at)
    start, end = at + verb, len(spoken)
    start += longest_at(known["cut_what"], spoken, start)
    for closing in ("closing", "cut_part"):
        length = longest_before(known[closing], spoken[:end], end)
        # The "please" of "leave out the please" closes nothing.
        end -= length if end - length > start else 0
    part = spoken[start:end] if verb and start < end else ()
    places = [at for at in range(len(old)) if part and old.spoken[at : at + len(part)] == part]
    if len(places) != 1 or len(part) == len(old):
        return ""
    first, last = old.span(places[0], places[0] + len(part))
    head, tail = old.text[:first].rstrip(), old.text[last:].lstrip()
    left = Phrase(f"{head}{gap(tail) if head else ''}{tail}")
    # "The contract is with" is no text.
    leading = language.be | language.determiners | language.prepositions | language.to
    return "" if left.spoken[-1:] in leading | language.conjunctions else left.text


def _joined(text: str, dictated: str, language: Language, names: NameSpans) -> str:
    """Return the text with "and the toaster" behind it: "the kettle is broken and the toaster"."""
    phrase = Phrase(dictated)
    breaths, at = language.asked["breaths"] | language.sent["breathing"], 0
    while length := longest_at(breaths, phrase.spoken, at):
        at += length
    spoken, said = phrase.spoken[at:], phrase.after(at)
    if spoken[:1] not in language.conjunctions or not _is_part(spoken[1:], language, names):
        return ""
    if not _is_a_thing(spoken[1:], language):
        return ""
    begins, _ = right_words(spoken, language)
    sorry = amended(text, said, language) if begins > 1 else None
    return sorry or f"{text} {said}"


def _repeated(text: str, dictated: str) -> str:
    """Return a sentence said again from its first word on, which corrects nothing by itself."""
    again = Phrase(text).spoken[:1] == Phrase(dictated).spoken[:1]
    return dictated if again and says_anew(text, dictated) else ""


def _said_again(text: str, dictated: str, language: Language) -> str:
    """Return the sentence that is said again behind whatever led to it: "my mistake the ..."."""
    phrase, first = Phrase(dictated), Phrase(text).spoken[:_BEGINS]
    _, end = right_words(phrase.spoken, language)
    for at in range(1, end - _BEGINS):
        again = phrase.between(at, end)
        if phrase.spoken[at : at + _BEGINS] == first and says_anew(text, again):
            return again
    return ""


def _last_meant(text: str, dictated: str, language: Language) -> str:
    """Return the text with "half past one" of "one i mean half past one", itself put right."""
    phrase = Phrase(dictated)
    for at in range(1, len(phrase) - 1):
        length = longest_at(language.answers["rather_joints"], phrase.spoken, at)
        if length and at + length < len(phrase):
            return as_meant(text, phrase.after(at + length), language) or ""
    return ""


def _of_its_start(text: str, dictated: str, language: Language) -> str:
    """Return the text corrected by "it opens at one the gate", which names it last."""
    phrase, old = Phrase(dictated), Phrase(text)
    for length in range(min(len(old), len(phrase)) - 2, 1, -1):
        end = len(phrase) - length
        if phrase.spoken[end:] == old.spoken[:length]:
            return as_meant(text, phrase.between(0, end), language) or ""
    return ""


def _likely(text: str, dictated: str, language: Language, names: NameSpans) -> str:
    """Return the text that is likely meant by words that do not say that they correct."""
    spoken, likely = Phrase(dictated).spoken, ""
    if _is_for_others(spoken, language):
        return ""
    answer = spoken_answer(dictated, language)
    if answer.kind is AnswerKind.WORDS:
        likely = as_meant(text, answer.text, language) or answer.text
    if not likely and says_anew(text, dictated):
        return dictated
    if not likely and _is_part(spoken, language, names):
        likely = as_meant(text, dictated, language) or ""
    is_other = longest_at(language.asked["plain"], spoken, 0) > 0 or any(
        names.named(spoken, at) for at in range(len(spoken))
    )
    return likely or ("" if is_other else guessed(text, dictated, language)) or ""


def _is_a_thing(spoken: NameWords, language: Language) -> bool:
    """Whether words may be more of the same: "the toaster", "ten mugs", "drinks", "for the dog".

    "Shut the gate", "then what" are not.
    """
    leads = language.determiners | language.prepositions | language.into | language.at
    if not spoken:
        return False
    begins = spoken[:1] in leads - language.objects or kind_of(spoken[0], language) != ""
    pointing = any((word,) in language.answers["pointing_words"] for word in spoken)
    return not pointing and (begins or len(spoken) == 1)


def _is_for_others(spoken: NameWords, language: Language) -> bool:
    """Whether it is "damn the train", "a splash please", "no bag thanks", "yes in a minute"."""
    leads, _ = right_words(spoken, language)
    courteous = longest_before(language.answers["merely_behind"], spoken, len(spoken)) > 0
    counted = any(kind_of(word, language) for word in spoken)
    agrees = longest_at(language.sent["agreeing_leads"], spoken, 0) > 0
    return only_exclaims(spoken, leads, language) or ((courteous or agrees) and not counted)


def _is_part(spoken: NameWords, language: Language, names: NameSpans) -> bool:
    """Whether words are part of a sentence, and nobody's name: "fifty buns", "on the stairs"."""
    of_sentences = (language.be | language.modals | language.subjects) - language.determiners
    return len(spoken) <= _FEW and not any(
        (spoken[at],) in of_sentences or names.named(spoken, at) for at in range(len(spoken))
    )
