"""Where the running local stack is written down, for the other commands to find."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import typer

from local.cli import waits

FOLDER = Path(__file__).parents[2] / ".earshot"
FILE = FOLDER / "stack.json"
NOT_RUNNING = 1


@dataclass(frozen=True)
class Running:
    """A running stack: the page's address and the process that started it."""

    address: str
    pid: int
    aws_endpoint: str
    table: str
    outbox_url: str
    dead_letter_url: str
    events_url: str


class AlreadyUp(Exception):
    """Another process starts the stack, or runs it; the message names it."""


@contextmanager
def alone() -> Iterator[None]:
    """Be the only process that starts and runs the stack, or raise AlreadyUp and touch nothing."""
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / "up.lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip()
            raise AlreadyUp(
                f"The local stack is being started already, by process {holder}."
            ) from None
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield


def write_down(running: Running) -> None:
    """Let other commands find this stack."""
    FOLDER.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(asdict(running), indent=2) + "\n", encoding="utf-8")


def forget() -> None:
    """Let other commands know that none is running."""
    FILE.unlink(missing_ok=True)


def find() -> Running | None:
    """Return the stack that answers now, or None."""
    try:
        running = Running(**json.loads(FILE.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    # Where none was written down, nothing is asked, and the client need not be imported.
    import httpx  # noqa: PLC0415

    try:
        httpx.get(f"{running.address}/healthz", timeout=waits.SPOKEN_SECONDS).raise_for_status()
    except httpx.HTTPError:
        return None
    return running


def running_stack() -> Running:
    """Return the running stack, or end the command and say how to start one."""
    running = find()
    if running is None:
        typer.echo("No local stack is running. Start it with: make demo", err=True)
        raise typer.Exit(NOT_RUNNING)
    return running
