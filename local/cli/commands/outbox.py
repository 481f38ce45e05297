"""`earshot outbox`: list, retry and drop what was not posted. Shows ids and places, not texts."""

import time
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column, Table as Grid

from local.cli.dead_letters import DeadLetter, DeadLetterBox, retry
from local.cli.deployment import deployed_as
from postbox.links.stores.links import PERSONAL
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipt import Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.table import Table

NONE_SUCH = 1
ROW_WIDTH = 160

app = typer.Typer(no_args_is_help=True, help="What was spoken, and what became of it.")

Stage = Annotated[str, typer.Option(help="The deployed stage; `local` is the running stack.")]
Region = Annotated[str, typer.Option(help="The AWS region.")]
Id = Annotated[str, typer.Argument(help="The message's id, as `earshot outbox list` shows it.")]


@app.command("list")
def list_messages(stage: Stage = "local", region: Region = "us-east-1") -> None:
    """List the newest messages with their states, and the dead letters with their reasons."""
    deployed = deployed_as(stage, region)
    receipts = Receipts(Table(deployed.client("dynamodb"), deployed.table))
    letters = DeadLetterBox(deployed.client("sqs"), deployed.dead_letter_url)
    # Ids are there to be copied: better a line that the terminal breaks than one cut short.
    console = Console(width=max(Console().width, ROW_WIDTH))
    console.print(_receipts_grid(receipts.messages(PERSONAL, 20)))
    dead = letters.all()
    letters.show_again(dead)
    console.print(_dead_letters_grid(dead) if dead else "No dead letters.")


@app.command("retry")
def retry_message(message: Id, stage: Stage = "local", region: Region = "us-east-1") -> None:
    """Send a dead letter's message again, as a new message that is spoken now."""
    deployed = deployed_as(stage, region)
    sqs = deployed.client("sqs")
    letters = DeadLetterBox(sqs, deployed.dead_letter_url)
    letter = _picked(letters, message)
    try:
        receipt = retry(
            letter,
            Receipts(Table(deployed.client("dynamodb"), deployed.table)),
            OutboxQueue(sqs, deployed.outbox_url),
            time.time(),
        )
    except ValueError as error:
        letters.show_again([letter])
        typer.echo(str(error), err=True)
        raise typer.Exit(NONE_SUCH) from None
    letters.drop(letter)
    typer.echo(f"On its way as {receipt.command_id}.")


@app.command("drop")
def drop_message(message: Id, stage: Stage = "local", region: Region = "us-east-1") -> None:
    """Remove a dead letter; its speaker was told already that it was not sent."""
    deployed = deployed_as(stage, region)
    letters = DeadLetterBox(deployed.client("sqs"), deployed.dead_letter_url)
    letters.drop(_picked(letters, message))
    typer.echo("Dropped.")


def _picked(letters: DeadLetterBox, message_id: str) -> DeadLetter:
    dead = letters.all()
    chosen = [letter for letter in dead if letter.id == message_id]
    letters.show_again([letter for letter in dead if letter not in chosen[:1]])
    if not chosen:
        typer.echo(f"There is no dead letter {message_id}. See: earshot outbox list", err=True)
        raise typer.Exit(NONE_SUCH)
    return chosen[0]


def _grid(title: str, *columns: str) -> Grid:
    return Grid(Column("id", no_wrap=True), *columns, title=title, title_justify="left", box=None)


def _receipts_grid(receipts: list[Receipt]) -> Grid:
    grid = _grid("Messages", "to", "spoken", "state", "attempts", "reason")
    for each in receipts:
        spoken = datetime.fromtimestamp(each.spoken_at, UTC).isoformat(timespec="seconds")
        reason = each.reason or ""
        grid.add_row(
            each.command_id, each.conversation_name, spoken, each.state, str(each.attempts), reason
        )
    return grid


def _dead_letters_grid(letters: list[DeadLetter]) -> Grid:
    grid = _grid("Dead letters", "to", "reason")
    for each in letters:
        place = each.message.conversation_name if each.message else ""
        grid.add_row(each.id, place, each.reason)
    return grid
