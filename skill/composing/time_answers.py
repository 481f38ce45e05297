"""What a time does to the message in the making, and what "now" and "then" do."""

from dataclasses import replace

from skill.composing import asking, timing
from skill.composing.answers import WordsAnswer
from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import finish, proceed
from skill.composing.planned import planned, unfit
from skill.scheduling.moments import Unfit
from skill.scheduling.said import TimeSaid
from skill.scheduling.splitting import TimeSplitter
from skill.turn import Pending, Reply
from skill.understanding.understanding import Carrier


def time_asked_for(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up the answer to "When should I send it?"."""
    said = timing.time_alone(_without_it(words, desk), desk)
    return asking.once_more(draft, desk) if said is None else _at(said, draft, desk)


def scheduled(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up "schedule it for six", or a new message, while something else is asked."""
    said = timing.time_alone(_without_it(words, desk), desk)
    if said is not None:
        return _at(said, draft, desk)
    if not words.strip():
        return asking.when(replace(draft, wants_time=True, asked=0), desk)
    return planned(words, Carrier.TEXT, desk)


def time_or(other: WordsAnswer) -> WordsAnswer:
    """Return what takes up "at six" or "on Monday", and by `other` what is no time."""

    def answer(words: str, draft: Draft, desk: Desk) -> Reply:
        said = timing.time_alone(words, desk)
        return other(words, draft, desk) if said is None else _at(said, draft, desk)

    return answer


def now_after_all(draft: Draft, desk: Desk) -> Reply:
    """Send at once what a time was asked for."""
    untimed = replace(draft, wants_time=False, at=0.0)
    return proceed(untimed, desk) if draft.wants_time else finish(untimed, desk)


def now(draft: Draft, desk: Desk) -> Reply:
    """Send at once what was read back, with all its words where some were taken for a time."""
    if not draft.at:
        return now_after_all(draft, desk)
    whole = draft.now_text
    sent = finish(replace(draft, at=0.0, text=whole or draft.text), desk)
    if not whole:
        return sent
    # What was read back had other words: say which were sent.
    said = desk.turn.phrases.say("in_these_words", text=whole)
    return replace(sent, speech=f"{sent.speech} {said}")


def then(draft: Draft, desk: Desk) -> Reply:
    """Schedule what was read back with a time; ask for the time where there is none."""
    if not draft.at:
        return asking.when(replace(draft, wants_time=True, asked=0), desk)
    return finish(draft, desk)


def _at(said: TimeSaid, draft: Draft, desk: Desk) -> Reply:
    """Go on with a draft that gets, or changes, its time."""
    at = timing.moment_of(said, desk)
    if isinstance(at, Unfit):
        if draft.asked:
            return asking.once_more(draft, desk, Pending.WHEN)
        later = replace(draft, wants_time=True, at=0.0, asked=1)
        return unfit(at, asking.when(later, desk), desk)
    return proceed(replace(draft, at=at, wants_time=False, now_text="", asked=0), desk)


def _without_it(words: str, desk: Desk) -> str:
    """Return "for six" of "it for six"."""
    return TimeSplitter(desk.turn.locale).without_it(words)
