"""Asking for a conversation to be marked as read, or as unread again, in Slack."""

from postbox.inbox.read_state import Position
from postbox.outbox.action import ActionKind, OutboundAction
from skill.outbox.sending import message_id
from skill.turn.context import Turn


def marking(kind: ActionKind, position: Position, ts: str, turn: Turn, part: int) -> OutboundAction:
    """Return the action that marks a position's conversation; nobody is told of it by name."""
    return OutboundAction(
        id=message_id(f"{turn.request_id}/{kind}", part),
        kind=kind,
        link_id=position.link_id,
        team_id=position.team_id,
        conversation_id=position.conversation_id,
        conversation_name="",
        spoken_at=turn.spoken_at,
        locale=turn.locale,
        ts=ts,
    )
