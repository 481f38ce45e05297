"""One way to read a dictated phrase: who is named in it, and which of its words are the text."""

from dataclasses import dataclass

from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty


@dataclass(frozen=True)
class Reading:
    """Word numbers count from 0; the text is words `start` to before `end`."""

    recipients: Recipients
    start: int
    end: int
    is_doubtful: bool = False
    """Whether what names the recipient could as well be part of the text."""

    @property
    def certainty(self) -> Certainty:
        """How sure this reading is."""
        found = self.recipients.certainty
        if found is Certainty.CERTAIN and self.is_doubtful:
            return Certainty.DOUBTFUL
        return found
