"""`earshot up`: the local stack and its page, until Ctrl-C."""

import os
import signal
import sys
import threading
from typing import Annotated

import typer

from local.cli.stack_file import FILE, FOLDER, AlreadyUp, Running, alone, find, forget, write_down

FAILED = 1
LINK_FIRST = """
Nobody is linked yet. On that page, under "Who speaks", choose somebody and link their Slack.
"""


def up(
    port: Annotated[
        int | None,
        typer.Option(
            min=1, max=65535, help="The page's port; without it, the last one or a free one."
        ),
    ] = None,
    accounts: Annotated[
        bool,
        typer.Option(
            "--accounts", help="For several people: each links their own Slack, on the page."
        ),
    ] = False,
) -> None:
    """Start MiniStack, deploy Earshot to it, start the Slack workspace and the page."""
    try:
        with alone():
            _refuse_a_second()
            _run(port, accounts=accounts)
    except AlreadyUp as other:
        # It may have come up meanwhile: then its address says more.
        _refuse_a_second()
        typer.echo(str(other), err=True)
        raise typer.Exit(FAILED) from None


def _refuse_a_second() -> None:
    already = find()
    if already is not None:
        typer.echo(f"The local stack is running already: {already.address}", err=True)
        raise typer.Exit(FAILED)


def _run(port: int | None, *, accounts: bool) -> None:
    # What this brings along takes a second to import, which other commands need not wait for.
    from local.cloud.deploying import DeployFailed  # noqa: PLC0415
    from local.cloud.ministack import MiniStackFailed  # noqa: PLC0415
    from local.cloud.ports import PortInUse  # noqa: PLC0415
    from local.stack.room import CannotBe  # noqa: PLC0415
    from local.stack.start import started  # noqa: PLC0415

    forget()
    ended = _ended_by_signals()
    try:
        with started(FOLDER, _progress, port, lively=True, accounts=accounts) as stack:
            write_down(
                Running(
                    address=stack.address,
                    pid=os.getpid(),
                    aws_endpoint=stack.ministack.endpoint,
                    table=stack.deployment.table,
                    outbox_url=stack.deployment.outbox_url,
                    dead_letter_url=stack.deployment.dead_letter_url,
                    events_url=stack.deployment.events_url,
                )
            )
            _say_what_to_say(stack.address, LINK_FIRST if accounts else "")
            ended.wait()
    except (MiniStackFailed, DeployFailed, PortInUse, CannotBe) as problem:
        typer.echo(f"\n{problem}", err=True)
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        typer.echo("Interrupted; what was started is ended.")
        raise typer.Exit(FAILED) from None
    finally:
        forget()


def _ended_by_signals() -> threading.Event:
    """Return an event that is set by Ctrl-C, or by a request to end, once everything runs.

    Before that, or when said twice, the start itself is interrupted.
    """
    ended = threading.Event()

    def end(_number: int, _frame: object) -> None:
        if ended.is_set() or not FILE.exists():
            raise KeyboardInterrupt
        ended.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    return ended


def _progress(line: str) -> None:
    typer.echo(line)
    sys.stdout.flush()


def _say_what_to_say(address: str, first: str) -> None:
    typer.echo(f"""
Earshot is up: {address}
{first}
Say, on that page or with `.venv/bin/earshot say "..."`:
  tell slack to send I'm giving the demo now     (Kevin answers in a moment)
  ask slack for replies
  ask slack did it go through

Ctrl-C ends it.""")
    sys.stdout.flush()
