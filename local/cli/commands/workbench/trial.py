"""`earshot try --workspace FILE < utterances`: what is said, and what then stands in Slack."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from local.world.trial import Trial, Tried

UNREADABLE = 2


def try_utterances(
    workspace: Annotated[
        Path,
        typer.Option(
            help='A JSON file: {"people": ["Ana Lima", ...], "channels": ["general", ...]}, and as '
            'wished "speaker", "default", "left", "archived", "timezone", "clock".'
        ),
    ],
    as_json: Annotated[
        bool,
        typer.Option(
            "--json",
            help='Lines in are {"before": [[author, place, text]], "say": [utterance]}; '
            'lines out {"heard": [...], "posted": [[place, text]]}.',
        ),
    ] = False,
) -> None:
    """Try each line of standard input in a fresh world in this process."""
    # moto alone takes a second: imported when it is wanted.
    from local.world.trial import (  # noqa: PLC0415
        NotTriable,
        Trial,
        read_trial,
        read_workspace,
        try_out,
    )

    where = ""
    try:
        tried_in = read_workspace(workspace)
        for number, line in enumerate(_lines(), 1):
            where = f"line {number}: "
            trial = read_trial(line) if as_json else Trial((), (line,))
            tried = try_out(trial, tried_in)
            typer.echo(_as_json(tried) if as_json else _told(trial, tried))
    except NotTriable as error:
        typer.echo(f"{where}{error}", err=True)
        raise typer.Exit(UNREADABLE) from None


def _lines() -> Iterator[str]:
    return (text for line in sys.stdin if (text := line.strip()))


def _as_json(tried: "Tried") -> str:
    return json.dumps({"heard": tried.heard, "posted": tried.posted}, ensure_ascii=False)


def _told(trial: "Trial", tried: "Tried") -> str:
    turns = [
        line
        for utterance, heard in zip(trial.say, tried.heard, strict=True)
        for line in (f"you:    {utterance}", f"alexa:  {heard}")
    ]
    posted = [f"slack   {place}: {text}" for place, text in tried.posted]
    return "\n".join([*turns, *(posted or ["slack   nothing"]), ""])
