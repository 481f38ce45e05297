"""Asking for a conversation to be marked as read, or as unread again, in Slack."""

from typing import Any

from postbox.inbox.read_state import Position
from postbox.outbox.commands import CommandKind, MarkRead, MarkUnread
from skill.outbox.sending import message_id
from skill.turn.request import Request


def read(
    position: Position, ts: str, request: Request, part: int, since: str | None = None
) -> MarkRead:
    """Return the command that marks a position's conversation as read up to `ts`.

    It does so where Slack has nothing unread up to `since`.
    """
    return MarkRead(**_said(CommandKind.MARK_READ, position, request, part), ts=ts, since=since)


def unread(position: Position, ts: str, request: Request, part: int) -> MarkUnread:
    """Return the command that makes what came after `ts` unread again."""
    return MarkUnread(**_said(CommandKind.MARK_UNREAD, position, request, part), ts=ts)


def _said(kind: CommandKind, position: Position, request: Request, part: int) -> dict[str, Any]:
    """Return the envelope; nobody is told of it by name."""
    return {
        "id": message_id(f"{request.request_id}/{kind}", part),
        "link_id": position.link_id,
        "team_id": position.team_id,
        "conversation_id": position.conversation_id,
        "conversation_name": "",
        "spoken_at": request.spoken_at,
        "locale": request.locale,
    }
