"""Which of the scheduled messages somebody means: by place in the list, recipient, time, words."""

from collections.abc import Sequence

from postbox.directory.names.spelling import NameWords
from postbox.outbox.schedules import Scheduled
from skill.composing.composer import Composer
from skill.understanding.answers.whom.pointed_out import position
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.times.moments import matches
from skill.understanding.times.said import TimeSaid
from skill.understanding.times.time_reader import TimeReader
from skill.understanding.times.time_words import time_words


def chosen(words: str, listed: Sequence[Scheduled], composer: Composer) -> list[Scheduled]:
    """Return those that are meant, in the order listed; all where nothing tells them apart."""
    if means_all(words, composer.request.locale):
        return list(listed)
    said, left = _time_in(words, composer)
    if said is None:
        place = position(words, len(listed), composer.request.locale)
        if place is not None:
            return [listed[place]]
    found = [scheduled for scheduled in listed if said is None or _is_at(scheduled, said, composer)]
    return _of(left, found, composer) if left else found


def means_all(words: str, locale: str) -> bool:
    """Whether somebody says "all of them"."""
    spoken = Phrase(words).spoken
    return bool(spoken) and time_words(locale).end_of("all", spoken, 0) == len(spoken)


def _time_in(words: str, composer: Composer) -> tuple[TimeSaid | None, NameWords]:
    """Return the time in a phrase, and its other words as far as they tell messages apart."""
    spoken, known = Phrase(words).spoken, time_words(composer.request.locale)
    reader = TimeReader(known)
    times = [(found, at) for at in range(len(spoken)) if (found := reader.at(spoken, at))]
    (said, end), start = max(
        times, key=lambda reading: reading[0][1] - reading[1], default=((None, 0), 0)
    )
    others = spoken[:start] + spoken[end:]
    return said, tuple(word for word in others if not known.has("about_a_message", word))


def _is_at(scheduled: Scheduled, said: TimeSaid, composer: Composer) -> bool:
    then = composer.now.fromtimestamp(scheduled.post_at, composer.now.tzinfo)
    return matches(said, then, composer.now)


def _of(words: NameWords, found: list[Scheduled], composer: Composer) -> list[Scheduled]:
    """Return those to a recipient of this name, else those with these words in their text."""
    named = composer.recipients(" ".join(words))
    if named.certainty is not Certainty.UNKNOWN:
        ids = {
            candidate.id for resolution in named.resolutions for candidate in resolution.candidates
        }
        ids |= {
            composer.book.direct[identifier]
            for identifier in ids
            if identifier in composer.book.direct
        }
        to_them = [scheduled for scheduled in found if scheduled.conversation_id in ids]
        if to_them:
            return to_them
    wanted = set(words)
    return [scheduled for scheduled in found if wanted <= set(Phrase(scheduled.text).spoken)]
