"""An answer to an open question, taken apart. Pure data."""

from dataclasses import dataclass
from enum import StrEnum

from skill.understanding.answers.new_message import NewMessage


class AnswerKind(StrEnum):
    """What an answer does."""

    NAME = "name"
    """It names somebody, perhaps with other words for the message."""
    OTHERS = "others"
    """It is none of those that were excluded."""
    BOTH = "both"
    FIRST = "first"
    LAST = "last"
    LEAVES = "leaves"
    WAITS = "waits"
    MESSAGE = "message"
    """It is a new message, from its verb on."""
    WORDS = "words"
    """It gives the message other words."""
    ASKS = "asks"
    """The speaker asks what is asked."""
    NOT_KNOWN = "not known"
    """The speaker does not know either."""
    NOTHING = "nothing"


@dataclass(frozen=True)
class SpokenAnswer:
    """An answer taken apart; its parts are as they were dictated."""

    kind: AnswerKind
    name: str = ""
    other_names: tuple[str, ...] = ()
    """Parts of it that may be the name alone: behind a pause, or behind "send it to"."""
    excluded: str = ""
    """Who it is not."""
    text: str = ""
    """Other words for the message, or the new message behind its verb."""
    message: NewMessage | None = None
    """The new message."""
    adds: bool = False
    """Whether the other words come on top of the message's own."""
    is_apart: bool = False
    """Whether a comma parts them from its own: "say sorry as well"."""
    amends: str = ""
    """What is right in the message, behind a name: "park and it's ninety not sixty"."""
    has_more: bool = False
    """Whether words stand beside it that were not made out."""
    corrects: bool = False
    """Whether words of correction or meaning stand before the name: "i meant ana"."""
