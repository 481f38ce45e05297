"""What an event of Slack's may change of the inbox and the links."""

from typing import NamedTuple

from postbox.frozen import Frozen
from postbox.inbox.message import InboxMessage
from postbox.links.link import Link


class Arrived(NamedTuple):
    """A message that people can read now."""

    message: InboxMessage
    parent_user_id: str | None
    """Who began the thread that it is in."""
    authorized: frozenset[str]
    """Users on whose behalf Slack sent the event; it names one of possibly several."""
    client_msg_id: str | None = None
    """Slack's client_msg_id, which two messages share that come from one gesture."""


class Edited(NamedTuple):
    """A message with a new text."""

    arrived: Arrived
    is_late: bool
    """Too long after the message for its own event to be still on the way."""


class Redrawn(NamedTuple):
    """A message that shows something else beside its text: the preview of a link, for one."""

    message: InboxMessage


class Deleted(NamedTuple):
    """A message that is gone."""

    message: InboxMessage


class Unknown(Frozen):
    """A message of a kind that nobody knows yet, and without anything to tell."""


class LinksEnded(NamedTuple):
    """Slack took tokens back: of these users, or of everybody when the app was removed."""

    team_id: str
    user_ids: frozenset[str] | None
    problem: str
    at: float

    def ends(self, link: Link) -> bool:
        """Whether it is this link's token; a token that came later is another one."""
        if link.linked_at is not None and self.at < link.linked_at:
            return False
        return self.user_ids is None or link.user_id in self.user_ids
