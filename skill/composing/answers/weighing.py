"""What an answer to "Kevin Park or Kevin Sato?" says beside a name, or between several."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.answers.any_question import corrected_text, taken_apart
from skill.composing.answers.name_answers import named_last, recipients
from skill.composing.answers.offered import is_all, names_in, only_one
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated
from skill.turn.reply import Reply
from skill.understanding.answers.edges import is_idle, without_closers, without_leads
from skill.understanding.answers.taken_apart import AnswerKind, SpokenAnswer
from skill.understanding.answers.whom.named_within import meant_within
from skill.understanding.answers.whom.pointed_out import position
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.names.candidate import Candidate
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.wording.aligned.aligning import aligned
from skill.understanding.wording.anew import is_clause, says_anew

_SEVERAL = 2


def weighed(
    words: str, answer: SpokenAnswer, draft: Draft, composer: SendingComposer
) -> Reply | None:
    """Return what an answer leads to that names several who were offered; None for others.

    Only words that tell how they stand to each other choose one, read back: "park and sato",
    "park rather than sato", "park no sato". "I'd prefer park to sato" is asked again.
    """
    phrase, known = Phrase(words), language(composer.request.locale)
    names = names_in(phrase, draft, composer)
    offered = {candidate.id for candidate in draft.choices[0].candidates}
    if len({name.of for name in names} & offered) < _SEVERAL:
        return None
    ruling_out = known.answers["negations"] | known.answers["preferred_to"]
    if not any(longest_at(ruling_out, phrase.spoken, at) for at in range(len(phrase))):
        several = with_others(answer.name, draft, composer)
        if several:
            return proceed(several, composer)
    meant = meant_within(phrase.spoken, list(names), known)
    if meant is None:
        return asking.once_more(draft, composer)
    settled = draft.settled(names[meant], learn=False)
    return proceed(replace(settled, is_doubtful=True), composer)


def with_a_correction(words: str, draft: Draft, composer: Composer) -> Draft | None:
    """Return the draft for "sato but table ten", "not kevin at all will ames and it's at five".

    It is read back, for the name and the words were told apart by what fits. A sentence that puts
    nothing right comes on top of the text: no word that was said is lost.
    """
    known, phrase = language(composer.request.locale), Phrase(words)
    for place in range(1, len(phrase)) if draft.text else ():
        joint = longest_at(known.answers["going_on_with"], phrase.spoken, place)
        rest = phrase.after(place + joint)
        # "Sato the van is full": the sentence is said anew.
        if not rest or not (joint or says_anew(draft.text, rest)):
            continue
        meant = _meant_before(phrase.between(0, place), draft, composer)
        text = meant and (
            (None if joint else rest)
            or corrected_text(draft.text, rest, composer)
            or _further(draft.text, rest, composer)
            or _aligned(draft.text, rest, composer)
        )
        if meant and text:
            settled = draft.settled(meant, learn=False)
            return replace(settled, text=dictated(text, composer), mentions=(), is_doubtful=True)
    return None


def leaves_a_wish(words: str, draft: Draft, composer: Composer) -> bool:
    """Whether more is wished behind a name than who is meant: "sato and please hurry"."""
    known, phrase = language(composer.request.locale), Phrase(words)
    for place in range(1, len(phrase)) if draft.text else ():
        joint = longest_at(known.answers["going_on_with"], phrase.spoken, place)
        rest = Phrase(without_closers(phrase.after(place + joint), known))
        is_joined = phrase.spoken[place : place + 1] in known.conjunctions and joint
        sends = without_leads(rest.text, known) in known.asked["sending"] | known.answers["at_once"]
        if not is_joined or not rest.spoken or sends or is_idle(rest.spoken, known):
            continue
        meant = _meant_before(phrase.between(0, place), draft, composer)
        if meant and not names_in(rest, draft, composer):
            return True
    return False


def _aligned(text: str, words: str, composer: Composer) -> str | None:
    """Return a text as "make that on thursday" wishes it; None for a sentence of its own."""
    known = language(composer.request.locale)
    tells = Phrase(words).spoken[:1] in known.subjects | known.determiners
    found = None if tells else aligned(text, words, known)
    return found.text if found else None


def _meant_before(words: str, draft: Draft, composer: Composer) -> Candidate | None:
    """Return the only one that the words before a correction of the text name; None for nobody."""
    among = only_one(composer.among(words, draft.choices[0].candidates))
    if among and is_all(words, among, composer):
        return among
    answer = taken_apart(words, composer)
    if answer.kind is AnswerKind.OTHERS:
        phrase = Phrase(words)
        names = names_in(phrase, draft, composer)
        meant = meant_within(phrase.spoken, list(names), language(composer.request.locale))
        return names[meant] if meant else None
    if answer.kind is not AnswerKind.NAME:
        return None
    named = only_one(composer.among(answer.name, draft.choices[0].candidates))
    if named and is_all(answer.name, named, composer):
        return named
    found = recipients(answer, composer)
    if found.certainty is not Certainty.CERTAIN:
        found = named_last(words, composer) or found
    is_one = found.certainty is Certainty.CERTAIN and len(found.resolutions) == 1
    return found.resolutions[0].candidates[0] if is_one else None


def _further(text: str, words: str, composer: Composer) -> str | None:
    """Return the text with a sentence behind it: "and the gate code is new"; None for no such."""
    known, phrase = language(composer.request.locale), Phrase(words)
    begins = phrase.spoken[:1] in known.subjects | known.determiners | known.beginnings
    if not begins or not is_clause(phrase.spoken, known):
        return None
    return f"{text} {composer.request.phrases.plain('and')} {words}"


def with_others(name: str, draft: Draft, composer: Composer) -> Draft | None:
    """Return the draft for one of those that were offered and others.

    "Sato and wei", "the first one plus wei".
    """
    known, phrase = language(composer.request.locale), Phrase(name)
    offered = draft.choices[0].candidates
    joining = known.conjunctions | known.answers["on_top"]
    for at in range(1, len(phrase)):
        joint = longest_at(joining, phrase.spoken, at)
        if not joint:
            continue
        said = phrase.between(0, at)
        place = position(said, len(offered), composer.request.locale)
        first = only_one(composer.among(said, offered)) if place is None else offered[place]
        rest = composer.recipients(_also(phrase.after(at + joint), composer))
        if first and rest.certainty is Certainty.CERTAIN:
            others = tuple(resolution.candidates[0] for resolution in rest.resolutions)
            chosen_one = draft.settled(first, learn=False)
            to = tuple(
                {candidate.id: candidate for candidate in (*chosen_one.to, *others)}.values()
            )
            return replace(chosen_one, to=to, is_doubtful=True)
    return None


def _also(words: str, composer: Composer) -> str:
    """Return "sato" of "tell sato as well"."""
    known = language(composer.request.locale)
    phrase = Phrase(words)
    led, end = 0, len(phrase)
    leads = known.sent["passing_on"] | known.answers["also"] | known.to
    leads |= known.asked["before_a_message"] | known.asked["telling_verbs"]
    leads |= known.asked["asking_verbs"]
    while length := longest_at(leads, phrase.spoken, led):
        led += length
    for behind in (known.answers["too"], known.asked["knowing"]):
        end -= longest_before(behind, phrase.spoken[:end], end)
    return phrase.between(led, end) if led < end else words
