"""What a dictated phrase comes to."""

from dataclasses import dataclass
from enum import StrEnum

from skill.understanding.names.candidate import Candidate
from skill.understanding.names.resolution import Certainty, Resolution


class Outcome(StrEnum):
    """What can be done with a phrase."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"
    DEFAULT = "default"
    """No recipient is named: it is for the default conversation."""


@dataclass(frozen=True)
class Understood:
    """A phrase taken apart: before + text + after is the phrase, character for character."""

    resolutions: tuple[Resolution, ...]
    is_doubtful: bool
    """Whether the words that name the recipient could as well be part of the text."""
    before: str
    text: str
    after: str
    mentions: tuple[Candidate, ...] = ()
    """People to be mentioned at the end of the text: "... and mention Ana"."""

    @property
    def phrase(self) -> str:
        """The phrase as it was dictated."""
        return self.before + self.text + self.after

    @property
    def is_bare(self) -> bool:
        """Whether it only says that there is something to send: "a message"."""
        return bool(self.before.strip()) and not (self.text or self.resolutions)

    @property
    def outcome(self) -> Outcome:
        """Certain only when each recipient is, and is one beyond doubt."""
        found = {each.certainty for each in self.resolutions}
        if not found:
            return Outcome.DEFAULT
        if Certainty.UNKNOWN in found:
            return Outcome.UNKNOWN
        if self.is_doubtful or Certainty.DOUBTFUL in found:
            return Outcome.DOUBTFUL
        return Outcome.CERTAIN
