"""What is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from skill.speech.sentences import joined
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
    listens: bool = False
    """Whether Alexa listens on though nothing is asked: what was read may be answered."""
    is_slight: bool = False
    """Whether it says nothing that is worth repeating, and nothing to go on from: an error, a
    courtesy."""
    remember: Mapping[str, Any] = field(default_factory=dict)
    """What the session remembers whatever is asked."""

    def after(self, *sentences: str) -> "Reply":
        """Return the reply with these sentences (SSML) said first."""
        return replace(self, speech=joined([*sentences, self.speech]))

    def before(self, *sentences: str) -> "Reply":
        """Return the reply with these sentences (SSML) said behind it."""
        return replace(self, speech=joined([self.speech, *sentences]))
