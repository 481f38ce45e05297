"""What a time does to the message in the making, and what "now" and "then" do."""

from dataclasses import replace

from skill.composing import asking, timing
from skill.composing.answers import WordsAnswer
from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.composing.next_step import finish, proceed
from skill.composing.planned import planned, unfit
from skill.speech.said import say
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier
from skill.understanding.times.moments import Unfit
from skill.understanding.times.said import TimeSaid
from skill.understanding.times.splitting import TimeSplitter


def time_asked_for(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up the answer to "When should I send it?"."""
    said = timing.time_alone(_without_it(words, composer), composer)
    return asking.once_more(draft, composer) if said is None else _at(said, draft, composer)


def scheduled(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "schedule it for six", or a new message, while something else is asked."""
    said = timing.time_alone(_without_it(words, composer), composer)
    if said is not None:
        return _at(said, draft, composer)
    if not words.strip():
        return asking.when(replace(draft, wants_time=True, asked=0), composer)
    return planned(words, Carrier.TEXT, composer)


def time_or(other: WordsAnswer) -> WordsAnswer:
    """Return what takes up "at six" or "on Monday", and by `other` what is no time."""

    def answer(words: str, draft: Draft, composer: Composer) -> Reply:
        said = timing.time_alone(words, composer)
        return other(words, draft, composer) if said is None else _at(said, draft, composer)

    return answer


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


def _at(said: TimeSaid, draft: Draft, composer: Composer) -> Reply:
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
