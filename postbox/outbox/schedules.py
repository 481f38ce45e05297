"""The messages that Slack is to post later."""

from postbox.outbox.action import Scheduled
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.expiry import DAY
from postbox.store.table import Table, Write, delete, put, update


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
    return put(
        {**_key(scheduled), **to_record(scheduled), "expires_at": int(scheduled.post_at) + DAY}
    )


def scheduled_delete(scheduled: Scheduled) -> Write:
    """Forget one, together with what became of its action."""
    return delete(_key(scheduled))


def accepted_write(scheduled: Scheduled, scheduled_id: str, conversation_id: str) -> Write:
    """Slack has it, under this id and in this conversation; who wants it back stays noted."""
    changes = {"scheduled_id": scheduled_id, "conversation_id": conversation_id}
    return update(_key(scheduled), changes, "attribute_exists(pk)")


def unwanted_write(scheduled: Scheduled, action_id: str) -> Write:
    """Its speaker wants it back, by this action; together with that action's receipt."""
    return update(_key(scheduled), {"unscheduled_by": action_id}, "attribute_exists(pk)")


def kept_write(scheduled: Scheduled) -> Write:
    """It could not be taken back: it is to be posted, as it was."""
    return update(_key(scheduled), {"unscheduled_by": None}, "attribute_exists(pk)")


def _key(scheduled: Scheduled) -> keys.Key:
    return keys.scheduled(scheduled.link_id, scheduled.post_at, scheduled.action_id)
