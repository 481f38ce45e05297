"""A speaker's Slack identity."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class LinkState(StrEnum):
    """Whether Slack accepts the link's token."""

    ACTIVE = "active"
    BROKEN = "broken"


@dataclass(frozen=True)
class Link:
    """One Slack identity of one speaker."""

    VERSION: ClassVar[int] = 1

    link_id: str
    team_id: str
    user_id: str
    user_name: str
    state: LinkState
    default_conversation_id: str | None
    default_conversation_name: str
    problem: str | None = None
    """What is wrong with a broken link: Slack's error code, or the setting at fault."""
    problem_since: float | None = None
    linked_at: float | None = None
    """When its newest token was first seen, in epoch seconds."""
    linked_since: float | None = None
    """When this person was first linked; nothing older is news. In epoch seconds."""
    zone: str = ""
    """The time zone of the Slack profile, such as "Europe/Berlin"; "" where it is not known."""
    zone_asked_at: float | None = None
    """When Slack was asked for it last."""
    user_groups: tuple[str, ...] = ()
    """The ids of the user groups that this person is in."""
    revision: int = 0
    """Grows with every write; a write names the revision that it follows."""
