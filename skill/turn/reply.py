"""What is answered."""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from postbox.frozen import Frozen
from skill.speech.said import Said
from skill.turn.question import Question


class Reply(Frozen):
    """An answer as structure; it becomes SSML in skill/alexa/response.py."""

    sentences: Said
    question: Question | None = None
    ends: bool = False
    """Whether the session ends even if it was open; a question keeps it open."""
    tells_of: frozenset[str] = frozenset()
    """The ids of messages whose fate the sentences themselves tell."""
    settles: bool = False
    """Whether it tells what became of the message that the open question was about."""
    listens: bool = False
    """Whether Alexa listens on though nothing is asked: what was read may be answered."""
    is_refused: bool = False
    """Whether the only place that a message was for cannot take it; another one may."""
    is_slight: bool = False
    """Whether it says nothing that is worth repeating, and nothing to go on from: an error, a
    courtesy."""
    links: bool = False
    """Whether a card in the Alexa app leads to account linking."""
    confirms: bool = False
    """Whether Alexa herself asks who speaks for their PIN; she comes back with what came of it."""
    remember: Mapping[str, Any] = field(default_factory=dict)
    """What the session remembers whatever is asked."""

    def after(self, *said: Said) -> "Reply":
        """Return the reply with these sentences said first."""
        return replace(self, sentences=(*_flat(said), *self.sentences))

    def before(self, *said: Said) -> "Reply":
        """Return the reply with these sentences said behind it."""
        return replace(self, sentences=(*self.sentences, *_flat(said)))


def _flat(parts: tuple[Said, ...]) -> Said:
    return tuple(one for part in parts for one in part)
