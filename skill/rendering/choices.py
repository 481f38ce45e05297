"""What a listener wants to hear of links, code and emoji."""

from dataclasses import dataclass
from enum import StrEnum


class Saying(StrEnum):
    """How much of one kind of thing is said."""

    SAID = "said"
    SHORTENED = "shortened"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Choices:
    """One listener's choices. Left out is still told of where nothing else would be said."""

    links: Saying = Saying.SAID
    """Said: "a link to github dot com"; shortened: "a link". Labels that are words always stay."""
    code: Saying = Saying.SHORTENED
    """Said: blocks are read out; shortened: blocks by size and language. Within a line as it is."""
    emoji: Saying = Saying.SAID
    """Said: each by its name, a row of the same one counted; shortened: a row by its number."""

    @property
    def leave_out(self) -> bool:
        """Whether anything at all is left out."""
        return Saying.LEFT_OUT in {self.links, self.code, self.emoji}

    def without_gaps(self) -> "Choices":
        """Return the same choices with what is left out shortened instead."""
        return Choices(
            *(_at_least_shortened(saying) for saying in (self.links, self.code, self.emoji))
        )


def _at_least_shortened(choice: Saying) -> Saying:
    return Saying.SHORTENED if choice is Saying.LEFT_OUT else choice
