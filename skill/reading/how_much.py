"""How much is unread: counted for who may not hear it, and how long it will take to read."""

from collections.abc import Iterable

from skill.reading.finding import MOST_VERIFIED, Found, find
from skill.reading.planning.groups import MOST_NAMED, Group, announced
from skill.reading.planning.lines import Lines
from skill.reading.planning.scope import NEW
from skill.reading.reader import Reader
from skill.rendering.amounts import counted, length
from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.reply import Reply

_MINUTE = 60
CHARACTERS_A_SECOND = 15.0
"""Of English at the usual rate of speech: about 180 words a minute."""
WORTH_SAYING = 60.0
"""Seconds; what takes less is read without a word about it."""


def counted_only(reader: Reader, *, names_senders: bool) -> Reply:
    """Tell how much there is; nothing of it counts as heard. Raises MailboxUnavailable."""
    found = find(reader, reader.course.asking_for(NEW), NEW, MOST_NAMED, MOST_VERIFIED)
    if not found.groups:
        return Reply(say("nothing_to_count"), is_slight=True)
    if names_senders:
        what = announced(found.groups, found.others, reader.listener)
        return Reply(say("only_senders", what=what), is_slight=True)
    phrases = reader.request.phrases
    number = sum(len(group.waiting) for group in found.groups)
    is_all = not found.others and not any(group.more for group in found.groups)
    if is_all and number == 1:
        return Reply(say("only_one_counts"), is_slight=True)
    key: Key = "only_counts" if is_all else "only_counts_so_far"
    return Reply(say(key, count=counted(number, phrases)), is_slight=True)


def time_of(found: Found, reader: Reader) -> tuple[Key, str]:
    """Return the key of a sentence about the time, and the time in words, "" for a short one."""
    lines = Lines(listener=reader.listener, parents={}, names_places=False)
    seconds = seconds_of(found.groups, lines, reader.listener.rate)
    if seconds < WORTH_SAYING:
        return "takes_no_minute", ""
    said = length(round(seconds / _MINUTE) * _MINUTE, reader.request.phrases)
    is_more = bool(found.others) or any(group.more for group in found.groups)
    return "takes_more_than" if is_more else "takes_about", said


def seconds_of(groups: Iterable[Group], lines: Lines, rate: int) -> float:
    """Return how long these groups take, in seconds, at a rate in per cent of the usual one."""
    texts = (lines.line(waiting) for group in groups for waiting in group.waiting)
    characters = sum(len(line.author) + len(line.text) for line in texts)
    return characters / CHARACTERS_A_SECOND * 100 / rate
