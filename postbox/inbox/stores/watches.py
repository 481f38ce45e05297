"""Who waits for answers in a conversation."""

from functools import partial
from typing import TYPE_CHECKING

from postbox.inbox.watch import WATCH_SECONDS, Watch
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.items import Write, put, update
from postbox.store.keys import DAY
from postbox.store.table import Table

if TYPE_CHECKING:
    from postbox.outbox.commands import SendMessage


class Watches:
    """The links that spoke in a conversation lately."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def of(self, team_id: str, conversation_id: str, now: float) -> dict[str, Watch]:
        """Return the running watches by link id."""
        partition = keys.conversation_partition(team_id, conversation_id)
        items = self._table.query(partition, "WATCH#")
        found = self._table.sift("Watch", partial(from_record, Watch), items)
        return {watch.link_id: watch for watch in found if watch.until > now}

    def start(self, message: "SendMessage", now: float) -> None:
        """Watch before the post is made, so that no answer is earlier; a running one stays."""
        watch = Watch(
            link_id=message.link_id,
            team_id=message.team_id,
            conversation_id=message.conversation_id,
            message_id=message.id,
            until=now + WATCH_SECONDS,
        )
        unreadable = "NOT attribute_type(#until, :number) OR #version <> :version"
        condition = f"attribute_not_exists(pk) OR {unreadable} OR #until < :now"
        values = {":now": now, ":number": "N", ":version": Watch.VERSION}
        try:
            self._table.apply(put(_item(watch), condition, values))
        except ConditionFailed:
            return

    def cancel(self, message: "SendMessage") -> None:
        """Stop a watch whose post never came to be; one with an earlier post goes on."""
        key = keys.watch(message.team_id, message.conversation_id, message.link_id)
        condition = "#message_id = :message_id AND #after_ts = :none"
        try:
            self._table.apply(
                update(key, {"until": 0}, condition, message_id=message.id, none=None)
            )
        except ConditionFailed:
            return


def watch_write(message: "SendMessage", ts: str, now: float) -> Write:
    """From this post on, to be written together with its receipt."""
    return put(
        _item(
            Watch(
                link_id=message.link_id,
                team_id=message.team_id,
                conversation_id=message.conversation_id,
                message_id=message.id,
                until=now + WATCH_SECONDS,
                after_ts=ts,
            )
        )
    )


def _item(watch: Watch) -> dict[str, object]:
    key = keys.watch(watch.team_id, watch.conversation_id, watch.link_id)
    return {**key, **to_record(watch), "expires_at": int(watch.until) + DAY}
