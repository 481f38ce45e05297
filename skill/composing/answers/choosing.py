"""What the answers to "Kevin Park or Kevin Sato?" do to the message in the making."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.answers.any_question import (
    beside_the_question,
    reworded,
    taken_apart,
)
from skill.composing.answers.name_answers import asked_with_doubt, named_last, no_name, recipients
from skill.composing.answers.offered import by_letters, is_all, names_in, only_one, place_of
from skill.composing.answers.weighing import (
    leaves_a_wish,
    weighed,
    with_a_correction,
    with_others,
)
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Choice, Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated
from skill.speech.said import say
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.answers.edges import name_alone
from skill.understanding.answers.taken_apart import AnswerKind, SpokenAnswer
from skill.understanding.answers.texts.asked_text import Asked
from skill.understanding.answers.whom.named_within import (
    Span,
    changes_nothing,
    excuses,
    meant_within,
)
from skill.understanding.answers.whom.pointed_out import position_within
from skill.understanding.language import language, longest_at
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase

_LONGEST_NAME = 3
_MOST_BESIDE = 2
"""So many words may stand beside a name that is chosen."""


def chosen(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up the answer to "Kevin Park or Kevin Sato?"."""
    answer = taken_apart(words, composer)
    beside = beside_the_question(answer, draft, composer)
    if beside:
        return beside
    draft = reworded(draft, answer, composer)
    offered = draft.choices[0].candidates
    if answer.kind is AnswerKind.BOTH:
        return _all_of_them(replace(draft, is_doubtful=_with_more(answer, draft)), composer)
    spelled = by_letters(words, offered, composer)
    if spelled:
        return proceed(draft.settled(spelled, learn=False), composer)
    # "Park and add bring wine" was taken apart already.
    is_told = bool(answer.text or answer.amends)
    rewritten = None if is_told else with_a_correction(words, draft, composer)
    if rewritten:
        return proceed(rewritten, composer)
    place = place_of(answer, offered, composer)
    if place is not None:
        # Said once by its place, a choice teaches nothing.
        return proceed(draft.settled(offered[place], learn=False), composer)
    if answer.kind is AnswerKind.OTHERS:
        return _none_of(words, answer, draft, composer)
    reply = _named(words, answer, draft, composer)
    is_read_back = reply.question is not None and reply.question.pending is Pending.CONFIRM
    unheard = is_read_back and not is_told and leaves_a_wish(words, draft, composer)
    return reply.after(say("nothing_understood")) if unheard else reply


def _with_more(answer: SpokenAnswer, draft: Draft) -> bool:
    return draft.is_doubtful or answer.has_more


def _named(words: str, answer: SpokenAnswer, draft: Draft, composer: SendingComposer) -> Reply:
    return (
        (None if answer.excluded else weighed(words, answer, draft, composer))
        or _offered(words, answer, draft, composer)
        or (weighed(words, answer, draft, composer) if answer.excluded else None)
        or _another(words, answer, draft, composer)
    )


def _offered(
    words: str, answer: SpokenAnswer, draft: Draft, composer: SendingComposer
) -> Reply | None:
    """Go on with the only one offered whose name the answer is; None for none."""
    offered = draft.choices[0].candidates
    bare = name_alone(answer.name, language(composer.request.locale))
    for name in (answer.name, *answer.other_names, bare):
        among = only_one(composer.among(name, offered))
        if among:
            plainly = name == answer.name and not (answer.corrects or answer.other_names)
            settled = draft.settled(among, learn=plainly)
            doubted = draft.is_doubtful or not is_all(name, among, composer)
            if doubted and not draft.is_doubtful and (beside := _amid(words, draft, composer)):
                return beside
            return proceed(replace(settled, is_doubtful=doubted), composer)
    return None


def _another(words: str, answer: SpokenAnswer, draft: Draft, composer: SendingComposer) -> Reply:
    """Go on with whom else an answer names, or ask again."""
    several = with_others(answer.name, draft, composer)
    if several:
        return proceed(several, composer)
    if _describes(words, draft, composer):
        # "The one from sales" is nobody by that name, and no message for sales.
        return asking.once_more(draft, composer)
    if beside := _amid(words, draft, composer):
        return beside
    other = recipients(answer, composer)
    if other.certainty is Certainty.CERTAIN and len(other.resolutions) == 1:
        return proceed(draft.settled(other.resolutions[0].candidates[0], learn=False), composer)
    if other.certainty is Certainty.DOUBTFUL and not draft.asked:
        open_names = [Choice(e.spoken, e.candidates, e.rivals) for e in other.resolutions]
        choices = (*open_names, *draft.choices[1:])
        return proceed(replace(draft, choices=choices, asked=1), composer)
    return (
        _in_the_end(words, draft, composer)
        or _within(words, draft, composer)
        or _among_others(words, draft, composer)
        or _text_first(words, draft, composer)
        or no_name(words, draft, composer)
        or asked_with_doubt(words, draft, composer)
    )


def _describes(words: str, draft: Draft, composer: Composer) -> bool:
    """Whether it is "the one from sales", "kevin with the van keys": nobody by name."""
    spoken, asked = Phrase(words).spoken, Phrase(draft.choices[0].spoken).spoken
    at = len(asked) if asked and spoken[: len(asked)] == asked else 0
    if at and at < len(spoken):
        return not names_in(Phrase(words), draft, composer)
    return longest_at(language(composer.request.locale).answers["not_by_name"], spoken, 0) > 0


def _amid(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Go on with the only one that words name, by name or by place, amid what changes nothing.

    None where they name several, or may say more than who is meant.
    """
    phrase, known = Phrase(words), language(composer.request.locale)
    offered = draft.choices[0].candidates
    spans = [*names_in(phrase, draft, composer)]
    pointed = position_within(phrase.spoken, len(offered), composer.request.locale)
    if pointed:
        place, start, end = pointed
        spans.append(Span(start, end, offered[place].id))
    ids = {span.of for span in spans}
    one = next((candidate for candidate in offered if {candidate.id} == ids), None)
    if one is None:
        return None
    whole = Span(min(span.start for span in spans), max(span.end for span in spans), one.id)
    asked = Phrase(draft.choices[0].spoken).spoken
    named = longest_at(known.answers["by_that_name"], phrase.spoken, whole.end)
    if named and phrase.spoken[whole.end + named :] == asked:
        # "I meant Sato when I said Kevin".
        return proceed(draft.settled(one, learn=False), composer)
    if not changes_nothing(phrase.spoken, whole, known):
        return None
    return proceed(draft.settled(one, learn=False), composer)


def _within(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Go on with whom an answer names anywhere in it, read back; None for nobody."""
    phrase, known = Phrase(words), language(composer.request.locale)
    names = names_in(phrase, draft, composer)
    meant = meant_within(phrase.spoken, list(names), known)
    if meant is None:
        return None
    settled = draft.settled(names[meant], learn=False)
    doubted = draft.is_doubtful or not excuses(phrase.spoken, meant, known)
    return proceed(replace(settled, is_doubtful=doubted), composer)


def _in_the_end(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Go on with whom words name in the end: "park no sato", "no not kevin at all chase"."""
    name = composer.name_at_the_end(words)
    among = only_one(composer.among(name, draft.choices[0].candidates)) if name else None
    if among:
        settled = replace(draft.settled(among, learn=False), is_doubtful=True)
        return proceed(settled, composer)
    last = named_last(words, composer)
    if last is None or last.certainty is not Certainty.CERTAIN:
        return _with_text(words, draft, composer)
    other = draft.settled(last.resolutions[0].candidates[0], learn=False)
    return proceed(replace(other, is_doubtful=True), composer)


def _with_text(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Go on with "sato the dog got out", where there is no text yet; None where there is one."""
    phrase = Phrase(words)
    for end in range(min(_LONGEST_NAME, len(phrase) - 1), 0, -1) if not draft.text else ():
        among = only_one(composer.among(phrase.between(0, end), draft.choices[0].candidates))
        if among:
            settled = draft.settled(among, learn=False)
            text = dictated(phrase.after(end), composer)
            return proceed(replace(settled, text=text, is_doubtful=True), composer)
    return None


def _among_others(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Go on with "sato so", "kevin park ma'am": one that was offered, and little beside it."""
    phrase, known = Phrase(words), language(composer.request.locale)
    changing = known.answers["negations"] | known.conjunctions | known.signs["corrections"]
    changing |= known.asked["about_it"] | known.to
    if any(longest_at(changing, phrase.spoken, at) for at in range(len(phrase))):
        return None
    offered = draft.choices[0].candidates
    spans = [
        (at, end)
        for end in range(1, len(phrase) + 1)
        for at in range(end)
        if len(phrase) - (end - at) <= _MOST_BESIDE
    ]
    found = [only_one(composer.among(phrase.between(*span), offered)) for span in spans]
    ids = {candidate.id for candidate in found if candidate}
    one = next(filter(None, found), None)
    return proceed(draft.settled(one, learn=False), composer) if one and len(ids) == 1 else None


def _text_first(words: str, draft: Draft, composer: Composer) -> Reply | None:
    """Keep "the florist wants his van back", said before it is settled who is meant."""
    if draft.text or composer.asked_text(words).kind is not Asked.TEXT:
        return None
    known, phrase = language(composer.request.locale), Phrase(words)
    begins = phrase.spoken[:1] in known.subjects | known.determiners | known.beginnings
    if not begins or len(phrase) < _LONGEST_NAME:
        return None
    text = dictated(words, composer)
    return asking.again(replace(draft, text=text, is_doubtful=True), composer)


def _all_of_them(draft: Draft, composer: SendingComposer) -> Reply:
    """Send it to each that was offered, where these are all."""
    choice = draft.choices[0]
    if choice.rivals > len(choice.candidates):
        return asking.once_more(draft, composer)
    for candidate in choice.candidates[:-1]:
        draft = replace(draft, to=(*draft.to, candidate))
    return proceed(draft.settled(choice.candidates[-1], learn=False), composer)


def _none_of(words: str, answer: SpokenAnswer, draft: Draft, composer: SendingComposer) -> Reply:
    """Go on with those that were not excluded."""
    offered = draft.choices[0].candidates
    if not answer.excluded:
        return asking.once_more(draft, composer)
    excluded = only_one(composer.among(answer.excluded, offered))
    rest = [candidate for candidate in offered if excluded and candidate.id != excluded.id]
    if len(rest) == 1 and draft.choices[0].rivals == len(offered):
        return proceed(draft.settled(rest[0], learn=False), composer)
    return _in_the_end(words, draft, composer) or asking.once_more(draft, composer)
