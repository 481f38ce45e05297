"""What Slack tells of reactions. Pure.

https://docs.slack.dev/reference/events/reaction_added
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from postbox.inbox.message import Reaction


@dataclass(frozen=True)
class Reacted:
    """Somebody reacted to a message, or took a reaction back."""

    team_id: str
    conversation_id: str
    reaction: Reaction
    is_there: bool
    at: str
    """When, as Slack's event_ts: of two that contradict each other the newer one counts."""


def reacted(team_id: str, event: Mapping[str, Any]) -> Reacted | None:
    """Return what an event tells of a reaction to a message; None of one to anything else."""
    item = event["item"]
    if item.get("type") != "message":
        return None
    ts, at = str(item["ts"]), str(event["event_ts"])
    float(ts), float(at)
    return Reacted(
        team_id=team_id,
        conversation_id=str(item["channel"]),
        reaction=Reaction(ts, str(event["reaction"]), str(event["user"])),
        is_there=event["type"] == "reaction_added",
        at=at,
    )
