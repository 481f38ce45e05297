"""What the answers to an open question do to the message in the making."""

from collections.abc import Callable
from dataclasses import replace

from skill.composing import asking
from skill.composing.composer import Composer
from skill.composing.draft import Choice, Draft
from skill.composing.next_step import finish, proceed
from skill.composing.opening import begin, dictated, to_default
from skill.speech.said import say
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.answers.positions import position
from skill.understanding.answers.spoken_answers import (
    AnswerKind,
    SpokenAnswer,
    new_message,
    spoken_answer,
    takes_leave,
)
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.names.candidate import SAME_SOUND, Candidate
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.understood import Outcome, Understood
from skill.understanding.wording.amending import amended

Answer = Callable[[Draft, Composer], Reply]
WordsAnswer = Callable[[str, Draft, Composer], Reply]

_IT = frozenset({"", "it", "this", "that"})


def left(draft: Draft, composer: Composer) -> Reply:
    """Send nothing."""
    del draft, composer
    return Reply(say("cancelled"), settles=True)


def left_for_another(words: str, draft: Draft, composer: Composer) -> Reply:
    """Send nothing; "never mind, tell Ana ..." begins another message."""
    message = new_message(words, language(composer.turn.locale))
    if not message:
        return left(draft, composer)
    return begin(message, Carrier.RECIPIENT, composer)


def not_confirmed(draft: Draft, composer: Composer) -> Reply:
    """Go on, after a no to what was read back, to what else may have been meant."""
    if draft.instead:
        return to_default(Draft(id=draft.id, text=draft.instead, is_doubtful=True), composer)
    return to_another(draft, composer) if draft.learns else left(draft, composer)


def to_another(draft: Draft, composer: Composer) -> Reply:
    """Ask for a recipient afresh, where none of those that were offered is meant."""
    afresh = replace(draft, to=(), choices=(), learns={}, is_doubtful=False, asked=0)
    return proceed(afresh, composer)


# ----------------------------------------------------------------- what an answer may be instead


def _taken_apart(words: str, composer: Composer) -> SpokenAnswer:
    return spoken_answer(words, language(composer.turn.locale))


def _beside_the_question(answer: SpokenAnswer, draft: Draft, composer: Composer) -> Reply | None:
    """Return what an answer that names nobody leads to; None where it may name somebody."""
    if answer.kind is AnswerKind.LEAVES:
        return left(draft, composer)
    if answer.kind is AnswerKind.WAITS:
        return asking.again(draft, composer)
    if answer.kind is AnswerKind.MESSAGE:
        return begin(answer.text, Carrier.RECIPIENT, composer)
    if answer.kind in {AnswerKind.NOT_KNOWN, AnswerKind.NOTHING}:
        return asking.once_more(draft, composer)
    if answer.kind is AnswerKind.WORDS:
        return asking.again(_reworded(draft, answer, composer), composer)
    return None


def _reworded(draft: Draft, answer: SpokenAnswer, composer: Composer) -> Draft:
    """Return the draft with the other words that an answer gives it, to be read back."""
    text = dictated(answer.text, composer) if answer.text else ""
    return replace(draft, text=text, mentions=(), is_doubtful=True) if text else draft


def _recipients(answer: SpokenAnswer, composer: Composer) -> Recipients:
    """Return whom an answer names: as a whole, or in the part that may be the name alone."""
    whole = composer.recipients(answer.name)
    if whole.certainty is not Certainty.UNKNOWN:
        return whole
    parts = (composer.recipients(part) for part in answer.other_names if part)
    found = (part for part in parts if part.certainty is not Certainty.UNKNOWN)
    return next(found, whole)


# ------------------------------------------------------------------------------------- a name


def name_asked_for(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up the answer to "Who is it for?"; who else was named stays."""
    answer = _taken_apart(words, composer)
    beside = _beside_the_question(answer, draft, composer)
    if beside:
        return beside
    found, draft = _recipients(answer, composer), _reworded(draft, answer, composer)
    is_unknown = found.certainty is Certainty.UNKNOWN
    if is_unknown and draft.asked:
        return asking.once_more(draft, composer)
    asked = draft.asked + is_unknown
    return proceed(replace(draft.answered(found.resolutions), asked=asked), composer)


def another_name(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "to Ana instead" while the words or the time are asked for."""
    answer = _taken_apart(words, composer)
    beside = _beside_the_question(answer, draft, composer)
    return beside or _instead(answer, draft, composer)


def _instead(answer: SpokenAnswer, draft: Draft, composer: Composer) -> Reply:
    found = _recipients(answer, composer)
    is_unknown = found.certainty is Certainty.UNKNOWN
    if is_unknown and draft.asked:
        return asking.once_more(draft, composer, Pending.WHOM)
    asked = draft.asked + is_unknown
    return proceed(replace(draft.addressed(found.resolutions), asked=asked), composer)


def name_instead(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "to Ana instead", "seven not six", after a message was read back."""
    repaired = amended(draft.text, words, language(composer.turn.locale))
    if repaired:
        return proceed(replace(draft, text=repaired, is_doubtful=True, asked=0), composer)
    answer = _taken_apart(words, composer)
    beside = _beside_the_question(answer, draft, composer)
    if beside:
        return beside
    found, draft = _recipients(answer, composer), _reworded(draft, answer, composer)
    if found.certainty is Certainty.UNKNOWN:
        return asking.once_more(draft, composer)
    return proceed(draft.addressed(found.resolutions), composer)


def chosen(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up the answer to "Kevin Park or Kevin Sato?"."""
    answer = _taken_apart(words, composer)
    beside = _beside_the_question(answer, draft, composer)
    if beside:
        return beside
    draft = _reworded(draft, answer, composer)
    offered = draft.choices[0].candidates
    if answer.kind is AnswerKind.BOTH:
        return _all_of_them(draft, composer)
    place = _place(answer, len(offered), composer)
    if place is not None:
        # Said once by its place, a choice teaches nothing.
        return proceed(draft.settled(offered[place], learn=False), composer)
    if answer.kind is AnswerKind.OTHERS:
        return _none_of(answer, draft, composer)
    return _named(answer, draft, composer)


def _named(answer: SpokenAnswer, draft: Draft, composer: Composer) -> Reply:
    offered = draft.choices[0].candidates
    for name in (answer.name, *answer.other_names):
        among = _only_one(composer.among(name, offered))
        if among:
            plainly = not (answer.corrects or answer.other_names)
            return proceed(draft.settled(among, learn=plainly), composer)
    other = _recipients(answer, composer)
    if other.certainty is Certainty.CERTAIN and len(other.resolutions) == 1:
        return proceed(draft.settled(other.resolutions[0].candidates[0], learn=False), composer)
    if other.certainty is Certainty.DOUBTFUL and not draft.asked:
        open_names = [Choice(e.spoken, e.candidates, e.rivals) for e in other.resolutions]
        choices = (*open_names, *draft.choices[1:])
        return proceed(replace(draft, choices=choices, asked=1), composer)
    return asking.once_more(draft, composer)


def _place(answer: SpokenAnswer, offered: int, composer: Composer) -> int | None:
    """Return the place among the offered that an answer names; None for none."""
    if answer.kind is AnswerKind.FIRST:
        return 0
    if answer.kind is AnswerKind.LAST:
        return offered - 1
    if answer.kind is not AnswerKind.NAME:
        return None
    return position(answer.name, offered, composer.turn.locale)


def _all_of_them(draft: Draft, composer: Composer) -> Reply:
    """Send it to each that was offered, where these are all; read back, for it is more than one."""
    choice = draft.choices[0]
    if choice.rivals > len(choice.candidates):
        return asking.once_more(draft, composer)
    for candidate in choice.candidates[:-1]:
        draft = replace(draft, to=(*draft.to, candidate))
    return proceed(
        replace(draft.settled(choice.candidates[-1], learn=False), is_doubtful=True), composer
    )


def _none_of(answer: SpokenAnswer, draft: Draft, composer: Composer) -> Reply:
    """Go on with those that were not excluded."""
    offered = draft.choices[0].candidates
    if not answer.excluded:
        return asking.once_more(draft, composer)
    excluded = _only_one(composer.among(answer.excluded, offered))
    rest = [each for each in offered if excluded and each.id != excluded.id]
    if len(rest) == 1 and draft.choices[0].rivals == len(offered):
        return proceed(draft.settled(rest[0], learn=False), composer)
    return asking.once_more(draft, composer)


def _only_one(found: Recipients) -> Candidate | None:
    """Return the one that is meant; among few, being like it is enough."""
    if len(found.resolutions) != 1 or found.resolutions[0].rivals != 1:
        return None
    return found.resolutions[0].candidates[0]


# --------------------------------------------------------------------------------------- words


def words_asked_for(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up the answer to "What should I say?"; without a recipient it may name one."""
    if not dictated(words, composer):
        return asking.once_more(draft, composer)
    answer = _taken_apart(words, composer)
    corrected = _corrected(answer, words, draft, composer)
    if corrected:
        return corrected
    if draft.to == composer.default_only and not (draft.is_doubtful or draft.thread_ts):
        return begin(words, Carrier.TEXT, composer)
    text = answer.text if answer.kind is AnswerKind.WORDS else words
    # "Tell priya ..." may be another message, or what Kevin is to do.
    # "Actually I'll tell her myself" may be no message.
    is_doubtful = draft.is_doubtful or answer.kind is AnswerKind.MESSAGE or answer.corrects
    text = dictated(text, composer)
    return proceed(replace(draft, text=text, is_doubtful=is_doubtful, asked=0), composer)


def thanks_as_text(draft: Draft, composer: Composer) -> Reply:
    """Take a courtesy for the text that was asked for; read back, for its words are not known."""
    text = composer.turn.phrases.plain("thanks_as_text")
    return proceed(replace(draft, text=text, is_doubtful=True, asked=0), composer)


def _corrected(answer: SpokenAnswer, words: str, draft: Draft, composer: Composer) -> Reply | None:
    """Return what an answer leads to that is surely no text; None where it may be one."""
    if answer.kind is AnswerKind.WAITS:
        return asking.again(draft, composer)
    if answer.kind is AnswerKind.LEAVES and takes_leave(words, language(composer.turn.locale)):
        return left(draft, composer)
    if answer.kind is AnswerKind.NAME and answer.corrects:
        found = _recipients(answer, composer)
        names = found.least_score >= SAME_SOUND and found.certainty is not Certainty.UNKNOWN
        return _instead(answer, draft, composer) if names else None
    return None


def sent_meanwhile(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "send it", "send it to Ana", or a new message, while something else is asked."""
    understood = composer.understand(words, Carrier.TEXT)
    if not _is_it(understood):
        return begin(words, Carrier.TEXT, composer)
    return _it_to(understood, draft, composer) or asking.once_more(draft, composer)


def sent_or_other_words(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "send it", "send it to Ana", or other words, after a message was read back."""
    understood = composer.understand(words, Carrier.TEXT)
    if _is_it(understood):
        return _it_to(understood, draft, composer) or finish(draft, composer)
    if understood.outcome is Outcome.DEFAULT:
        return proceed(replace(draft, text=dictated(words, composer), asked=0), composer)
    return begin(words, Carrier.TEXT, composer)


def name_or_other_words(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "in random", "front to back" or other words, after a message was read back."""
    if amended(draft.text, words, language(composer.turn.locale)):
        return name_instead(words, draft, composer)
    answer = _taken_apart(words, composer)
    if answer.kind is not AnswerKind.NAME:
        return name_instead(words, draft, composer)
    if _recipients(answer, composer).certainty is Certainty.CERTAIN:
        return name_instead(words, draft, composer)
    return sent_or_other_words(words, draft, composer)


def _is_it(understood: Understood) -> bool:
    return understood.text.casefold() in _IT


def _it_to(understood: Understood, draft: Draft, composer: Composer) -> Reply | None:
    """Go on with "send it to Ana"; None where nobody is named."""
    if not understood.resolutions:
        return None
    resolutions = understood.resolutions
    addressed = draft.answered(resolutions) if draft.unknown else draft.addressed(resolutions)
    return proceed(addressed, composer)


def changed(words: str, draft: Draft, composer: Composer) -> Reply:
    """Give the message another text; "change it to Ana" may be whom it is for."""
    repaired = amended(draft.text, words, language(composer.turn.locale))
    if repaired:
        return proceed(replace(draft, text=repaired, is_doubtful=True, asked=0), composer)
    recipients = composer.recipients(words)
    if recipients.certainty is Certainty.CERTAIN and recipients.least_score >= SAME_SOUND:
        # Read back in any case, so that nothing is lost when it was the text.
        addressed = draft.addressed(recipients.resolutions)
        return proceed(replace(addressed, is_doubtful=True), composer)
    text = dictated(words, composer)
    other = replace(draft, text=text, instead="", mentions=(), is_doubtful=True, asked=0)
    return proceed(other, composer)


def added(words: str, draft: Draft, composer: Composer) -> Reply:
    """Append to the message; its recipient stays."""
    more = words.strip()
    if not more:
        return asking.what(draft, composer)
    text = dictated(f"{draft.text} {more}", composer)
    return proceed(replace(draft, text=text, instead="", is_doubtful=True, asked=0), composer)
