"""Who takes part in threads: they hear what is answered there."""

from collections.abc import Iterable, Iterator

from postbox.store import keys
from postbox.store.items import Item, put
from postbox.store.keys import FORTNIGHT
from postbox.store.table import Table


class Followers:
    """The links that wrote, or were mentioned, in threads."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def follow(
        self,
        team_id: str,
        conversation_id: str,
        thread_ts: str,
        link_ids: Iterable[str],
        now: float,
    ) -> None:
        """Links take part in a thread from now on, for a fortnight."""
        place, expiry = (team_id, conversation_id, thread_ts), {"expires_at": int(now) + FORTNIGHT}
        followers = (keys.follower(*place, link_id) for link_id in link_ids)
        self._table.apply_all([put({**key, **expiry}) for key in followers])

    def threads(self, team_id: str, conversation_id: str, link_id: str) -> list[str]:
        """Return the threads of a conversation in which a link takes part."""
        partition = keys.conversation_partition(team_id, conversation_id)
        found = self._followers(self._table.query(partition, "FOLLOWER#"))
        return [thread_ts for thread_ts, follower in found if follower == link_id]

    def of(self, team_id: str, conversation_id: str, thread_ts: str) -> frozenset[str]:
        """Return the links that take part in a thread."""
        partition = keys.conversation_partition(team_id, conversation_id)
        items = self._table.query(partition, f"FOLLOWER#{thread_ts}#")
        return frozenset(follower for _, follower in self._followers(items))

    def _followers(self, items: Iterable[Item]) -> Iterator[tuple[str, str]]:
        return self._table.sift("Follower", _follower, items)


def _follower(item: Item) -> tuple[str, str]:
    """Return a thread and the link that follows it."""
    _, thread_ts, link_id = str(item["sk"]).split("#")
    return thread_ts, link_id
