"""Who reacted to messages, and with what."""

from collections.abc import Iterator

from postbox.inbox.message import START, Reaction
from postbox.inbox.stores.attention_writes import expiry
from postbox.store import keys
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, put
from postbox.store.table import Table

_LAST = "\uffff"


class Reactions:
    """The reactions of all conversations."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def add(self, team_id: str, conversation_id: str, reaction: Reaction, at: str = START) -> None:
        """Keep a reaction, unless what is known of it is newer; `at` is Slack's event_ts."""
        self._tell(team_id, conversation_id, reaction, at, is_there=True)

    def remove(
        self, team_id: str, conversation_id: str, reaction: Reaction, at: str = START
    ) -> None:
        """Drop a reaction, whether or not it is there, unless what is known of it is newer."""
        self._tell(team_id, conversation_id, reaction, at, is_there=False)

    def _tell(
        self, team_id: str, conversation_id: str, reaction: Reaction, at: str, *, is_there: bool
    ) -> None:
        item = {
            **_key(team_id, conversation_id, reaction),
            "is_there": is_there,
            "at": at,
            **expiry(reaction.ts),
        }
        try:
            self._table.apply(put(item, "attribute_not_exists(pk) OR #at <= :at", {":at": at}))
        except ConditionFailed:
            return

    def of(self, team_id: str, conversation_id: str, ts: str) -> list[Reaction]:
        """Return the reactions to one message."""
        return list(self.between(team_id, conversation_id, ts, ts))

    def between(
        self, team_id: str, conversation_id: str, first: str, last: str, most: int | None = None
    ) -> Iterator[Reaction]:
        """Yield the reactions to the messages from the first ts to the last one, in their order."""
        partition = keys.conversation_partition(team_id, conversation_id)
        items = self._table.between(
            partition, f"REACTION#{first}#", f"REACTION#{last}#{_LAST}", most=most
        )
        found = self._table.sift("Reaction", _reaction, items)
        yield from (reaction for reaction, is_there in found if is_there)


def _key(team_id: str, conversation_id: str, reaction: Reaction) -> keys.Key:
    return keys.reaction(team_id, conversation_id, reaction.ts, reaction.emoji, reaction.user_id)


def _reaction(item: Item) -> tuple[Reaction, bool]:
    """Return a reaction, and whether it is there."""
    _, ts, emoji, user_id = str(item["sk"]).split("#")
    return Reaction(ts, emoji, user_id), bool(item["is_there"])
