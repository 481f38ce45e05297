"""What is known of the message that was spoken last, in words: the end of its way, on the page."""

from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.table import Table

_WORDS = {
    DeliveryState.QUEUED: "on its way",
    DeliveryState.CLAIMED: "being posted",
    DeliveryState.HELD: "held until Slack is linked again",
    DeliveryState.CONFIRMED: "Slack has it",
    DeliveryState.FAILED: "not sent",
    DeliveryState.DOUBTFUL: "perhaps sent",
    DeliveryState.WITHDRAWN: "taken back",
}


def last_receipt(table: Table, link_id: str) -> str:
    """Say what became of a link's last message; "" where it sent none."""
    newest = Receipts(table).messages(link_id, 1)
    return in_words(newest[0]) if newest else ""


def in_words(receipt: Receipt) -> str:
    """Say what a receipt says."""
    why = receipt.reason.replace("_", " ") if receipt.reason else ""
    times = f"attempt {receipt.attempts}" if receipt.attempts > 1 else ""
    more = ", ".join(filter(None, (receipt.conversation_name, times, why)))
    return f"{_WORDS[receipt.state]} ({more})"
