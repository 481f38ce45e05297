"""For whom a message is put into words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Protocol

from postbox.inbox.message import AttentionReason
from skill.rendering.choices import Choices
from skill.speech.phrases import Phrases


class IdNames(Protocol):
    """Who can tell what ids are called aloud, or None of strangers."""

    def person(self, user_id: str) -> str | None:
        """Return what to call this person."""

    def conversation(self, conversation_id: str) -> str | None:
        """Return what to call this conversation."""


@dataclass(frozen=True)
class Listener:
    """Whose names, language, choices and clock a rendering heeds."""

    names: IdNames
    phrases: Phrases
    choices: Choices = field(default_factory=Choices)
    zone: tzinfo | None = None
    """The listener's time zone; without it dates are said as their senders wrote them."""
    now: datetime | None = None
    """With a zone of its own; without it no date is "today"."""
    rate: int = 100
    """How fast messages are read, in per cent of the usual rate of speech."""
    muted: frozenset[AttentionReason] = frozenset()
    """Calls of many that count for nothing."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What a message itself calls ids: people and groups of elsewhere."""
    aside: Callable[[str], None] = lambda _why: None
    """Told why a message could not be put into words; never what it says."""
