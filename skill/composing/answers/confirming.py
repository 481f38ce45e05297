"""What the answers to a message that was read back do to it.

Whatever is said then is a yes or a no, a correction, somebody else to send it to, a time, another
message or other words, in that order of likelihood. What was not understood changes nothing, and a
yes right behind it is asked about: who said something that was to change the message may believe
that it was changed.
"""

from collections.abc import Callable
from dataclasses import replace

from skill.composing import asking
from skill.composing.answers import time_answers
from skill.composing.answers.agreed import agreed, commanded, is_at_once, sent_and_another
from skill.composing.answers.any_question import (
    added,
    dropped_for_another,
    left,
    not_confirmed,
    taken_apart,
    told_anew,
)
from skill.composing.answers.meanwhile import is_it, it_to
from skill.composing.answers.name_answers import is_whom_it_is_for, name_instead, recipients
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, dictated
from skill.composing.sent.for_others import is_named
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.understanding.answers.agreeing import agreement, is_two_sided, refuses
from skill.understanding.answers.edges import is_idle
from skill.understanding.answers.sent.of_sent import AboutSent
from skill.understanding.answers.taken_apart import AnswerKind
from skill.understanding.answers.texts.asked_text import Asked
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.wording.aligned.aligning import aligned, named_to_be_left_out
from skill.understanding.wording.amending import amended, surely_amended
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.going_on import goes_on, gone_on

_FEW = 2
_SENTENCE = 3
"""So many words may be a message said anew."""
_Step = Callable[[str, Draft, SendingComposer], Reply | None]


def answered(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up words, whatever they are, that answer a message that was read back."""
    known = language(composer.request.locale)
    read = agreement(words, known)
    if draft.at and is_at_once(words, composer):
        return time_answers.now(draft, composer)
    if read.is_whole:
        return agreed(draft, composer)
    if refuses(words, known):
        return not_confirmed(draft, composer)
    if is_idle(Phrase(words).spoken, known) or is_two_sided(words, known):
        # "Now please" was to change nothing.
        return asking.again(draft, composer)
    if is_whom_it_is_for(read.rest, draft, composer):
        # Who says once more whom it is for has nothing against it.
        return agreed(draft, composer)
    another = sent_and_another(read.rest, draft, composer) if read.agrees else None
    if another:
        return another
    for step in _STEPS:
        reply = step(read.rest, draft, composer)
        if reply is not None:
            return reply
    if not read.agrees and _is_alike(draft.text, words):
        return _other_words(words, draft, composer)
    return _anew_or_more(words, draft, composer)


def instead(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up "no to Ana", "make it seven", and "wrong person", which names nobody."""
    if not words:
        # What made it doubtful may be its words.
        return proceed(
            replace(draft, to=(), choices=(), learns={}, tried={}, instead="", asked=0), composer
        )
    timed = _timed(words, draft, composer) if draft.at else None
    meant = f"{composer.request.phrases.plain('i_meant')} {words}"
    return timed or answered(meant, draft, composer)


def not_understood(draft: Draft, composer: Composer) -> Reply:
    """Say that nothing was changed, and read it back again, once; then leave it."""
    again = asking.once_more(draft, composer)
    return again if again.question is None else again.after(say("nothing_understood"))


def sent_or_other_words(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up "send it", "send it to Ana", or other words, after a message was read back."""
    if another := dropped_for_another(words, composer):
        return another
    understood = composer.understand(words, Carrier.TEXT)
    if is_it(understood, composer):
        return it_to(understood, draft, composer) or agreed(draft, composer)
    phrase = Phrase(words)
    pointing = longest_at(
        language(composer.request.locale).answers["the_message"], phrase.spoken, 0
    )
    if pointing:
        another = sent_and_another(phrase.after(pointing), draft, composer)
        return another or answered(words, draft, composer)
    if not understood.resolutions:
        of_it = _left_out(words, draft, composer) or _aligned_closely(words, draft, composer)
        return of_it or _other_words(words, draft, composer)
    return begin(words, Carrier.TEXT, composer)


# ------------------------------------------------------------------------------------ the steps


def _timed(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Give it a time: "tomorrow at nine", "do it on monday", "yes but at six"."""
    known = language(composer.request.locale)
    if corrected := time_answers.corrected_time(words, draft, composer):
        return corrected
    if _is_of_the_text(words, draft, composer):
        return None
    exchanged = time_answers.exchanged_time(words, draft, composer)
    if exchanged:
        return time_answers.at_time(exchanged, draft, composer, words)
    phrase = Phrase(words)
    starts = {0, longest_at(known.answers["doing_it"], phrase.spoken, 0)}
    for at in sorted(starts, reverse=True):
        said = time_answers.time_in(phrase.after(at), draft, composer)
        if said is not None:
            return time_answers.at_time(said, draft, composer, words)
    return None


def _is_of_the_text(words: str, draft: Draft, composer: Composer) -> bool:
    """Whether "seven thirty" is for "the curtain is at seven": a mere number, and one in it."""
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    if draft.at or not spoken or kind_of(spoken[0], known) != "number":
        return False
    meant = f"{composer.request.phrases.plain('i_meant')} {words}"
    return surely_amended(draft.text, meant, known) is not None


def _gone_on(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Join what goes on with half a text; "to Ana" behind "hand it to" says whom it is for."""
    known = language(composer.request.locale)
    text = gone_on(draft.text, words, known)
    led = Phrase(words).spoken[:1] in known.to | known.into | known.at
    if not text or (led and recipients(taken_apart(words, composer), composer).resolutions):
        return None
    return _with_text(text, draft, composer)


def _surely_amended(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    text = surely_amended(draft.text, words, language(composer.request.locale))
    return _with_text(text or "", draft, composer)


def _of_the_message(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Take up what would be said of it if it was sent: "olu too", "that was for olu", "add ..."."""
    read = composer.of_sent(words)
    if read.said is AboutSent.TAKES_BACK:
        return left(draft, composer)
    if read.said is AboutSent.STYLES:
        return asking.again(draft, composer).after(say("cannot_reword_yet"))
    if read.said is AboutSent.GIVES_UP:
        return asking.again(draft, composer)
    if read.said is AboutSent.ADDS:
        return added(read.text, draft, composer)
    if (
        read.said is AboutSent.MESSAGE
        and read.message
        and read.message.carrier
        and not read.is_to_them
    ):
        phrase = Phrase(read.message.words)
        if phrase.spoken[:1] in language(composer.request.locale).asked["pronouns"]:
            return told_anew(phrase, draft, composer)
        return begin(read.message.words, read.message.carrier, composer)
    if read.said not in (AboutSent.COPIES, AboutSent.MOVES):
        return None
    found = [composer.recipients(name) for name in read.names]
    if not found or not all(is_named(recipient) for recipient in found):
        return None
    named = draft.addressed(tuple(one for recipient in found for one in recipient.resolutions))
    if read.said is AboutSent.COPIES:
        both = {candidate.id: candidate for candidate in (*draft.to, *named.to)}
        named = replace(named, to=tuple(both.values()))
    return _read_back(named, composer)


def _amended(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    known, meant = language(composer.request.locale), composer.request.phrases.plain("i_meant")
    text = amended(draft.text, words, known) or amended(draft.text, f"{meant} {words}", known)
    return _with_text(text or "", draft, composer)


def _aligned_closely(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    found = aligned(draft.text, words, language(composer.request.locale))
    return _with_text(found.text if found and found.is_close else "", draft, composer)


def _aligned(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Read back what the message's own words in these tell that it should say."""
    found = aligned(draft.text, words, language(composer.request.locale))
    return _with_text(found.text if found else "", draft, composer)


def _left_out(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Read it back without what "(drop) the darling" names, whose verb was taken for "send"."""
    left = named_to_be_left_out(draft.text, words, language(composer.request.locale))
    return _with_text(left, draft, composer)


def _named(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Take up "in random", "no to Ana", or a new message."""
    answer = taken_apart(words, composer)
    if answer.kind is not AnswerKind.NAME:
        return _named_or_asked(words, draft, composer)
    if recipients(answer, composer).certainty is Certainty.CERTAIN:
        return _named_or_asked(words, draft, composer)
    if composer.asked_text(words).kind is Asked.NAMES:
        return _named_or_asked(words, draft, composer)
    return None


def _named_or_asked(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    return name_instead(words, replace(draft, is_doubtful=True), composer)


_STEPS: tuple[_Step, ...] = (
    commanded,
    _gone_on,
    _timed,
    _surely_amended,
    _of_the_message,
    _aligned_closely,
    _amended,
    _named,
    _aligned,
)


def _with_text(text: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    return _read_back(replace(draft, text=text, instead=""), composer) if text else None


def _read_back(draft: Draft, composer: SendingComposer) -> Reply:
    return proceed(replace(draft, is_doubtful=True, asked=0), composer)


def _is_alike(text: str, words: str) -> bool:
    """Whether words may be a message said anew: most of them, or of its own, stand in both."""
    old, new = set(Phrase(text).spoken), set(Phrase(words).spoken)
    return len(old & new) * 2 > min(len(old), len(new))


def _is_text(words: str, composer: Composer) -> bool:
    return composer.asked_text(words).kind in (Asked.TEXT, Asked.TOLD)


def _said_anew(words: str, composer: Composer) -> str:
    """Return "the window is broken" of "no the window is broken"; "" for no such sentence."""
    known, phrase = language(composer.request.locale), Phrase(words)
    at = 0
    while length := max(
        longest_at(known.answers[lead], phrase.spoken, at) for lead in ("refusing", "refusals")
    ):
        at += length
    begins = phrase.spoken[at : at + 1] in known.subjects | known.beginnings | known.determiners
    return phrase.after(at) if at and begins and len(phrase) - at >= _SENTENCE else ""


def _anew_or_more(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Read back a message said anew, or half a text with more behind it."""
    if anew := _said_anew(words, composer):
        return _other_words(anew, draft, composer)
    known = language(composer.request.locale)
    more = goes_on(draft.text, words, known) if _is_text(words, composer) else None
    return _with_text(more or "", draft, composer) or not_understood(draft, composer)


def _other_words(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Read back the words in place of those that were, where they may well be a message."""
    asked = composer.asked_text(words)
    if not _is_text(words, composer):
        return not_understood(draft, composer)
    understood = composer.understand(words, Carrier.TEXT)
    if understood.resolutions:
        return begin(words, Carrier.TEXT, composer, read_back=True)
    other = replace(draft, text=dictated(asked.text, composer), instead="", mentions=(), asked=0)
    return proceed(replace(other, is_doubtful=True), composer)
