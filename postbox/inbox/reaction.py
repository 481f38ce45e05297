"""A reaction, as a fact."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reaction:
    """One person's reaction to one message."""

    ts: str
    emoji: str
    """Slack's name, without colons; with "::skin-tone-2" behind it where one was chosen."""
    user_id: str
