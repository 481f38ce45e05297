"""What a dictated phrase comes to, as composing takes it up."""

from dataclasses import dataclass
from enum import StrEnum

from skill.understanding.names.candidate import Candidate
from skill.understanding.names.resolution import Certainty, Resolution
from skill.understanding.phrase import Phrase
from skill.understanding.verdict import Verdict


class PhraseOutcome(StrEnum):
    """How sure it is for whom a phrase is."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"
    DEFAULT = "default"
    """No recipient is named: it is for the default conversation."""


@dataclass(frozen=True)
class Understood:
    """The first message of a phrase, and what stands around it."""

    resolutions: tuple[Resolution, ...]
    is_doubtful: bool
    """Whether something stands against sending it unheard, whatever the speaker prefers."""
    before: str
    text: str
    """As it is to be posted; where nothing was turned, as it was dictated."""
    after: str
    mentions: tuple[Candidate, ...] = ()
    """People to be mentioned at the end of the text: "... and mention Ana"."""
    dictated: str = ""
    """The whole phrase, where the text is not word for word a part of it."""
    verdict: Verdict | None = None
    is_trusted: bool = False
    """Whether the speaker wants it sent unheard, in doubt as it is."""

    @property
    def is_read_back(self) -> bool:
        """Whether its doubts are reason to read it back before it is sent."""
        return self.is_doubtful and not self.is_trusted

    @property
    def phrase(self) -> str:
        """The phrase as it was dictated."""
        return self.dictated or self.before + self.text + self.after

    @property
    def is_bare(self) -> bool:
        """Whether it only says that there is something to send: "a message"."""
        return bool(self.before.strip()) and not (self.text or self.resolutions)

    @property
    def is_name_bounded(self) -> bool:
        """Whether it is told where the name that nobody has ends: "... to zebulon"."""
        unknown = [one for one in self.resolutions if one.certainty is Certainty.UNKNOWN]
        name = Phrase(unknown[0].spoken).spoken if unknown else ()
        return bool(name) and Phrase(self.before).spoken[-len(name) :] != name

    @property
    def outcome(self) -> PhraseOutcome:
        """Certain only when each recipient is, and is one beyond doubt."""
        found = {resolution.certainty for resolution in self.resolutions}
        if not found:
            return PhraseOutcome.DOUBTFUL if self.is_doubtful else PhraseOutcome.DEFAULT
        if Certainty.UNKNOWN in found:
            return PhraseOutcome.UNKNOWN
        if self.is_doubtful or Certainty.DOUBTFUL in found:
            return PhraseOutcome.DOUBTFUL
        return PhraseOutcome.CERTAIN
