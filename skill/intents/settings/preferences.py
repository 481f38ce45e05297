""" "Leave out links", "always read back", "read that slower", "what do you leave out?"."""

from postbox.inbox.message import CALLS_OF_MANY
from postbox.store.errors import MailboxUnavailable
from skill.composing.composer import READ_BACK, read_back_in
from skill.reading.preferences import KINDS, RATE, RATES, USUAL_RATE, choices_in, muted_in
from skill.reading.reader import Reader, with_reader
from skill.rendering.choices import Saying
from skill.services import Services
from skill.speech.sentences import joined
from skill.speech.ssml import at_rate
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.verdict import Preference

_READ_BACK = {each.name.lower(): each for each in Preference}
READ_BACK_SENTENCES = {each: f"preference_read_back_{name}" for name, each in _READ_BACK.items()}

_STEPS = {"slower": -1, "faster": 1, "normal": 0}
RATE_SENTENCES = {each: f"rate_{each}" for each in _STEPS}
_READ_LATELY = 600.0
"""Seconds within which what was read last is read again at the new rate."""


def handle_list(turn: Turn, services: Services) -> Reply:
    """Tell how links, code and emoji are read, and when messages are read back."""
    return with_reader(turn, services, _told)


def _told(reader: Reader) -> Reply:
    phrases, kept = reader.turn.phrases, reader.services.preferences.of(reader.link.link_id)
    choices = choices_in(kept)
    names = [f"preference_{kind}_{getattr(choices, kind)}" for kind in KINDS]
    muted = muted_in(kept)
    counted = {call: Saying.LEFT_OUT if call in muted else Saying.SAID for call in CALLS_OF_MANY}
    names += [f"preference_{call}_{counted[call]}" for call in sorted(counted)]
    names.append(READ_BACK_SENTENCES[read_back_in(kept)])
    return Reply(phrases.say("preferences_are", preferences=joined(map(phrases.plain, names))))


def handle_set(turn: Turn, services: Services) -> Reply:
    """Keep how something is read, and say so once it is kept."""
    return with_reader(turn, services, _set)


def _set(reader: Reader) -> Reply:
    phrases, resolved = reader.turn.phrases, reader.turn.resolved_ids
    sayings = resolved.intersection(Saying)
    kinds = resolved.intersection({*KINDS, *CALLS_OF_MANY})
    if len(kinds) != 1 or len(sayings) != 1:
        return Reply(phrases["preference_unclear"])
    kind, saying = *kinds, *sayings
    if kind in set(CALLS_OF_MANY) and saying == Saying.SHORTENED:
        return Reply(phrases["preference_unclear"])
    return _kept(kind, saying, f"preference_{kind}_{saying}", reader)


def handle_reading_back(turn: Turn, services: Services) -> Reply:
    """Keep when messages are read back, and say so once it is kept."""
    return with_reader(turn, services, _set_reading_back)


def _set_reading_back(reader: Reader) -> Reply:
    wanted = [_READ_BACK[each] for each in reader.turn.resolved_ids if each in _READ_BACK]
    if len(wanted) != 1:
        return Reply(reader.turn.phrases["read_back_unclear"])
    return _kept(READ_BACK, wanted[0], READ_BACK_SENTENCES[wanted[0]], reader)


def _kept(kind: str, chosen: str, sentence: str, reader: Reader) -> Reply:
    phrases = reader.turn.phrases
    try:
        reader.services.preferences.choose(reader.link.link_id, kind, chosen)
    except MailboxUnavailable:
        return Reply(phrases["preference_not_kept"])
    return Reply(phrases.say("preference_kept", preference=phrases.plain(sentence)))


def handle_rate(turn: Turn, services: Services) -> Reply:
    """Read slower or faster from now on, and what was read last once more."""
    return with_reader(turn, services, _at_another_rate)


def _at_another_rate(reader: Reader) -> Reply:
    phrases = reader.turn.phrases
    wanted = [step for step in _STEPS if step in reader.turn.resolved_ids]
    if len(wanted) != 1:
        return Reply(phrases["rate_unclear"], reader.turn.question)
    rate = _rate(wanted[0], reader.listener.rate)
    if rate is None:
        return Reply(phrases["rate_at_its_end"], reader.turn.question)
    try:
        reader.services.preferences.choose(reader.link.link_id, RATE, str(rate))
    except MailboxUnavailable:
        return Reply(phrases["preference_not_kept"], reader.turn.question)
    said, last = phrases[RATE_SENTENCES[wanted[0]]], _read_lately(reader)
    speech = joined([said, at_rate(last, rate)]) if last else said
    return Reply(speech, reader.turn.question)


def _rate(wanted: str, now: int) -> int | None:
    """Return the next rate that way, or None where there is none."""
    if wanted == "normal":
        return USUAL_RATE
    at = RATES.index(now) + _STEPS[wanted]
    return RATES[at] if 0 <= at < len(RATES) else None


def _read_lately(reader: Reader) -> str:
    last = reader.last_answer
    is_fresh = last and reader.turn.spoken_at - last.answered_at <= _READ_LATELY
    return last.speech if last and is_fresh else ""
