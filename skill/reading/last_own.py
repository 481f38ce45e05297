"""The words of what the speaker sent, as they stand in Slack."""

from postbox.outbox.receipt import DeliveryState, Receipt
from skill.reading.planning.stored import told
from skill.reading.reader import Reader


def words_of(receipts: list[Receipt], reader: Reader) -> str:
    """Return them as they stand now, "" where Slack has not told them yet."""
    posted = [
        receipt for receipt in receipts if receipt.state is DeliveryState.CONFIRMED and receipt.ts
    ]
    places = [(reader.link.team_id, receipt.conversation_id, str(receipt.ts)) for receipt in posted]
    found = reader.inbox.messages.many(places) if places else {}
    messages = [message for message in found.values() if not message.deleted]
    return told(messages[0], reader.listener).words if messages else ""
