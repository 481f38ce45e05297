"""Messages set aside until their speaker's link works again."""

from postbox.outbox.commands import SendMessage
from postbox.outbox.receipt import Receipt
from postbox.outbox.records import command_in, command_of
from postbox.store import keys
from postbox.store.codec import to_record
from postbox.store.errors import MalformedRecord
from postbox.store.items import Item, Write, delete, put
from postbox.store.keys import FORTNIGHT
from postbox.store.table import Table


class HeldMessages:
    """The messages that wait outside the queue."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def of(self, link_id: str) -> list[SendMessage]:
        """Return a link's held messages in the order in which they were spoken."""
        items = self._table.query(keys.link_partition(link_id), keys.HELD)
        return list(self._table.sift("SendMessage", _message, items))

    def get(self, receipt: Receipt) -> SendMessage | None:
        """Return the message of a receipt, where it is held and can be read."""
        key = keys.held(receipt.link_id, receipt.spoken_at, receipt.command_id)
        return self._table.sift_one("SendMessage", _message, self._table.get(key))


def held_write(message: SendMessage) -> Write:
    """Set a message aside, together with its receipt."""
    expires_at = int(message.spoken_at + FORTNIGHT)
    return put({**_key(message), "command": to_record(message), "expires_at": expires_at})


def held_delete(about: SendMessage | Receipt) -> Write:
    """Take a message out again, together with its receipt."""
    return delete(_key(about))


def _key(about: SendMessage | Receipt) -> keys.Key:
    name = about.command_id if isinstance(about, Receipt) else about.id
    return keys.held(about.link_id, about.spoken_at, name)


def _message(item: Item) -> SendMessage:
    # Version 1 kept the message as JSON.
    command = command_of(item["command"]) if "command" in item else command_in(item["message"])
    if not isinstance(command, SendMessage):
        raise MalformedRecord(f"held: {command.kind}")
    return command
