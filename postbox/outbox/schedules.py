"""The messages that Slack is to post later."""

from collections.abc import Mapping
from typing import Any, ClassVar

from postbox.frozen import Frozen
from postbox.outbox import version_1
from postbox.outbox.commands import CancelScheduled, Mention, ScheduleMessage
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.items import Item, Write, delete, put, update
from postbox.store.keys import DAY
from postbox.store.table import Table


class Scheduled(Frozen, kw_only=True):
    """A message that Slack has been, or is being, asked to post later."""

    VERSION: ClassVar[int] = 2

    command_id: str
    link_id: str
    team_id: str
    conversation_id: str
    conversation_name: str
    text: str
    post_at: float
    """Whole epoch seconds."""
    spoken_at: float | None = None
    """When it was asked for; None where version 1 wrote it."""
    scheduled_id: str | None = None
    """Slack's id of it, once Slack has it."""
    cancelled_by: str | None = None
    """The command that took it back; it waits for Slack's word."""
    mentions: tuple[Mention, ...] = ()
    thread_ts: str | None = None

    @classmethod
    def of(cls, command: ScheduleMessage) -> "Scheduled":
        """Return what is kept of a message before Slack has it."""
        return cls(
            command_id=command.id,
            link_id=command.link_id,
            team_id=command.team_id,
            conversation_id=command.conversation_id,
            conversation_name=command.conversation_name,
            text=command.text,
            post_at=command.post_at,
            spoken_at=command.spoken_at,
            mentions=command.mentions,
            thread_ts=command.thread_ts,
        )

    @classmethod
    def upgraded(cls, record: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a record of version 1 as one of version 2."""
        return version_1.scheduled(record)


class Schedules:
    """What all links have scheduled."""

    def __init__(self, table: Table) -> None:
        """Keep it in this table."""
        self._table = table

    def of(self, link_id: str, now: float) -> list[Scheduled]:
        """Return what a link has scheduled and is still to come, soonest first."""
        items = self._table.query(keys.link_partition(link_id), "SCHEDULED#")
        found = self._table.sift("Scheduled", _read, items)
        return [scheduled for scheduled in found if scheduled.post_at > now]

    def by(self, command: ScheduleMessage) -> Scheduled | None:
        """Return what a command scheduled."""
        return self._get(command.link_id, command.post_at, command.id)

    def meant_by(self, command: CancelScheduled) -> Scheduled | None:
        """Return what a command takes back."""
        return self._get(command.link_id, command.post_at, command.scheduled_by)

    def save(self, scheduled: Scheduled) -> None:
        """Keep one."""
        self._table.apply(scheduled_write(scheduled))

    def _get(self, link_id: str, post_at: float, command_id: str) -> Scheduled | None:
        item = self._table.get(keys.scheduled(link_id, post_at, command_id))
        return _read(item) if item else None


def scheduled_write(scheduled: Scheduled) -> Write:
    """Keep one, together with what became of its command."""
    expires_at = int(scheduled.post_at) + DAY
    return put({**_key(scheduled), **to_record(scheduled), "expires_at": expires_at})


def scheduled_delete(scheduled: Scheduled) -> Write:
    """Forget one, together with what became of its command."""
    return delete(_key(scheduled))


def accepted_write(scheduled: Scheduled, scheduled_id: str, conversation_id: str) -> Write:
    """Slack has it, under this id and in this conversation; who wants it back stays noted."""
    changes = {"scheduled_id": scheduled_id, "conversation_id": conversation_id}
    return update(_key(scheduled), changes, "attribute_exists(pk)")


def unwanted_write(scheduled: Scheduled, command_id: str) -> Write:
    """Its speaker wants it back, by this command; together with that command's receipt."""
    return update(_key(scheduled), {"cancelled_by": command_id}, "attribute_exists(pk)")


def kept_write(scheduled: Scheduled) -> Write:
    """It could not be taken back: it is to be posted, as it was."""
    return update(_key(scheduled), {"cancelled_by": None}, "attribute_exists(pk)")


def _key(scheduled: Scheduled) -> keys.Key:
    return keys.scheduled(scheduled.link_id, scheduled.post_at, scheduled.command_id)


def _read(item: Item) -> Scheduled:
    return from_record(Scheduled, item)
