"""How much of what is new one answer tells."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from postbox.inbox.read_state import MessageOffset, OffsetStep
from skill.reading.planning.groups import MOST_NAMED, Group
from skill.reading.planning.lines import Line, Lines
from skill.reading.planning.unheard import Waiting
from skill.rendering.cutting import Cut, cut
from skill.speech.ssml import to_ssml

ROOM = 1500
"""Characters of one answer: a minute and a half; nobody wants to hear more in one go."""
LONGEST_WHOLE = 1800
"""A message up to this length is not cut for the little that would be left of it."""
MOST_MESSAGES = 10
LITTLE_MESSAGES = 6
LITTLE_ROOM = 700
"""So much is told in one breath, whatever conversations it is from."""


@dataclass(frozen=True)
class Portion:
    """What one answer tells."""

    lines: tuple[Line, ...] = ()
    spoken: tuple[Waiting, ...] = ()
    """The messages that are then heard to their ends."""
    partly: Waiting | None = None
    """A long message of which a part is told, in the only line."""
    step: OffsetStep | None = None
    """The way through a long message."""


def little(groups: Sequence[Group], lines: Lines, offsets: frozenset[str]) -> Portion | None:
    """Return everything as one answer, where it is little enough for one breath.

    `offsets` are the ts of messages of which a part was told already.
    """
    total = sum(len(group.waiting) for group in groups)
    if len(groups) > MOST_NAMED or total > LITTLE_MESSAGES or any(group.more for group in groups):
        return None
    waiting = [message for group in groups for message in group.waiting]
    if any(message.ts in offsets for message in waiting):
        return None
    told = tuple(map(lines.line, waiting))
    if total > 1 and sum(map(_size, told)) > LITTLE_ROOM:
        return None
    if any(_size(line) > LONGEST_WHOLE for line in told):
        return None
    return Portion(told, tuple(waiting))


def may_be_cut(waiting: Waiting, lines: Lines) -> bool:
    """Whether only a part may have been told: of what is long, or was before it was edited."""
    return bool(waiting.message.edited_ts) or _size(lines.line(waiting)) > LONGEST_WHOLE


def portion(group: Group, lines: Lines, offsets: Mapping[str, MessageOffset]) -> Portion:
    """Return the beginning of a group: some messages, or a part of a long one.

    Args:
        group: what is to be told.
        lines: makes lines of it.
        offsets: how far long messages of its conversation were told, by ts.
    """
    told: list[Line] = []
    room = ROOM
    for waiting in group.waiting[:MOST_MESSAGES]:
        line, known = lines.line(waiting), offsets.get(waiting.ts)
        size = _size(line)
        if known or size > LONGEST_WHOLE:
            if told:
                break
            return _in_parts(line, waiting, known)
        if told and size > room:
            break
        room -= size
        told.append(line)
    return Portion(tuple(told), group.waiting[: len(told)])


def _size(line: Line) -> int:
    return len(to_ssml(line.text))


def backwards(waiting: Sequence[Waiting], lines: Lines) -> Portion:
    """Return as many of these messages as an answer has room for, the last ones; told in order.

    Of one that is too long for an answer the beginning is told, and that the rest is in Slack.
    """
    told: list[Line] = []
    spoken: list[Waiting] = []
    room = ROOM
    for message in reversed(waiting[-MOST_MESSAGES:]):
        line = lines.line(message)
        size = len(to_ssml(line.text))
        if size > LONGEST_WHOLE:
            line = replace(line, text=lines.shortened(cut(line.text, ROOM).said))
            size = ROOM
        if told and size > room:
            break
        room -= size
        told.insert(0, line)
        spoken.insert(0, message)
    return Portion(tuple(told), tuple(spoken))


def _in_parts(line: Line, waiting: Waiting, known: MessageOffset | None) -> Portion:
    """Return the next part of a long message; all of it again where it is another one by now."""
    words, message = line.text, waiting.message
    before = known or MessageOffset(message.conversation_id, message.ts)
    said = 0
    if known and known.edited_ts != message.edited_ts:
        line = replace(line, begins_again=True)
    elif known and digest(words[: known.said]) == known.digest:
        said = known.said
        line = replace(line, goes_on=True)
    left = words[said:]
    parts = cut(left, ROOM) if len(to_ssml(left)) > LONGEST_WHOLE else Cut(left)
    line = replace(line, text=parts.said)
    if not parts.left:
        return Portion((line,), (waiting,), step=OffsetStep(before, before.at_the_beginning))
    said = len(words) - len(parts.left)
    after = MessageOffset(
        message.conversation_id, message.ts, message.edited_ts, said, digest(words[:said])
    )
    return Portion((line,), partly=waiting, step=OffsetStep(before, after))


def digest(words: str) -> str:
    """Return by what it is seen later whether these words are still the same."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
