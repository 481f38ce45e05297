"""What a time does to the message in the making, and what "now" and "then" do."""

from dataclasses import replace
from datetime import UTC, datetime

from skill.composing import asking, timing
from skill.composing.answers import WordsAnswer
from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.composing.next_step import finish, proceed
from skill.composing.times.planned import planned, unfit
from skill.speech.said import say
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.answers.spoken_answers import without_leads
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.times.moments import Unfit
from skill.understanding.times.said import Day, TimeSaid
from skill.understanding.times.splitting import TimeSplitter


def time_asked_for(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up the answer to "When should I send it?"."""
    said = timing.time_alone(_without_it(words, composer), composer)
    return asking.once_more(draft, composer) if said is None else at_time(said, draft, composer)


def scheduled(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "schedule it for six", or a new message, while something else is asked."""
    said = timing.time_alone(_without_it(words, composer), composer)
    if said is not None:
        return at_time(said, draft, composer)
    if not words.strip():
        return asking.when(replace(draft, wants_time=True, asked=0), composer)
    return planned(words, Carrier.TEXT, composer)


def time_or(other: WordsAnswer) -> WordsAnswer:
    """Return what takes up "at six" or "on Monday", and by `other` what is no time."""

    def answer(words: str, draft: Draft, composer: Composer) -> Reply:
        said = _time_in(words, draft, composer)
        return other(words, draft, composer) if said is None else at_time(said, draft, composer)

    return answer


def other_time_or(other: WordsAnswer) -> WordsAnswer:
    """Return what takes up "make that ten" where a time is there already, else a name."""
    timed = time_or(other)

    def answer(words: str, draft: Draft, composer: Composer) -> Reply:
        return (timed if draft.at else other)(words, draft, composer)

    return answer


def _time_in(words: str, draft: Draft, composer: Composer) -> TimeSaid | None:
    """Return the time that words say; "no ten" says one where a time is there already."""
    said = timing.time_alone(words, composer)
    if said is not None or not draft.at:
        return said
    known = language(composer.turn.locale)
    rest = " ".join(without_leads(words, known))
    bare = timing.time_alone(rest, composer) or timing.time_alone(
        composer.turn.phrases.plain("at_clock", clock=rest), composer
    )
    if bare is None or bare.day or bare.seconds:
        return bare
    day = datetime.fromtimestamp(draft.at, composer.zone or UTC)
    return replace(bare, day=Day(month=day.month, date=day.day))


def now_after_all(draft: Draft, composer: Composer) -> Reply:
    """Send at once what a time was asked for."""
    untimed = replace(draft, wants_time=False, at=0.0)
    return proceed(untimed, composer) if draft.wants_time else finish(untimed, composer)


def now(draft: Draft, composer: Composer) -> Reply:
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


def then(draft: Draft, composer: Composer) -> Reply:
    """Schedule what was read back with a time; ask for the time where there is none."""
    if not draft.at:
        return asking.when(replace(draft, wants_time=True, asked=0), composer)
    return finish(draft, composer)


def at_time(said: TimeSaid, draft: Draft, composer: Composer) -> Reply:
    """Go on with a draft that gets, or changes, its time."""
    at = timing.moment_of(said, composer)
    if isinstance(at, Unfit):
        if draft.asked:
            return asking.once_more(draft, composer, Pending.WHEN)
        later = replace(draft, wants_time=True, at=0.0, asked=1)
        return unfit(at, asking.when(later, composer))
    return proceed(replace(draft, at=at, wants_time=False, now_text="", asked=0), composer)


def _without_it(words: str, composer: Composer) -> str:
    """Return "for six" of "it for six"."""
    return TimeSplitter(composer.turn.locale).without_it(words)
