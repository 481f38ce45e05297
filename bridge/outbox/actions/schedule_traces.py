"""What an action that failed leaves of what its speaker has scheduled."""

from postbox.outbox.action import ActionKind, OutboundAction
from postbox.outbox.schedules import Schedules, kept_write
from postbox.store import keys
from postbox.store.table import Write, delete


def traces_of_failure(action: OutboundAction, schedules: Schedules) -> list[Write]:
    """Return what is to be written together with the failure.

    What was not scheduled is not listed; what could not be taken back is to be posted still.
    """
    post_at = action.post_at or 0.0
    if action.kind is ActionKind.SCHEDULE:
        return [delete(keys.scheduled(action.link_id, post_at, action.id))]
    if action.kind is ActionKind.UNSCHEDULE and action.scheduled_by:
        scheduled = schedules.get(action.link_id, post_at, action.scheduled_by)
        return [kept_write(scheduled)] if scheduled else []
    return []
