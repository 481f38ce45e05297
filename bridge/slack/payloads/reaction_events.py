"""What Slack tells of reactions. Pure.

https://docs.slack.dev/reference/events/reaction_added
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bridge.slack.payloads.values import emoji_name, identifier, mapping, timestamp
from postbox.inbox.message import Reaction


class Reacted(NamedTuple):
    """Somebody reacted to a message, or took a reaction back."""

    team_id: str
    conversation_id: str
    reaction: Reaction
    is_there: bool
    at: str
    """When, as Slack's event_ts: of two that contradict each other the newer one counts."""


def reacted(team_id: str, event: Mapping[str, Any]) -> Reacted | None:
    """Return what an event tells of a reaction to a message; None of one to anything else.

    Raises KeyError or ValueError when it makes no sense.
    """
    item = mapping(event["item"])
    if item.get("type") != "message":
        return None
    reaction = Reaction(
        ts=timestamp(item.get("ts")),
        emoji=emoji_name(event["reaction"]),
        user_id=identifier(event["user"]),
    )
    conversation_id, at = identifier(item.get("channel")), timestamp(event["event_ts"])
    if not all((reaction.ts, reaction.emoji, reaction.user_id, conversation_id, at)):
        raise ValueError("no reaction that could be kept")
    return Reacted(
        team_id=team_id,
        conversation_id=conversation_id,
        reaction=reaction,
        is_there=event["type"] == "reaction_added",
        at=at,
    )
