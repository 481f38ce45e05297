"""The methods that read messages: conversations.history and conversations.replies."""

from itertools import islice
from typing import Any

from local.workspace.api.calls import ApiError, Call
from local.workspace.api.pages import make_cursor, next_cursor, read_cursor
from local.workspace.api.shapes import listed_message
from local.workspace.team.entities import Conversation, Message
from local.workspace.team.identifiers import ts_key

_END_OF_TIME = 1 << 62
_DEFAULT_PAGE = 100
_LARGEST_PAGE = 999
_DEFAULT_THREAD_PAGE = 1000


def history(call: Call) -> dict[str, Any]:
    """conversations.history: the channel's own messages, newest first."""
    conversation = call.conversation("history")
    limit = _limit(call, _DEFAULT_PAGE, _LARGEST_PAGE)
    oldest, latest = _bounds(call)
    if call.string("cursor"):
        latest = min(latest, _key_in_cursor(call))
    found = call.workspace.history(conversation).newest_first(oldest, latest)
    page = list(islice(found, limit + 1))
    more = page[limit:]
    answer = {
        "messages": _shapes(call, conversation, page[:limit]),
        "has_more": bool(more),
        "pin_count": 0,
        "channel_actions_ts": None,
        "channel_actions_count": 0,
    }
    return answer | (_following(more[0]) if more else {})


def replies(call: Call) -> dict[str, Any]:
    """conversations.replies: the parent, then its answers, oldest first.

    Asked with an answer's own ts, Slack gives that one message; further pages lack the parent.
    """
    conversation = call.conversation("history")
    limit = _limit(call, _DEFAULT_THREAD_PAGE, _DEFAULT_THREAD_PAGE)
    kept = call.workspace.history(conversation)
    parent = kept.get(call.required("ts"))
    if parent is None:
        raise ApiError("thread_not_found")
    oldest, latest = _bounds(call)
    answers = [] if parent.is_reply else kept.replies(parent.ts)
    wanted = [m for m in answers if oldest <= ts_key(m.ts) <= latest]
    if call.string("cursor"):
        start = _key_in_cursor(call)
        wanted = [m for m in wanted if ts_key(m.ts) >= start]
    else:
        wanted = [parent, *wanted]
    answer = {
        "messages": _shapes(call, conversation, wanted[:limit]),
        "has_more": len(wanted) > limit,
    }
    return answer | (_following(wanted[limit]) if len(wanted) > limit else {})


def _limit(call: Call, default: int, most: int) -> int:
    """Return the size of a page: an app of the limited kind gets no more than Slack lets it."""
    bound = call.workspace.limits.reading_page or most
    return call.limit(min(default, bound), bound)


def _shapes(
    call: Call, conversation: Conversation, messages: list[Message]
) -> list[dict[str, Any]]:
    everything = call.flag("include_all_metadata")
    return [listed_message(call.workspace, conversation, m, everything) for m in messages]


def _bounds(call: Call) -> tuple[int, int]:
    """Return the first and last timestamp to be listed, in microseconds."""
    inclusive = call.flag("inclusive")
    oldest = call.timestamp("oldest", -1)
    latest = call.timestamp("latest", _END_OF_TIME)
    return (oldest, latest) if inclusive else (oldest + 1, latest - 1)


def _key_in_cursor(call: Call) -> int:
    value = read_cursor("next_ts", call.string("cursor"))
    if not value.isdecimal():
        raise ApiError("invalid_cursor")
    return int(value)


def _following(message: Message) -> dict[str, Any]:
    return next_cursor(make_cursor("next_ts", str(ts_key(message.ts))))
