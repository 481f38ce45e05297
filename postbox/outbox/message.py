"""What goes out: a command on the queue."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class OutboundMessage:
    """Something a person said, to be posted in Slack as that person. Never holds a token."""

    VERSION: ClassVar[int] = 1

    id: str
    """Made from the Alexa request id, so that a repeated request is one message."""
    link_id: str
    team_id: str
    conversation_id: str
    """A conversation, or a user: then the direct message with them, opened before posting."""
    conversation_name: str
    """The name as it is spoken back, without '#'."""
    text: str
    """Plain text as dictated; not escaped for Slack."""
    spoken_at: float
    locale: str
    thread_ts: str | None = None
    mentions: tuple[str, ...] = ()
    """Each "start:end:user id": these characters of the text are posted as a mention of that user.

    What makes no sense as one is posted as the plain text that it is.
    """

    @property
    def group(self) -> str:
        """The queue's ordering unit: messages of one conversation are posted one by one."""
        return f"{self.team_id}.{self.conversation_id}"


def is_user_id(conversation_id: str) -> bool:
    """Whether an id names a person (U..., on Enterprise Grid also W...) and no conversation."""
    return conversation_id.startswith(("U", "W"))
