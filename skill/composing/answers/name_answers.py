"""What answers that may name somebody do to the message in the making."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.answers.any_question import beside_the_question, reworded, taken_apart
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.answers.agreeing import agreement
from skill.understanding.answers.edges import is_idle, name_alone, said_in_the_room, without_closers
from skill.understanding.answers.taken_apart import SpokenAnswer
from skill.understanding.answers.whom.named_within import Span, changes_nothing
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import SAME_SOUND, Candidate, Kind
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.wording.amending import amended

_LONGEST_NAME = 3


def recipients(answer: SpokenAnswer, composer: Composer) -> Recipients:
    """Return whom an answer names: as a whole, or in the part that may be the name alone."""
    whole = composer.recipients(answer.name)
    if whole.certainty is not Certainty.UNKNOWN:
        return whole
    parts = (composer.recipients(part) for part in answer.other_names if part)
    found = (part for part in parts if part.certainty is not Certainty.UNKNOWN)
    return next(found, whole)


def is_whom_it_is_for(words: str, draft: Draft, composer: Composer) -> bool:
    """Whether "to everyone", "to her", "to ana" says once more whom the message is for."""
    known, phrase = language(composer.request.locale), Phrase(words)
    if not draft.to or draft.choices or draft.unknown:
        return False
    name = phrase.after(longest_at(known.to | known.into | known.signs["for"], phrase.spoken, 0))
    spoken = Phrase(without_closers(name, known)).spoken
    if spoken in known.signs["everyone"] | known.asked["all_of_them"]:
        return draft.to == composer.default_only or len(draft.to) > 1
    if spoken in known.asked["pronouns"]:
        return len(draft.to) == 1 and draft.to[0].kind is Kind.PERSON
    found = composer.recipients(" ".join(spoken))
    if found.certainty is not Certainty.CERTAIN or found.least_score < SAME_SOUND:
        return False
    named = {one.candidates[0].id for one in found.resolutions}
    return named == {one.id for one in draft.to}


def named_last(words: str, composer: Composer) -> Recipients | None:
    """Return whom words name in the end: "ah of course she's gone then samantha"; None for nobody.

    What stands before may mean anything, so it is read back.
    """
    name = composer.name_at_the_end(words)
    found = composer.recipients(name) if name else None
    return found if found and found.certainty is not Certainty.UNKNOWN else None


def name_asked_for(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up the answer to "Who is it for?"; who else was named stays."""
    answer = taken_apart(words, composer)
    beside = beside_the_question(answer, draft, composer)
    if beside:
        return beside
    found, draft = recipients(answer, composer), reworded(draft, answer, composer)
    is_unknown = found.certainty is Certainty.UNKNOWN
    last = named_last(words, composer) if is_unknown else None
    if last:
        return proceed(replace(draft.answered(last.resolutions), is_doubtful=True), composer)
    if is_unknown and (meant := _meant_amid(words, composer)):
        everybody = meant == composer.default_only
        to = tuple({one.id: one for one in (*draft.to, *meant)}.values())
        named = replace(draft, to=to, unknown="", asked=0)
        if everybody and not named.text:
            # Which place that is, is told.
            return asking.what_for(replace(named, is_doubtful=True), composer)
        return proceed(replace(named, is_doubtful=draft.is_doubtful or everybody), composer)
    if is_unknown and (other := no_name(words, draft, composer)):
        return other
    if is_unknown and draft.asked:
        return asking.once_more(draft, composer)
    asked = draft.asked + is_unknown
    named = draft if is_unknown else _without_the_name(draft, found, composer)
    return proceed(replace(named.answered(found.resolutions), asked=asked), composer)


def _without_the_name(draft: Draft, found: Recipients, composer: Composer) -> Draft:
    """Return a draft without what of the name went into the text: the "hill" of "nick hill".

    Where it was not told, but guessed, where a name that nobody has ends, it is read back unless
    the text surely begins behind it.
    """
    phrase, known = Phrase(draft.text), language(composer.request.locale)
    if draft.is_bounded or not (draft.unknown and len(phrase)):
        return draft
    meant = {one.candidates[0].id for one in found.resolutions if one.candidates}
    heard = Phrase(draft.unknown).spoken
    for end in range(1, min(_LONGEST_NAME, len(phrase))):
        glued = composer.recipients("".join((*heard, *phrase.spoken[:end])))
        if meant & {one.id for name in glued.resolutions for one in name.candidates}:
            return replace(draft, text=phrase.after(end), is_doubtful=True)
    begins = known.subjects | known.determiners | known.beginnings
    joint = longest_at(known.conjunctions, phrase.spoken, 0)
    end = composer.understanding.names.named(phrase.spoken, joint) if joint else 0
    if end and phrase.spoken[end : end + 1] in begins:
        # "(Tell grace) and mark the raffle is off": Mark is named, and no part of the text.
        also = composer.recipients(phrase.between(joint, end)).resolutions
        others = tuple(one.candidates[0] for one in also if one.candidates)
        if meant & {one.id for one in others}:
            others = ()
        to = (*draft.to, *others)
        return replace(draft, to=to, text=phrase.after(end), whole="", is_doubtful=True)
    is_sure = phrase.spoken[:1] in begins and len(heard) == 1
    return replace(draft, is_doubtful=draft.is_doubtful or not is_sure)


def _meant_amid(words: str, composer: Composer) -> tuple[Candidate, ...]:
    """Return who is meant by "everybody", "just me", "um ana i suppose"; () for nobody."""
    known = language(composer.request.locale)
    phrase = Phrase(name_alone(words, known))
    led = longest_at(known.to | known.into | known.signs["for"], phrase.spoken, 0)
    name = Phrase(without_closers(phrase.after(led), known))
    if name.spoken in known.signs["everyone"] | known.asked["whole_place"]:
        is_place = any(one.kind is Kind.CHANNEL for one in composer.default_only)
        return composer.default_only if is_place else ()
    if name.spoken in known.answers["oneself"]:
        return (composer.oneself,)
    one = _only_name(Phrase(words), composer)
    found = composer.recipients(one) if one else None
    if found is None or found.certainty is not Certainty.CERTAIN:
        return ()
    return tuple(resolution.candidates[0] for resolution in found.resolutions)


def _only_name(phrase: Phrase, composer: Composer) -> str:
    """Return the only name in words of which all others change nothing; "" for none."""
    composer.prepare(phrase.text)
    spans: list[Span] = []
    at = 0
    while at < len(phrase):
        end = composer.understanding.names.named(phrase.spoken, at)
        spans += [Span(at, end, "")] if end else []
        at = end or at + 1
    is_one = len(spans) == 1
    is_one = is_one and changes_nothing(phrase.spoken, spans[0], language(composer.request.locale))
    return phrase.between(spans[0].start, spans[0].end) if is_one else ""


def no_name(words: str, draft: Draft, composer: Composer) -> Reply | None:
    """Return what words lead to that name nobody: they put the text right, or are no name at all.

    None for what may be the name of somebody who is not known.
    """
    known, phrase = language(composer.request.locale), Phrase(words)
    meant = composer.request.phrases.plain("i_meant")
    text = amended(draft.text, words, known) or amended(draft.text, f"{meant} {words}", known)
    if draft.text and text:
        return asking.again(
            replace(draft, text=dictated(text, composer), is_doubtful=True), composer
        )
    sentence = (
        phrase.spoken[:1] in known.subjects | known.determiners and len(phrase) > _LONGEST_NAME
    )
    idle = is_idle(phrase.spoken, known) or longest_at(known.answers["waiting"], phrase.spoken, 0)
    if agreement(words, known).agrees or sentence or idle or len(phrase) > _LONGEST_NAME + 1:
        return asked_with_doubt(words, draft, composer)
    return None


def asked_with_doubt(words: str, draft: Draft, composer: Composer) -> Reply:
    """Ask again; after words that may have been to change the message it is read back, too."""
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    # "No idea what he's called" changes nothing.
    vague = known.answers["not_known"] | known.answers["not_by_name"]
    doubted = len(spoken) >= _LONGEST_NAME and not longest_at(vague, spoken, 0)
    doubted = doubted and not said_in_the_room(spoken, known)
    return asking.once_more(replace(draft, is_doubtful=draft.is_doubtful or doubted), composer)


def another_name(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up "to Ana instead" while the words or the time are asked for."""
    answer = taken_apart(words, composer)
    beside = beside_the_question(answer, draft, composer)
    return beside or instead(answer, draft, composer)


def instead(answer: SpokenAnswer, draft: Draft, composer: SendingComposer) -> Reply:
    """Go on with whom an answer names in place of those that were named before."""
    found = recipients(answer, composer)
    is_unknown = found.certainty is Certainty.UNKNOWN
    if is_unknown and draft.asked:
        return asking.once_more(draft, composer, Pending.WHOM)
    asked = draft.asked + is_unknown
    return proceed(replace(draft.addressed(found.resolutions), asked=asked), composer)


def name_instead(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up "to Ana instead", "seven not six", after a message was read back."""
    repaired = amended(draft.text, words, language(composer.request.locale))
    if repaired:
        return proceed(replace(draft, text=repaired, is_doubtful=True, asked=0), composer)
    answer = taken_apart(words, composer)
    beside = beside_the_question(answer, draft, composer)
    if beside:
        return beside
    found, draft = recipients(answer, composer), reworded(draft, answer, composer)
    if found.certainty is Certainty.UNKNOWN:
        last = named_last(words, composer)
        if last is None:
            return asking.once_more(draft, composer)
        found, draft = last, replace(draft, is_doubtful=True)
    return proceed(draft.addressed(found.resolutions), composer)
