"""Beginning a message that is to be sent later, with its time or with the question for it."""

from dataclasses import replace

from skill.composing import timing
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, opened
from skill.speech.said import Said, say
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier
from skill.understanding.times.moments import Unfit
from skill.understanding.times.said import TimeSaid
from skill.understanding.times.splitting import TimeSplitter
from skill.understanding.understood import Understood


def planned(words: str, carrier: Carrier, composer: SendingComposer) -> Reply:
    """Begin with a dictated phrase that is to be scheduled."""
    if not words.strip():
        return proceed(Draft(wants_time=True), composer)
    timed = timing.explicit(words, carrier, composer)
    if timed is None:
        return _opened(composer.understand(words, carrier), None, composer)
    return _opened(timed.understood, timed.said, composer)


def reminding(words: str, composer: SendingComposer) -> Reply:
    """Begin with "general at nine that the demo is on"; others are reminded at once."""
    if not words.strip():
        return proceed(Draft(wants_time=True), composer)
    timed = timing.explicit(words, Carrier.RECIPIENT, composer)
    understood = timed.understood if timed else composer.understand(words, Carrier.REMIND)
    if timed is None and not _is_to_oneself(understood, composer):
        return begin(words, Carrier.REMIND, composer)
    text = TimeSplitter(composer.request.locale).without_linker(understood.text)
    linker = understood.text[: len(understood.text) - len(text)]
    understood = replace(understood, before=understood.before + linker, text=text)
    return _opened(understood, timed.said if timed else None, composer)


def _is_to_oneself(understood: Understood, composer: Composer) -> bool:
    named = [
        candidate.id for resolution in understood.resolutions for candidate in resolution.candidates
    ]
    return named == [composer.link.user_id]


def unfit(why: Unfit, asked: Reply) -> Reply:
    """Say why a time does not fit before what is asked next."""
    return asked.after(_why(why))


def _opened(understood: Understood, said: TimeSaid | None, composer: SendingComposer) -> Reply:
    """Begin a message for a time; ask for one where none was said, or none that fits."""
    later = Draft(wants_time=True)
    if said is None:
        return opened(understood, later, composer)
    at = timing.moment_of(said, composer)
    if isinstance(at, Unfit):
        return unfit(at, opened(understood, later, composer))
    return opened(understood, Draft(at=at), composer)


def _why(why: Unfit) -> Said:
    match why:
        case Unfit.PAST:
            return say("time_is_past")
        case Unfit.TOO_SOON:
            return say("time_too_soon")
        case Unfit.TOO_FAR:
            return say("time_too_far")
    return say("no_such_day")
