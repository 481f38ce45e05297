"""Who reacted to messages, and with what."""

from collections.abc import Iterator

from mailbox import keys
from mailbox.expiry import FORTNIGHT
from mailbox.reaction import Reaction
from mailbox.table import Item, Table, delete, put

__all__ = ["Reaction", "Reactions"]

_LAST = "\uffff"


class Reactions:
    """The reactions of all conversations."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def add(self, team_id: str, conversation_id: str, reaction: Reaction) -> None:
        """Keep a reaction; a second time it is the same."""
        key = _key(team_id, conversation_id, reaction)
        self._table.apply(put({**key, "expires_at": int(float(reaction.ts)) + FORTNIGHT}))

    def remove(self, team_id: str, conversation_id: str, reaction: Reaction) -> None:
        """Drop a reaction, whether or not it is there."""
        self._table.apply(delete(_key(team_id, conversation_id, reaction)))

    def of(self, team_id: str, conversation_id: str, ts: str) -> list[Reaction]:
        """Return the reactions to one message."""
        return list(self.between(team_id, conversation_id, ts, ts))

    def between(
        self, team_id: str, conversation_id: str, first: str, last: str, most: int | None = None
    ) -> Iterator[Reaction]:
        """Yield the reactions to the messages from the first ts to the last one, in their order."""
        partition = keys.conversation_partition(team_id, conversation_id)
        found = self._table.between(
            partition, f"REACTION#{first}#", f"REACTION#{last}#{_LAST}", most=most
        )
        yield from map(_reaction, found)


def _key(team_id: str, conversation_id: str, reaction: Reaction) -> keys.Key:
    return keys.reaction(team_id, conversation_id, reaction.ts, reaction.emoji, reaction.user_id)


def _reaction(item: Item) -> Reaction:
    _, ts, emoji, user_id = str(item["sk"]).split("#")
    return Reaction(ts, emoji, user_id)
