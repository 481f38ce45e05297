"""`earshot play FILE...`: transcripts, in process or on the running stack."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from local.conversations.notation.grammar import NotATranscript, parse
from local.conversations.player import Difference
from local.conversations.steps import Transcript

DIFFERS = 1
UNREADABLE = 2
NOT_ASKED = 2


def play_files(
    files: Annotated[
        list[Path], typer.Argument(help="Transcripts, as docs/conversations.md says.")
    ],
    stack: Annotated[
        bool, typer.Option("--stack", help="Play on the running local stack, which starts afresh.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="With --stack: wipe what is there without asking.")
    ] = False,
) -> None:
    """Play conversations; exit with 1 when a line differs, 2 when a file is no transcript."""
    transcripts = [(path, _read(path)) for path in files]
    play = _player(stack=stack)
    if stack and not yes:
        _ask_before_wiping()
    failed = 0
    for path, transcript in transcripts:
        difference = play(transcript)
        if difference is None:
            typer.echo(f"{path}: as written")
        else:
            failed += 1
            typer.echo(f"{path}: {difference}")
    if failed:
        raise typer.Exit(DIFFERS)


def _ask_before_wiping() -> None:
    if not sys.stdin.isatty():
        typer.echo(
            "This would wipe all messages and settings of the running stack: add --yes.", err=True
        )
        raise typer.Exit(NOT_ASKED)
    typer.confirm("This wipes all messages and settings of the running stack. Go on?", abort=True)


def _read(path: Path) -> Transcript:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except NotATranscript as error:
        typer.echo(f"{path}: {error}", err=True)
    except OSError as error:
        typer.echo(f"{path}: cannot be read: {error.strerror}", err=True)
    except UnicodeDecodeError:
        typer.echo(f"{path}: cannot be read: it is not text in UTF-8", err=True)
    raise typer.Exit(UNREADABLE)


def _player(*, stack: bool) -> Callable[[Transcript], Difference | None]:
    # Each is imported when it is wanted: moto alone takes a second.
    if stack:
        from local.cli.stack_file import running_stack  # noqa: PLC0415

        address = running_stack().address
        from local.world.on_stack import player_on  # noqa: PLC0415

        return player_on(address)
    from local.world.played import play_in_process  # noqa: PLC0415

    return play_in_process
