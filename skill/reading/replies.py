"""What to read of the replies, and how: oldest first, the sender named once per run."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mailbox.hearing import Used
from mailbox.inbound import Attention, InboxMessage
from skill.reading.names import SpokenNames
from skill.reading.rendering.cutting import MAX_CHARACTERS, cut
from skill.reading.rendering.listener import Listener
from skill.reading.rendering.message import render
from skill.speech.phrases import Phrases
from skill.speech.sentences import joined
from skill.speech.ssml import to_ssml

MAX_MESSAGES = 20
Place = tuple[str, str, str]
"""Team id, conversation id and ts of a message."""


@dataclass(frozen=True)
class Reading:
    """A plan: the SSML to speak, what it uses up, and whether something is left."""

    speech: str
    used: tuple[Used, ...]
    more: bool


@dataclass(frozen=True)
class _Line:
    author: str
    conversation: str
    text: str
    is_action: bool


def plan(
    unheard: Sequence[Attention],
    messages: Mapping[Place, InboxMessage],
    names: SpokenNames,
    phrases: Phrases,
) -> Reading:
    """Plan one answer; messages deleted meanwhile are used up without a word."""
    used: list[Used] = []
    lines: list[_Line] = []
    room = MAX_CHARACTERS
    for attention in unheard:
        message = messages.get(place_of(attention))
        is_spoken = message is not None and not message.deleted
        if message is not None and is_spoken:
            line = _line(message, names, phrases)
            size = len(to_ssml(line.text)) + len(line.author) + 40
            if lines and (size > room or len(lines) == MAX_MESSAGES):
                return Reading(_speech(lines, phrases), tuple(used), more=True)
            room -= size
            lines.append(line)
        used.append(_used(attention, is_spoken=is_spoken))
    return Reading(_speech(lines, phrases), tuple(used), more=False)


def place_of(attention: Attention) -> Place:
    """Return where the message of an attention stands."""
    return attention.team_id, attention.conversation_id, attention.ts


def _used(attention: Attention, *, is_spoken: bool) -> Used:
    return Used(
        team_id=attention.team_id,
        conversation_id=attention.conversation_id,
        ts=attention.ts,
        thread_ts=attention.thread_ts,
        reason=attention.reason,
        is_spoken=is_spoken,
    )


def _line(message: InboxMessage, names: SpokenNames, phrases: Phrases) -> _Line:
    told = render(_as_slack_has_it(message), Listener(names, phrases))
    return _Line(
        author=told.author or phrases.plain("unknown_author"),
        conversation=names.conversation(message.conversation_id) or "",
        text=_shortened(told.words, phrases),
        is_action=told.is_action,
    )


def _as_slack_has_it(message: InboxMessage) -> dict[str, object]:
    """Return a message in the form in which it came."""
    if message.content:
        return dict(json.loads(message.content))
    return {
        "user": message.author_id,
        "username": message.author_name,
        "text": message.text,
        "subtype": message.subtype,
    }


def _shortened(text: str, phrases: Phrases) -> str:
    rest = phrases.plain("rest_in_slack")
    parts = cut(text, MAX_CHARACTERS - len(rest) - 100)
    return f"{parts.said} … {rest}" if parts.left else text


def _speech(lines: Sequence[_Line], phrases: Phrases) -> str:
    several = len({line.conversation for line in lines}) > 1
    runs = [list(run) for _, run in groupby(lines, key=_run)]
    said = [_say(run, phrases, several=several) for run in runs]
    return joined(said)


def _run(line: _Line) -> tuple[str, str, bool]:
    return line.author, line.conversation, line.is_action


def _say(run: Sequence[_Line], phrases: Phrases, *, several: bool) -> str:
    first = run[0]
    text = joined(line.text for line in run)
    if first.is_action:
        return phrases.say("does", author=first.author, text=text)
    if several and first.conversation and first.conversation != first.author:
        place = first.conversation
        return phrases.say("says_in", author=first.author, conversation=place, text=text)
    return phrases.say("says", author=first.author, text=text)
