"""What a time does to the message in the making, and what "now" and "then" do."""

from dataclasses import replace
from datetime import UTC, datetime

from skill.composing import asking, timing
from skill.composing.answers.any_question import WordsAnswer, beside_the_question, taken_apart
from skill.composing.answers.name_answers import recipients
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import finish, proceed
from skill.composing.times.planned import planned, unfit
from skill.speech.said import say
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.answers.edges import without_leads
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.names.candidate import SAME_SOUND
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.times.moments import Unfit
from skill.understanding.times.said import Clock, Day, TimeSaid
from skill.understanding.times.splitting import TimeSplitter
from skill.understanding.wording.amending import amended, surely_amended
from skill.understanding.wording.exchanges import exchanged

_NOON = 12


def time_asked_for(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up the answer to "When should I send it?": a time, or whatever else is said there."""
    known = language(composer.request.locale)
    said = time_in(_without_it(words, composer), draft, composer) or _time_behind(words, composer)
    if said is not None:
        return at_time(said, draft, composer, words)
    rest = without_leads(words, known)
    if rest in known.asked["sending"] or rest in known.answers["at_once"]:
        return now_after_all(draft, composer)
    text = surely_amended(draft.text, words, known) if draft.text else None
    if text:
        return asking.when(replace(draft, text=text, is_doubtful=True, asked=0), composer)
    answer = taken_apart(words, composer)
    beside = beside_the_question(answer, draft, composer)
    if beside:
        return beside
    found = recipients(answer, composer)
    if found.certainty is Certainty.UNKNOWN or found.least_score < SAME_SOUND:
        return asking.once_more(draft, composer)
    return proceed(draft.addressed(found.resolutions), composer)


def _time_behind(words: str, composer: Composer) -> TimeSaid | None:
    """Return the time behind words that lead to it: "um let's say", "yes please do it"."""
    known, phrase = language(composer.request.locale), Phrase(words)
    leads = known.answers["before_a_time"] | known.answers["doing_it"]
    leads |= known.asked["leads"] | known.asked["breaths"]
    closers = known.answers["closing_fillers"] | known.asked["closers"]
    at, end = 0, len(phrase)
    while length := longest_at(leads, phrase.spoken, at):
        at += length
    while end > at and (length := longest_before(closers, phrase.spoken[:end], end)):
        end -= length
    return timing.time_alone(phrase.between(at, end), composer) if at < end else None


def scheduled(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up "schedule it for six", or a new message, while something else is asked."""
    said = timing.time_alone(_without_it(words, composer), composer)
    if said is not None:
        return at_time(said, draft, composer)
    if not words.strip():
        return asking.when(replace(draft, wants_time=True, asked=0), composer)
    return planned(words, Carrier.TEXT, composer)


def time_or(other: WordsAnswer) -> WordsAnswer:
    """Return what takes up "at six" or "on Monday", and by `other` what is no time."""

    def answer(words: str, draft: Draft, composer: SendingComposer) -> Reply:
        said = time_in(words, draft, composer) or exchanged_time(words, draft, composer)
        if said is None:
            return other(words, draft, composer)
        return at_time(said, draft, composer, words)

    return answer


def other_time_or(other: WordsAnswer) -> WordsAnswer:
    """Return what takes up "make that ten" where a time is there already, else a name."""
    timed = time_or(other)

    def answer(words: str, draft: Draft, composer: SendingComposer) -> Reply:
        return (timed if draft.at else other)(words, draft, composer)

    return answer


def time_in(words: str, draft: Draft, composer: Composer) -> TimeSaid | None:
    """Return the time that words say; "no ten" says one where a time is there already.

    What they leave out stays: the day of "make it five thirty", the time of "on Friday".
    """
    said = timing.time_alone(words, composer)
    if not draft.at:
        return said
    if said is not None:
        kept = said
        if not (said.day or said.seconds):
            kept = _on_that_day(said, draft, composer)
        elif said.day and not (said.clock or said.part or said.day.keeps_time):
            kept = _at_that_time(said, draft, composer)
        return said if isinstance(timing.moment_of(kept, composer), Unfit) else kept
    known = language(composer.request.locale)
    rest = " ".join(without_leads(words, known))
    bare = timing.time_alone(rest, composer) or timing.time_alone(
        composer.request.phrases.plain("at_clock", clock=rest), composer
    )
    if bare is None or bare.day or bare.seconds:
        return bare
    return _on_that_day(bare, draft, composer)


def _on_that_day(said: TimeSaid, draft: Draft, composer: Composer) -> TimeSaid:
    day = datetime.fromtimestamp(draft.at, composer.zone or UTC)
    return replace(said, day=Day(month=day.month, date=day.day))


def _at_that_time(said: TimeSaid, draft: Draft, composer: Composer) -> TimeSaid:
    time = datetime.fromtimestamp(draft.at, composer.zone or UTC)
    half = "pm" if time.hour >= _NOON else "am"
    return replace(said, clock=Clock(time.hour % _NOON or _NOON, time.minute, half))


def now_after_all(draft: Draft, composer: SendingComposer) -> Reply:
    """Send at once what a time was asked for."""
    untimed = replace(draft, wants_time=False, at=0.0)
    return proceed(untimed, composer) if draft.wants_time else finish(untimed, composer)


def now(draft: Draft, composer: SendingComposer) -> Reply:
    """Send at once what was read back, with all its words where some were taken for a time."""
    if not draft.at:
        return now_after_all(draft, composer)
    whole = draft.now_text
    if whole and composer.reads_all_back:
        return proceed(replace(draft, at=0.0, text=whole, now_text=""), composer)
    sent = finish(replace(draft, at=0.0, text=whole or draft.text), composer)
    if not whole:
        return sent
    # What was read back had other words: say which were sent.
    said = say("in_these_words", text=whole)
    return sent.before(said)


def then(draft: Draft, composer: SendingComposer) -> Reply:
    """Schedule what was read back with a time; ask for the time where there is none."""
    if not draft.at:
        return asking.when(replace(draft, wants_time=True, asked=0), composer)
    return finish(draft, composer)


def at_time(said: TimeSaid, draft: Draft, composer: SendingComposer, words: str = "") -> Reply:
    """Go on with a draft that gets, or changes, its time; with the words that say it."""
    at = timing.moment_of(said, composer)
    if isinstance(at, Unfit):
        if draft.asked:
            return asking.once_more(draft, composer, Pending.WHEN)
        later = replace(draft, wants_time=True, at=0.0, asked=1)
        return unfit(at, asking.when(later, composer))
    timed = replace(
        draft, at=at, wants_time=False, now_text=_now_text(words, draft, composer), asked=0
    )
    return proceed(timed, composer)


def _now_text(words: str, draft: Draft, composer: Composer) -> str:
    """Return the text with the words of another time, where the first one may be its own."""
    if not draft.now_text:
        return ""
    known, meant = language(composer.request.locale), composer.request.phrases.plain("i_meant")
    said = amended(draft.now_text, words, known)
    return said or amended(draft.now_text, f"{meant} {words}", known) or draft.now_text


def corrected_time(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Read back "three not two" where the time asked about may be the text's own: in both."""
    known = language(composer.request.locale)
    whole = surely_amended(draft.now_text, words, known) if draft.now_text else None
    split = TimeSplitter(composer.request.locale).trailing(Phrase(whole)) if whole else None
    at = timing.moment_of(split.said, composer) if split else None
    if split is None or at is None or isinstance(at, Unfit):
        return None
    other = replace(draft, at=at, text=split.before, now_text=whole or "", asked=0)
    return proceed(other, composer)


def exchanged_time(words: str, draft: Draft, composer: Composer) -> TimeSaid | None:
    """Return "one o'clock" of "change noon to one o'clock" where noon is the time asked about."""
    for wrong, right in exchanged(words, language(composer.request.locale)) if draft.at else ():
        before = time_in(wrong, draft, composer)
        if before and timing.moment_of(before, composer) == draft.at:
            return time_in(right, draft, composer)
    return None


def _without_it(words: str, composer: Composer) -> str:
    """Return "for six" of "it for six"."""
    return TimeSplitter(composer.request.locale).without_it(words)
