"""Where a conversation's read mark is to stand after some marks. Pure.

`MARK` says that everything after `since` and up to `ts` was spoken; where Slack's own mark stands
before `since`, something older is unread that nobody spoke. `MARK_BACK` says that what came after
`ts` is unread again.
"""

from collections.abc import Iterable

from postbox.inbox.read_state import START
from postbox.outbox.action import ActionKind, OutboundAction


def folded(actions: Iterable[OutboundAction], last_read: str) -> str:
    """Return where the mark is to stand that stands at `last_read` now."""
    for action in actions:
        ts, since = action.ts or START, action.since or START
        if action.kind is ActionKind.MARK_BACK:
            last_read = min(last_read, ts)
        elif since <= last_read:
            last_read = max(last_read, ts)
    return last_read


def read_elsewhere(actions: Iterable[OutboundAction], last_read: str) -> bool:
    """Whether the mark stands beyond all that these tell of."""
    return all(last_read > (action.ts or START) for action in actions)
