"""A voice post in a conversation, after which what others say are replies."""

from typing import ClassVar

from postbox.frozen import Frozen

WATCH_SECONDS = 24 * 60 * 60
"""For so long after a voice post, what others say in the conversation counts as a reply."""


class Watch(Frozen):
    """A link's own voice post in a conversation: what others say after it are replies."""

    VERSION: ClassVar[int] = 1

    link_id: str
    team_id: str
    conversation_id: str
    message_id: str
    until: float
    after_ts: str | None = None
    """The post's ts once it is known."""
