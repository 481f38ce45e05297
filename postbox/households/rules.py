"""Whose voice may hear a link's messages, and send in its name. Pure.

A household and each link in it choose by themselves; of both what is stricter holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from postbox.households.codes import Code


class Voices(StrEnum):
    """Whose voice is enough."""

    ANYONE = "anyone"
    RECOGNIZED = "recognized"
    """One that Alexa recognizes as the linked person's."""
    CODE = "code"
    """Anybody's who says four digits, once a session."""


class Privacy(StrEnum):
    """What of messages is said aloud, the least of it last."""

    EVERYTHING = "everything"
    SENDERS = "senders"
    """Who wrote, how much and where."""
    COUNTS = "counts"


_OPENNESS = tuple(Privacy)


@dataclass(frozen=True)
class Rules:
    """What one household, or one link, chose."""

    VERSION: ClassVar[int] = 1

    hearing: Voices = Voices.ANYONE
    sending: Voices = Voices.ANYONE
    privacy: Privacy = Privacy.EVERYTHING
    code: Code | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Demand:
    """What has to be so before something is done."""

    recognized: bool = False
    code_of: str = ""
    """Whose code has to be said: HOUSEHOLD or LINK, "" for none."""

    def and_also(self, other: "Demand") -> "Demand":
        """Return the demand that is met where both are: a link's own code is worth both."""
        codes = {self.code_of, other.code_of}
        code_of = LINK if LINK in codes else HOUSEHOLD if HOUSEHOLD in codes else ""
        return Demand(self.recognized or other.recognized, code_of)


HOUSEHOLD, LINK = "household", "link"
UNREADABLE = Rules(Voices.RECOGNIZED, Voices.RECOGNIZED, Privacy.COUNTS)
"""What holds where nobody can read what was chosen: the strictest that nobody is locked out by."""


@dataclass(frozen=True)
class BothRules:
    """What a household and a link chose."""

    household: Rules = field(default_factory=Rules)
    link: Rules = field(default_factory=Rules)

    @property
    def hearing(self) -> Demand:
        """What has to be so before messages are read."""
        return self._demand(self.household.hearing, self.link.hearing)

    @property
    def sending(self) -> Demand:
        """What has to be so before anything is sent."""
        return self._demand(self.household.sending, self.link.sending)

    @property
    def changing(self) -> Demand:
        """What has to be so before a choice is changed: no guest loosens what binds guests."""
        return self.hearing.and_also(self.sending)

    @property
    def privacy(self) -> Privacy:
        """How much of messages is said."""
        return least((self.household.privacy, self.link.privacy))

    @staticmethod
    def _demand(household: Voices, link: Voices) -> Demand:
        demanded = (
            Demand(recognized=household is Voices.RECOGNIZED),
            Demand(recognized=link is Voices.RECOGNIZED),
            Demand(code_of=HOUSEHOLD if household is Voices.CODE else ""),
            Demand(code_of=LINK if link is Voices.CODE else ""),
        )
        total = Demand()
        for demand in demanded:
            total = total.and_also(demand)
        return total


def least(levels: Iterable[Privacy]) -> Privacy:
    """Return the level that says least."""
    return max(levels, key=_OPENNESS.index)
