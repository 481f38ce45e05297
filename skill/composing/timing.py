"""When a message is to be sent, as far as a phrase says so.

Words are taken for a time without being asked where the speaker said that it is about one
("schedule ..."), and then the time is read back. Elsewhere they are a time only where they cannot
well be words of the text, and it is asked; everything else is text, as it was dictated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from skill.composing.composer import Composer
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.phrase import Phrase
from skill.understanding.times.moments import Unfit, moment
from skill.understanding.times.said import TimeSaid
from skill.understanding.times.splitting import Split, TimeSplitter
from skill.understanding.understood import PhraseOutcome, Understood


@dataclass(frozen=True)
class Timed:
    """A phrase with a time."""

    said: TimeSaid
    understood: Understood
    """The phrase without the time."""
    now_text: str = ""
    """The text with the words of the time, where they may be the text's own."""


def explicit(words: str, carrier: Carrier, composer: Composer) -> Timed | None:
    """Return what a phrase that is to be scheduled says, or None where it names no time."""
    splitter, phrase = TimeSplitter(composer.request.locale), Phrase(words)
    for split in _explicit(splitter, phrase):
        kind = carrier if carrier.names_first else split.carrier
        understood = composer.understand(split.rest, kind)
        # A time in the middle is one only between a recipient and a text.
        if not split.after or split.carrier_was_said or understood.resolutions:
            return Timed(split.said, understood)
    return None


def _explicit(splitter: TimeSplitter, phrase: Phrase) -> Iterator[Split]:
    if leading := splitter.leading(phrase):
        yield leading
    yield from splitter.linked(phrase)
    if trailing := splitter.trailing(phrase, surely=True):
        yield trailing
    yield from splitter.reminding(phrase)
    yield from splitter.before_recipient(phrase)


def implied(words: str, carrier: Carrier, now: Understood, composer: Composer) -> Timed | None:
    """Return how else a phrase may be meant that is to be sent now: later, at a time in it.

    `now` is the phrase as it is understood without a thought of time.
    """
    if now.verdict and len(now.verdict.messages) > 1:
        return None
    splitter, phrase = TimeSplitter(composer.request.locale), Phrase(words)
    trailing = splitter.trailing(phrase)
    if trailing and trailing.said.is_definite:
        behind = _behind_recipient(trailing, carrier, now, composer)
        if behind:
            return behind
    for split in splitter.linked(phrase):
        understood = composer.understand(split.rest, carrier)
        surely = split.said.is_definite and understood.outcome is PhraseOutcome.CERTAIN
        is_text = now.outcome is PhraseOutcome.CERTAIN and not _begins_with_time(now.text, splitter)
        if surely and not is_text:
            return Timed(split.said, understood)
    return _behind_text(now, splitter)


def _behind_recipient(
    split: Split, carrier: Carrier, now: Understood, composer: Composer
) -> Timed | None:
    """Read "lunch is ready to general at five": a recipient stands between text and time."""
    if now.outcome is PhraseOutcome.CERTAIN:
        return None
    understood = composer.understand(split.rest, carrier)
    named = understood.outcome in {PhraseOutcome.CERTAIN, PhraseOutcome.DOUBTFUL}
    if named and (understood.after.strip() or not understood.text):
        return Timed(split.said, understood)
    return None


def _behind_text(now: Understood, splitter: TimeSplitter) -> Timed | None:
    """Read "the kettle is on at five", where nothing in the text asks for a time."""
    if (
        now.outcome not in {PhraseOutcome.CERTAIN, PhraseOutcome.DEFAULT}
        or now.after.strip()
        or now.mentions
    ):
        return None
    split = splitter.trailing(Phrase(now.text))
    if split is None or not split.before or not split.said.is_definite:
        return None
    if splitter.is_texts_own(split.before):
        return None
    behind = now.text[len(now.text.rstrip()) :]
    understood = Understood(
        now.resolutions, now.is_doubtful, now.before, split.before, behind, now.mentions
    )
    return Timed(split.said, understood, now_text=now.text)


def _begins_with_time(text: str, splitter: TimeSplitter) -> bool:
    return splitter.reader.at(Phrase(text).spoken, 0) is not None


def time_alone(words: str, composer: Composer) -> TimeSaid | None:
    """Return the time that is all that these words say."""
    return TimeSplitter(composer.request.locale).reader.whole(Phrase(words).spoken)


def time_behind_at(words: str, composer: Composer) -> TimeSaid | None:
    """Return the time that these words say with "at" before them."""
    (at,) = language(composer.request.locale).at
    return time_alone(" ".join((*at, words)), composer)


def moment_of(said: TimeSaid, composer: Composer) -> float | Unfit:
    """Return the moment in epoch seconds, or why it does not fit."""
    found = moment(said, composer.now)
    return found.timestamp() if isinstance(found, datetime) else found
