"""The kinds of what goes out beside messages."""

from enum import StrEnum


class ActionKind(StrEnum):
    """What is to be done in Slack."""

    MARK = "mark"
    """Mark a conversation as read up to `ts`, where Slack has nothing unread up to `since`."""
    MARK_BACK = "mark back"
    """Mark a conversation as read up to `ts` only: what came after is unread again."""
    REACT = "react"
    EDIT = "edit"
    UNSEND = "unsend"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    FILL = "fill"
    """Look in Slack for messages that no event told of."""
