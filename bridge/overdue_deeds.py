"""The net under actions: those that nothing settled in time are told about.

A queue can lose an action to its dead letters when a worker dies over it again and again.
"""

from bridge.action_deadlines import LONGEST_SECONDS
from bridge.overdue import GRACE_SECONDS
from mailbox import deed_life
from mailbox.action import ActionKind, Deed, DeedState
from mailbox.deeds import Deeds
from mailbox.errors import ConditionFailed
from mailbox.expiry import DAY
from mailbox.notices import deed_notice_write
from mailbox.receipt import FailureReason

LOOKED_AT = 500
_PATIENT = {ActionKind.SCHEDULE, ActionKind.UNSCHEDULE}


def settle_overdue_deeds(deeds: Deeds, link_id: str, now: float, max_age: float) -> list[Deed]:
    """Settle what is overdue and return it as it now stands."""
    settled = []
    for deed in deeds.recent(link_id, LOOKED_AT):
        age = now - deed.spoken_at
        if age > DAY:
            break
        longest = LONGEST_SECONDS if deed.kind in _PATIENT else max_age
        if deed.state is DeedState.WAITING and age > longest + GRACE_SECONDS:
            after = _settled(deed, now)
            try:
                settled.append(deeds.save(deed, after, deed_notice_write(after)))
            except ConditionFailed:
                continue
    return settled


def _settled(deed: Deed, now: float) -> Deed:
    if deed.claimed_until is not None or deed.maybe_done_since is not None:
        return deed_life.doubt(deed, now)
    return deed_life.fail(deed, FailureReason.TOO_OLD, now)
