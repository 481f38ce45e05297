"""What is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from skill.turn.question import Question


@dataclass(frozen=True)
class Reply:
    """What to say. Speech is SSML."""

    speech: str
    question: Question | None = None
    ends: bool = False
    """Whether the session ends even if it was open; a question keeps it open."""
    speaks_of: frozenset[str] = frozenset()
    """The ids of messages whose fate the speech itself tells."""
    settles: bool = False
    """Whether it tells what became of the message that the open question was about."""
    remember: Mapping[str, Any] = field(default_factory=dict)
    """What the session remembers whatever is asked."""
