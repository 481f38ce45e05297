"""What version 1 wrote, as version 2 reads it: records of the queue and the table. Pure.

Version 1 had a class for messages and one for all else, a receipt for either, and mentions as
strings. What makes no sense is left as it is; whoever reads it then names the field at fault.
"""

import re
from collections.abc import Mapping
from typing import Any

_MENTION = r"([0-9]{1,6}):([0-9]{1,6}):([UW][A-Z0-9]+)"
_KINDS = {
    "mark": "mark_read",
    "mark back": "mark_unread",
    "react": "add_reaction",
    "edit": "update_message",
    "unsend": "delete_message",
    "schedule": "schedule_message",
    "unschedule": "cancel_scheduled",
    "fill": "fetch_missed",
}
_STATES = {"posting": "claimed", "posted": "confirmed", "waiting": "queued", "done": "confirmed"}


def command(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a message, which had no kind, or an action."""
    kind = _KINDS.get(str(record.get("kind")), "send_message" if "kind" not in record else None)
    return {**record, "version": 2, "kind": kind, **_mentions(record)}


def receipt(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the receipt of a message."""
    return {
        **record,
        "version": 2,
        "kind": "send_message",
        "command_id": record.get("message_id"),
        "state": _STATES.get(str(record.get("state")), record.get("state")),
        "maybe_done_since": record.get("maybe_posted_since"),
    }


def notice(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return bad news of a message, or of an action."""
    action = record.get("action")
    return {
        **record,
        "version": 2,
        "kind": "send_message" if action is None else _KINDS.get(str(action), action),
        "command_id": record.get("message_id"),
        **_mentions(record),
    }


def scheduled(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a message that Slack was asked to post later."""
    return {
        **record,
        "version": 2,
        "command_id": record.get("action_id"),
        "cancelled_by": record.get("cancelled_by") or record.get("unscheduled_by"),
    }


def _mentions(record: Mapping[str, Any]) -> dict[str, Any]:
    spans = [re.fullmatch(_MENTION, str(mention)) for mention in record.get("mentions") or ()]
    return {
        "mentions": [
            {"start": int(found[1]), "end": int(found[2]), "user_id": found[3]}
            for found in spans
            if found
        ]
    }
