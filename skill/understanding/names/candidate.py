"""Somebody or something that a spoken name may mean. Pure."""

from dataclasses import dataclass
from enum import StrEnum

EXACT = 1.0
"""The name as it is written in Slack."""
SAME_SOUND = 0.98
"""Another spelling of the same sound: Alexa chose the spelling, not the speaker."""
SAME_FROM = 0.955
"""Sounds as much alike as this are heard as the same."""
ABBREVIATED = 0.97
"""Spelled out where Slack has an abbreviation, or the other way round."""
NICKNAME = 0.97
MOST_LIKE = 0.94
"""The best score of what only sounds alike."""


NAMED_FROM = 0.95
"""What is written so, sounds the same or is a nickname has as much; the rest is merely alike."""
PART_OF_CHANNEL = "part of a channel's name"


class Kind(StrEnum):
    """What a name can be the name of."""

    PERSON = "person"
    CHANNEL = "channel"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible meaning of a spoken name."""

    id: str
    """A person's user id, or a conversation's id."""
    name: str
    kind: Kind
    score: float
    """From 0 to 1."""
    why: str
    """In words, for people who ask how a phrase was understood."""
