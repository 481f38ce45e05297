"""The outbox of a deployment on the terminal: ids, places, states and reasons, no texts."""

from datetime import UTC, datetime

from rich.console import Console
from rich.table import Column, Table as Grid

from local.cli.dead_letters import DeadLetter, DeadLetterBox
from local.cli.deployment import Deployed
from postbox.links.stores.links import PERSONAL
from postbox.outbox.receipt import Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.table import Table

ROW_WIDTH = 160
NEWEST = 20


def tell(deployed: Deployed) -> None:
    """Print the newest messages and every dead letter."""
    receipts = Receipts(Table(deployed.client("dynamodb"), deployed.table))
    letters = DeadLetterBox(deployed.client("sqs"), deployed.dead_letter_url)
    # Ids are there to be copied: better a line that the terminal breaks than one cut short.
    console = Console(width=max(Console().width, ROW_WIDTH))
    console.print(_receipts_grid(receipts.messages(PERSONAL, NEWEST)))
    dead = letters.all()
    letters.show_again(dead)
    console.print(_dead_letters_grid(dead) if dead else "No dead letters.")


def _grid(title: str, *columns: str) -> Grid:
    return Grid(Column("id", no_wrap=True), *columns, title=title, title_justify="left", box=None)


def _receipts_grid(receipts: list[Receipt]) -> Grid:
    grid = _grid("Messages", "to", "spoken", "state", "attempts", "reason")
    for receipt in receipts:
        spoken = datetime.fromtimestamp(receipt.spoken_at, UTC).isoformat(timespec="seconds")
        grid.add_row(
            receipt.command_id,
            receipt.conversation_name,
            spoken,
            receipt.state,
            str(receipt.attempts),
            receipt.reason or "",
        )
    return grid


def _dead_letters_grid(letters: list[DeadLetter]) -> Grid:
    grid = _grid("Dead letters", "to", "reason")
    for letter in letters:
        place = letter.message.conversation_name if letter.message else ""
        grid.add_row(letter.id, place, letter.reason)
    return grid
