"""Where a conversation's read mark is to stand after some marks. Pure.

MarkRead says that everything after `since` and up to `ts` was spoken; where Slack's own mark stands
before `since`, something older is unread that nobody spoke. MarkUnread says that what came after
`ts` is unread again.
"""

from collections.abc import Iterable

from postbox.inbox.message import START
from postbox.outbox.commands import MarkRead, MarkUnread

Mark = MarkRead | MarkUnread


def folded(marks: Iterable[Mark], last_read: str) -> str:
    """Return where the mark is to stand that stands at `last_read` now."""
    for mark in marks:
        if isinstance(mark, MarkUnread):
            last_read = min(last_read, mark.ts)
        elif (mark.since or START) <= last_read:
            last_read = max(last_read, mark.ts)
    return last_read


def read_elsewhere(marks: Iterable[Mark], last_read: str) -> bool:
    """Whether the mark stands beyond all that these tell of."""
    return all(last_read > mark.ts for mark in marks)
