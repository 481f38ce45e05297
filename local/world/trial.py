"""Utterances tried out: each in a fresh world, and what then stands in Slack.

A place is "#channel", a person's full name, full names joined by " & " in alphabetical order for a
group, or the speaker's own name for notes to oneself.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from local.conversations.steps import Setting
from local.workspace import Workspace
from local.workspace.team.entities import Conversation, NotInWorkspace, Person
from local.workspace.text.text import as_seen
from local.world.played import PlayedInProcess, world_for

TO_ME = "to me"
"""The place of a direct message to the speaker; its author's name is another way to say so."""
SILENCE = "(nothing)"
_CLOCK = "%Y-%m-%d %H:%M"


class NotTriable(ValueError):
    """The workspace or a line is not of the form asked for; the message says what is wrong."""


@dataclass(frozen=True)
class TriedWorkspace:
    """Who and what there is before each utterance."""

    setting: Setting
    archived: tuple[str, ...]


@dataclass(frozen=True)
class PriorMessage:
    """A message that came in first."""

    author: str
    place: str
    text: str


@dataclass(frozen=True)
class Trial:
    """What to try: messages that came in first, then one utterance after another."""

    before: tuple[PriorMessage, ...]
    say: tuple[str, ...]


@dataclass(frozen=True)
class Tried:
    """What Alexa said to each utterance, and all that the speaker then has in Slack."""

    heard: tuple[str, ...]
    posted: tuple[tuple[str, str], ...]


def read_workspace(path: Path) -> TriedWorkspace:
    """Read a workspace file; raises NotTriable.

    {"speaker", "people": [full name], "left": [...], "channels": [...], "archived": [...],
     "default": channel, "timezone": "Europe/Berlin", "clock": "2026-11-20 10:00"}
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NotTriable(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise NotTriable(f"{path} is not JSON: {error}.") from None
    if not isinstance(content, Mapping):
        raise NotTriable(f"{path} holds no JSON object.")
    people, left = _names(content, "people"), _names(content, "left")
    channels, archived = _names(content, "channels"), _names(content, "archived")
    if not people or not channels:
        raise NotTriable(f'{path} needs "people" and "channels".')
    speaker = _text(content, "speaker") or people[0]
    default = _text(content, "default") or channels[0]
    for wanted, known, what in (
        ([speaker, *left], people, "people"),
        ([default, *archived], channels, "channels"),
    ):
        for name in wanted:
            if name not in known:
                raise NotTriable(f'{path}: {name} is not among its "{what}".')
    if speaker in left or default in archived:
        raise NotTriable(f"{path}: the speaker has not left, and the default is not archived.")
    setting = Setting(
        people,
        speaker,
        channels,
        default,
        deactivated=left,
        timezone=_zone(_text(content, "timezone"), path),
        clock=_clock(_text(content, "clock"), path),
    )
    return TriedWorkspace(setting, archived)


def read_trial(line: str) -> Trial:
    """Read {"before": [[author, place, text], ...], "say": [utterance, ...]}; raises NotTriable."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise NotTriable(f"a line is not JSON: {error}.") from None
    if not isinstance(row, Mapping) or not _is_list(row.get("say"), str):
        raise NotTriable('a line needs "say", a list of utterances, and may have "before".')
    before = row.get("before", [])
    if not _is_list(before, list) or not all(
        len(written) == len(fields(PriorMessage)) and _is_list(written, str) for written in before
    ):
        raise NotTriable('"before" is a list of [author, place, text].')
    return Trial(tuple(PriorMessage(*written) for written in before), tuple(row["say"]))


def try_out(trial: Trial, workspace: TriedWorkspace) -> Tried:
    """Say the utterances one after another in a fresh world; raises NotTriable."""
    with _world(workspace) as world:
        for written in trial.before:
            _write(written, world)
        heard = tuple(
            _say(utterance, world, is_second=earlier.strip() == SILENCE)
            for earlier, utterance in pairwise(("", *trial.say))
        )
        world.settle()
        return Tried(heard, tuple(_posted(world.parts.workspace)))


@contextmanager
def _world(workspace: TriedWorkspace) -> Iterator[PlayedInProcess]:
    with world_for(workspace.setting) as world:
        for name in workspace.archived:
            world.archive(f"#{name}")
        world.settle()
        yield world


def _say(utterance: str, world: PlayedInProcess, *, is_second: bool) -> str:
    """Say something; a first silence is prompted, a second one ends the session."""
    if utterance.strip() != SILENCE:
        return world.say(utterance).heard
    return (world.say(None) if is_second else world.hesitate()).heard


def _write(written: PriorMessage, world: PlayedInProcess) -> None:
    place = f"@{written.author}" if written.place in (TO_ME, written.author) else written.place
    try:
        world.write(written.author, place, written.text)
    except NotInWorkspace as error:
        raise NotTriable(str(error)) from None
    world.settle()


def _posted(workspace: Workspace) -> Iterator[tuple[str, str]]:
    speaker = workspace.speaker
    assert speaker is not None
    own = [
        (message.ts, _place(conversation, speaker, workspace), message.text)
        for conversation in workspace.conversations
        for message in workspace.messages(conversation)
        if message.user == speaker.id
    ]
    names = workspace.roster.names()
    channels = {channel.id: channel.name for channel in workspace.conversations}
    for _, place, text in sorted(own):
        yield place, as_seen(text, names, channels)


def _place(conversation: Conversation, speaker: Person, workspace: Workspace) -> str:
    if conversation.kind in ("channel", "private"):
        return f"#{conversation.name}"
    members = [workspace.roster.people[member] for member in conversation.members]
    others = sorted(person.real_name for person in members if person is not speaker)
    return " & ".join(others) or speaker.real_name


def _names(content: Mapping[str, Any], key: str) -> tuple[str, ...]:
    names = content.get(key, [])
    if not _is_list(names, str):
        raise NotTriable(f'"{key}" is no list of names.')
    return tuple(name.removeprefix("#") for name in names)


def _text(content: Mapping[str, Any], key: str) -> str:
    value = content.get(key, "")
    if not isinstance(value, str):
        raise NotTriable(f'"{key}" is no text.')
    return value.removeprefix("#")


def _zone(name: str, path: Path) -> str:
    try:
        ZoneInfo(name or "UTC")
    except (ValueError, OSError, KeyError):
        raise NotTriable(f"{path}: there is no time zone {name}.") from None
    return name


def _clock(value: str, path: Path) -> str:
    try:
        if value:
            datetime.strptime(value, _CLOCK)  # noqa: DTZ007 - the zone is said beside it
    except ValueError:
        raise NotTriable(f'{path}: "clock" is a time such as 2026-11-20 10:00.') from None
    return value


def _is_list(value: object, of: type) -> bool:
    return (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and all(isinstance(element, of) for element in value)
    )
