"""One turn of a conversation with the Echo."""

from dataclasses import asdict, dataclass, field
from typing import Any

PROBLEM = "There was a problem with the requested skill's response."
"""What Alexa says when the skill failed or its answer is none."""


@dataclass(frozen=True)
class Turn:
    """What was said, what came of it, and how it came about."""

    utterance: str
    """What the person said; empty for silence."""
    heard: str = ""
    """What the person hears: no markup, white space folded."""
    reprompt: str = ""
    """What the person will hear after a silence."""
    request: dict[str, Any] = field(default_factory=dict)
    """What the skill was sent; empty when it was not asked."""
    response: dict[str, Any] = field(default_factory=dict)
    """What the skill answered; empty when that was no JSON object."""
    session_open: bool = False
    """Whether Alexa listens on."""
    rejected: str | None = None
    """Why this would not work with a device, in sentences."""
    note: str | None = None
    """What explains a turn in which the skill was not asked."""
    directives: tuple[dict[str, Any], ...] = ()
    seconds: float = 0.0
    """How long the skill took."""
    farewell: dict[str, Any] | None = None
    """The SessionEndedRequest that a failed answer led to."""

    def as_dict(self) -> dict[str, Any]:
        """Return the turn with all its fields, ready to be written as JSON."""
        return asdict(self)
