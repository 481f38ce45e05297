"""Which conversations of a team something was said in lately, the newest first.

An entry moves at most once a minute, so that a busy conversation costs one write a message.
"""

from typing import NamedTuple

from postbox.store import keys
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from postbox.store.items import Item, delete, put
from postbox.store.keys import FORTNIGHT
from postbox.store.table import Table

MINUTE = 60
TRIES = 4
_LAST = "\uffff"


class ActiveConversation(NamedTuple):
    """A conversation, and the beginning of the minute in which something was last said there."""

    conversation_id: str
    minute: int
    """Epoch seconds."""


class Activity:
    """When something was last said in conversations."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def said(self, team_id: str, conversation_id: str, ts: str) -> None:
        """Something was said in a conversation at this ts."""
        minute = int(float(ts)) // MINUTE * MINUTE
        for _ in range(TRIES):
            item = self._table.get(keys.last_active(team_id, conversation_id))
            before = self._table.sift_one("ActiveConversation", _minute, item)
            if before is not None and before >= minute:
                return
            try:
                self._move(team_id, conversation_id, before, minute)
            except ConditionFailed:
                continue
            return
        raise MailboxUnavailable("a moment that others move all the time")

    def since(
        self, team_id: str, ts: str, most: int, *, behind: ActiveConversation | None = None
    ) -> list[ActiveConversation]:
        """Return where something was said at or after this ts (to the minute), newest first.

        With `behind` the list goes on behind that one.
        """
        minute = int(float(ts)) // MINUTE * MINUTE
        first, last = keys.active(team_id, minute, ""), f"ACTIVE#{_LAST}"
        if behind is not None:
            last = keys.active(team_id, behind.minute, behind.conversation_id)["sk"]
        # The one that it goes on behind comes along.
        size = most + (behind is not None)
        items = self._table.between(first["pk"], first["sk"], last, newest_first=True, most=size)
        found = self._table.sift("ActiveConversation", _active, items)
        return [active for active in found if active != behind][:most]

    def _move(self, team_id: str, conversation_id: str, before: int | None, minute: int) -> None:
        last, expiry = (
            keys.last_active(team_id, conversation_id),
            {"expires_at": minute + FORTNIGHT},
        )
        condition = "attribute_not_exists(pk) OR NOT attribute_type(#minute, :number)"
        values: dict[str, object] = {":number": "N"}
        left = []
        if before is not None:
            condition, values = "#minute = :before", {":before": before}
            left = [delete(keys.active(team_id, before, conversation_id))]
        self._table.apply(
            put({**last, "minute": minute, **expiry}, condition, values),
            put({**keys.active(team_id, minute, conversation_id), **expiry}),
            *left,
        )


def _minute(item: Item) -> int:
    return int(item["minute"])


def _active(item: Item) -> ActiveConversation:
    _, minute, conversation_id = str(item["sk"]).split("#")
    return ActiveConversation(conversation_id, int(minute))
