""" "Leave out links", "always read back", "read that slower", "what do you leave out?"."""

from collections.abc import Mapping

from postbox.inbox.message import CALLS_OF_MANY, AttentionReason
from postbox.store.errors import MailboxUnavailable
from skill.composing.composer import LEFT_AS_WORDS, MARKS, READ_BACK, WRITTEN, read_back_in
from skill.reading.last_told import said_in
from skill.reading.preferences import KINDS, RATE, RATES, USUAL_RATE, choices_in, muted_in
from skill.reading.reader import Reader
from skill.rendering.choices import Saying
from skill.speech.keys import Key
from skill.speech.said import Said, at_rate, say, sentence
from skill.speech.sentences import joined
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.verdict import Preference

_READ_BACK = {preference.name.lower(): preference for preference in Preference}
READ_BACK_SENTENCES: Mapping[Preference, Key] = {
    Preference.ALWAYS: "preference_read_back_always",
    Preference.IN_DOUBT: "preference_read_back_in_doubt",
    Preference.NEVER_FOR_FULL_NAMES: "preference_read_back_never_for_full_names",
}
SENTENCES: Mapping[tuple[str, str], Key] = {
    ("links", Saying.SAID): "preference_links_said",
    ("links", Saying.SHORTENED): "preference_links_shortened",
    ("links", Saying.LEFT_OUT): "preference_links_left_out",
    ("code", Saying.SAID): "preference_code_said",
    ("code", Saying.SHORTENED): "preference_code_shortened",
    ("code", Saying.LEFT_OUT): "preference_code_left_out",
    ("emoji", Saying.SAID): "preference_emoji_said",
    ("emoji", Saying.SHORTENED): "preference_emoji_shortened",
    ("emoji", Saying.LEFT_OUT): "preference_emoji_left_out",
}
"""What is said of how links, code and emoji are read."""

MARKS_SENTENCES: Mapping[str, Key] = {
    WRITTEN: "preference_marks_written",
    LEFT_AS_WORDS: "preference_marks_as_words",
}
"""What is said of punctuation and emoji that are dictated by name."""

_STEPS = {"slower": -1, "faster": 1, "normal": 0}
RATE_SENTENCES: Mapping[str, Key] = {
    "slower": "rate_slower",
    "faster": "rate_faster",
    "normal": "rate_normal",
}
_READ_LATELY = 600.0
"""Seconds within which what was read last is read again at the new rate."""


COUNTED: Mapping[tuple[AttentionReason, bool], Key] = {
    (AttentionReason.HERE, True): "preference_here_said",
    (AttentionReason.HERE, False): "preference_here_left_out",
    (AttentionReason.EVERYBODY, True): "preference_everybody_said",
    (AttentionReason.EVERYBODY, False): "preference_everybody_left_out",
    (AttentionReason.USER_GROUP, True): "preference_user_groups_said",
    (AttentionReason.USER_GROUP, False): "preference_user_groups_left_out",
}
"""By the call of many, and whether it counts as a mention."""


def handle_list(turn: Turn) -> Reply:
    """Tell how links, code and emoji are read, and when messages are read back."""
    return _told(Reader.of(turn))


def _told(reader: Reader) -> Reply:
    phrases, kept = reader.request.phrases, reader.speaker.preferences.of(reader.link.link_id)
    choices = choices_in(kept)
    names = [SENTENCES[kind, getattr(choices, kind)] for kind in KINDS]
    muted = muted_in(kept)
    names += [COUNTED[call, call not in muted] for call in sorted(CALLS_OF_MANY)]
    if kept.get(MARKS) == LEFT_AS_WORDS:
        names.append(MARKS_SENTENCES[LEFT_AS_WORDS])
    names.append(READ_BACK_SENTENCES[read_back_in(kept)])
    return Reply(say("preferences_are", preferences=joined(map(phrases.plain, names))))


def handle_set(turn: Turn) -> Reply:
    """Keep how something is read, or whether dictated marks are written; say so once it is kept."""
    if MARKS in turn.resolved_ids:
        return _set_marks(Reader.of(turn))
    return _set(Reader.of(turn))


def _set_marks(reader: Reader) -> Reply:
    wanted = reader.request.resolved_ids.intersection(MARKS_SENTENCES)
    if len(wanted) != 1:
        return Reply(say("preference_unclear"))
    chosen = next(iter(wanted))
    return _kept(MARKS, chosen, MARKS_SENTENCES[chosen], reader)


def _set(reader: Reader) -> Reply:
    resolved = reader.request.resolved_ids
    sayings = resolved.intersection(Saying)
    kinds = resolved.intersection({*KINDS, *CALLS_OF_MANY})
    if len(kinds) != 1 or len(sayings) != 1:
        return Reply(say("preference_unclear"))
    kind, saying = *kinds, *sayings
    if kind not in KINDS:
        return _set_counted(AttentionReason(kind), Saying(saying), reader)
    return _kept(kind, saying, SENTENCES[kind, saying], reader)


def _set_counted(call: AttentionReason, saying: Saying, reader: Reader) -> Reply:
    if saying is Saying.SHORTENED:
        return Reply(say("preference_unclear"))
    return _kept(call, saying, COUNTED[call, saying is Saying.SAID], reader)


def handle_reading_back(turn: Turn) -> Reply:
    """Keep when messages are read back, and say so once it is kept."""
    return _set_reading_back(Reader.of(turn))


def _set_reading_back(reader: Reader) -> Reply:
    wanted = [
        _READ_BACK[resolved_id]
        for resolved_id in reader.request.resolved_ids
        if resolved_id in _READ_BACK
    ]
    if len(wanted) != 1:
        return Reply(say("read_back_unclear"))
    return _kept(READ_BACK, wanted[0], READ_BACK_SENTENCES[wanted[0]], reader)


def _kept(kind: str, chosen: str, key: Key, reader: Reader) -> Reply:
    try:
        reader.speaker.preferences.choose(reader.link.link_id, kind, chosen)
    except MailboxUnavailable:
        return Reply(say("preference_not_kept"))
    return Reply(say("preference_kept", preference=sentence(key)))


def handle_rate(turn: Turn) -> Reply:
    """Read slower or faster from now on, and what was read last once more."""
    return _at_another_rate(Reader.of(turn))


def _at_another_rate(reader: Reader) -> Reply:
    wanted = [step for step in _STEPS if step in reader.request.resolved_ids]
    if len(wanted) != 1:
        return Reply(say("rate_unclear"), reader.request.question)
    rate = _rate(wanted[0], reader.listener.rate)
    if rate is None:
        return Reply(say("rate_at_its_end"), reader.request.question)
    try:
        reader.speaker.preferences.choose(reader.link.link_id, RATE, str(rate))
    except MailboxUnavailable:
        return Reply(say("preference_not_kept"), reader.request.question)
    again = at_rate(_read_lately(reader), rate)
    return Reply((*say(RATE_SENTENCES[wanted[0]]), *again), reader.request.question)


def _rate(wanted: str, now: int) -> int | None:
    """Return the next rate that way, or None where there is none."""
    if wanted == "normal":
        return USUAL_RATE
    at = RATES.index(now) + _STEPS[wanted]
    return RATES[at] if 0 <= at < len(RATES) else None


def _read_lately(reader: Reader) -> Said:
    last = reader.last_answer
    is_fresh = last and reader.request.spoken_at - last.answered_at <= _READ_LATELY
    return said_in(last, reader.request.phrases)[0] if last and is_fresh else ()
