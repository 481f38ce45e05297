"""How a deed may change: pure steps from one state to the next.

    waiting ──done──> done, ──fail──> failed, ──doubt──> doubtful, ──withdraw──> withdrawn

A worker claims a waiting deed for one attempt and gives it back when that settles nothing. Storing
a step is conditional on the revision before (deeds.py). A settled deed takes no step any more:
ConditionFailed.
"""

from dataclasses import replace
from typing import Any

from mailbox.action import Deed, DeedState
from mailbox.errors import ConditionFailed
from mailbox.receipt import FailureReason


def busy_until(deed: Deed, now: float) -> float | None:
    """Until when another worker has the action, or None when it is free to be claimed."""
    return deed.claimed_until if (deed.claimed_until or 0) > now else None


def claim(deed: Deed, now: float, lease: float) -> Deed:
    """Take the action for one attempt.

    A claim over an expired one inherits the doubt: the worker before may have died after its call.
    """
    since = deed.maybe_done_since
    if since is None and deed.claimed_until is not None:
        since = deed.claimed_until - lease
    attempts, until = deed.attempts + 1, now + lease
    return _next(deed, attempts=attempts, maybe_done_since=since, claimed_until=until)


def give_back(deed: Deed, *, maybe_done_since: float | None) -> Deed:
    """End an attempt that did not settle the action; the doubt, if any, is kept."""
    return _next(deed, maybe_done_since=maybe_done_since, claimed_until=None)


def done(deed: Deed, now: float) -> Deed:
    """It is in Slack as it was asked for."""
    return _settled(deed, DeedState.DONE, now)


def fail(deed: Deed, reason: FailureReason, now: float) -> Deed:
    """It surely was not done and will not be."""
    return _settled(deed, DeedState.FAILED, now, reason)


def doubt(deed: Deed, now: float) -> Deed:
    """Nobody could find out in time whether it was done."""
    return _settled(deed, DeedState.DOUBTFUL, now, FailureReason.UNCONFIRMED)


def withdraw(deed: Deed, now: float) -> Deed:
    """Its speaker took it back before Slack was asked."""
    return _settled(deed, DeedState.WITHDRAWN, now)


def _settled(deed: Deed, state: DeedState, now: float, reason: FailureReason | None = None) -> Deed:
    return _next(deed, state=state, reason=reason, settled_at=now, claimed_until=None)


def _next(deed: Deed, **changes: Any) -> Deed:
    if deed.state.is_final:
        raise ConditionFailed(f"settled already: {deed.state}")
    return replace(deed, **changes)
