"""Integrations that say nothing of themselves but an id: asked of Slack once, and then known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bridge.slack.errors import SlackRefused
from bridge.slack.gateway import SlackGateway
from bridge.slack.time_left import TIMEOUT_SECONDS
from postbox.directory.change import ChangeKind, DirectoryChange
from postbox.directory.entries import Person

MOST_ASKED = 10
"""So many are asked for in a run: Slack allows 50 calls a minute (bots.info, tier 3)."""
CALL_SECONDS = TIMEOUT_SECONDS + 11
"""What must be left of the Lambda's time before a call, and for what follows."""


def is_bot_id(identifier: str) -> bool:
    """Whether an id is an integration's; those that are members have users' ids."""
    return identifier.startswith("B")


def with_names(
    changes: Sequence[DirectoryChange],
    known: Mapping[str, Person],
    slack: SlackGateway,
    token: str,
    time_left: Callable[[], float],
) -> list[DirectoryChange]:
    """Return the changes, those of unknown integrations with what Slack calls them.

    Who cannot be asked for stays without a name, and is asked for when it next writes. Raises what
    bridge.slack.gateway raises beside refusals.
    """
    found, asked = list(changes), 0
    for position, change in enumerate(found):
        if change.kind is not ChangeKind.BOT or change.id in known:
            continue
        if asked == MOST_ASKED or time_left() < CALL_SECONDS:
            break
        asked += 1
        found[position] = replace(change, name=_name(change.id, slack, token))
    return found


def _name(bot_id: str, slack: SlackGateway, token: str) -> str:
    try:
        return slack.bot_name(token, bot_id)
    except SlackRefused:
        return ""
