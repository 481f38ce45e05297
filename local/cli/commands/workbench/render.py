"""`earshot render`: Slack message objects, one JSON a line, as they are heard.

What renders is imported when messages are there: help answers without.
"""
# ruff: noqa: PLC0415

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from skill.rendering.choices import Choices, Saying

if TYPE_CHECKING:
    from postbox.directory.entries import Directory
    from skill.rendering.listener import Listener

NOT_A_MESSAGE, NOT_READABLE = 1, 2
USUAL = Choices()


def render(
    directory: Annotated[
        Path | None,
        typer.Option(
            help='A JSON file, {"people": [{"id", "real_name"}], "channels": [{"id", "name"}]}, '
            "for their names."
        ),
    ] = None,
    timezone: Annotated[
        str, typer.Option(help='The listener\'s, such as "Europe/Berlin"; else dates stay as sent.')
    ] = "",
    links: Annotated[Saying, typer.Option(help="How much of links is said.")] = USUAL.links,
    code: Annotated[Saying, typer.Option(help="How much of code is said.")] = USUAL.code,
    emoji: Annotated[Saying, typer.Option(help="How much of emoji is said.")] = USUAL.emoji,
    locale: Annotated[str, typer.Option(help="The language of the words around.")] = "en-US",
) -> None:
    """Print how Slack messages sound: one JSON object a line in, one a line out."""
    from skill.reading.planning.spoken_names import SpokenNames
    from skill.rendering.listener import Listener
    from skill.speech.phrases import Phrases

    listener = Listener(
        names=SpokenNames.of(_directory(directory)),
        phrases=Phrases(locale),
        choices=Choices(links, code, emoji),
        zone=_zone(timezone),
        now=datetime.now(UTC),
    )
    all_read = True
    for line in _lines(sys.stdin.buffer):
        said = _said(line, listener)
        all_read &= "error" not in said
        typer.echo(json.dumps(said, ensure_ascii=False))
    if not all_read:
        raise typer.Exit(NOT_A_MESSAGE)


def _said(line: str, listener: "Listener") -> dict[str, str]:
    from skill.rendering.cutting import answer
    from skill.rendering.message import spoken
    from skill.speech.ssml import to_ssml

    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"error": f"This is not JSON: {error}"}
    if not isinstance(message, dict):
        return {"error": "This is JSON, but not an object."}
    parts = answer(spoken(message, listener), listener.phrases)
    said = {"speech": parts.said, "ssml": to_ssml(parts.said)}
    return {**said, "left": parts.left} if parts.left else said


def _lines(given: Iterable[bytes]) -> Iterable[str]:
    decoded = (line.decode("utf-8", errors="replace").removeprefix("\ufeff") for line in given)
    return (line for line in decoded if line.strip())


def _directory(path: Path | None) -> "Directory":
    from local.cli.directory_file import NotADirectory, read_directory
    from postbox.directory.entries import Directory

    if path is None:
        return Directory()
    try:
        return read_directory(path).directory
    except NotADirectory as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(NOT_READABLE) from None


def _zone(name: str) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        typer.echo(f"There is no time zone {name!r}. Say one such as Europe/Berlin.", err=True)
        raise typer.Exit(NOT_READABLE) from None
