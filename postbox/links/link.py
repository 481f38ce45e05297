"""A speaker's Slack identity."""

from dataclasses import replace
from enum import StrEnum
from typing import ClassVar

from postbox.frozen import Frozen

MOST_MOVED = 50
"""Of more conversations whose ids changed, those before are forgotten."""


class LinkState(StrEnum):
    """Whether Slack accepts the link's token."""

    ACTIVE = "active"
    BROKEN = "broken"


class Link(Frozen):
    """One Slack identity of one speaker."""

    VERSION: ClassVar[int] = 1

    link_id: str
    team_id: str
    """Under which all that this link can see is kept: the workspace's id for the owner's link,
    a name of its own for every other one, so that no key of one link leads to another's."""
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
    slack_team_id: str = ""
    """The workspace's id where `team_id` is not."""
    scopes: tuple[str, ...] = ()
    """What was granted at the last linking; empty where nobody asked."""
    revision: int = 0
    """Grows with every write; a write names the revision that it follows."""
    moved: tuple[str, ...] = ()
    """Conversations whose ids changed, the newest last: "OLD NEW" each."""

    def place_now(self, conversation_id: str) -> str:
        """Return the id that a conversation has now."""
        for moved in self.moved:
            before, _, after = moved.partition(" ")
            if before == conversation_id:
                conversation_id = after
        return conversation_id

    def with_moved(self, before: str, after: str) -> "Link":
        """Return the link with a conversation's new id; told again, it is the same link."""
        told = f"{before} {after}"
        if told in self.moved or before == after:
            return self
        default = self.default_conversation_id
        return replace(
            self,
            default_conversation_id=after if default == before else default,
            moved=(*self.moved, told)[-MOST_MOVED:],
        )

    @property
    def workspace_id(self) -> str:
        """Slack's id of the workspace."""
        return self.slack_team_id or self.team_id

    @property
    def is_own_mailbox(self) -> bool:
        """Whether nobody else's messages are kept where this link's are."""
        return bool(self.slack_team_id)


def mailbox_of(workspace_id: str, link_id: str) -> str:
    """Return the `team_id` of a link that shares nothing with others of its workspace."""
    return f"{workspace_id}-{link_id}"
