"""The messages that Slack is to post later."""

from mailbox import keys
from mailbox.action import Scheduled
from mailbox.codec import from_record, to_record
from mailbox.expiry import DAY
from mailbox.table import Table, Write, delete, put


class Schedules:
    """What all links have scheduled."""

    def __init__(self, table: Table) -> None:
        """Keep it in this table."""
        self._table = table

    def of(self, link_id: str, now: float) -> list[Scheduled]:
        """Return what a link has scheduled and is still to come, soonest first."""
        items = self._table.query(keys.link_partition(link_id), "SCHEDULED#")
        found = [from_record(Scheduled, item) for item in items]
        return [each for each in found if each.post_at > now]

    def get(self, link_id: str, post_at: float, action_id: str) -> Scheduled | None:
        """Return one of them, by the action that scheduled it."""
        item = self._table.get(keys.scheduled(link_id, post_at, action_id))
        return from_record(Scheduled, item) if item else None

    def save(self, scheduled: Scheduled) -> None:
        """Keep one."""
        self._table.apply(scheduled_write(scheduled))

    def drop(self, scheduled: Scheduled) -> None:
        """Forget one."""
        self._table.apply(scheduled_delete(scheduled))


def scheduled_write(scheduled: Scheduled) -> Write:
    """Keep one, together with what became of its action."""
    key = keys.scheduled(scheduled.link_id, scheduled.post_at, scheduled.action_id)
    return put({**key, **to_record(scheduled), "expires_at": int(scheduled.post_at) + DAY})


def scheduled_delete(scheduled: Scheduled) -> Write:
    """Forget one, together with what became of its action."""
    return delete(keys.scheduled(scheduled.link_id, scheduled.post_at, scheduled.action_id))
