"""What a sign of doubt is, and what signs want to know of names. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from postbox.directory.names.spelling import NameWords


class Kind(StrEnum):
    """What a sign is of."""

    NAME_FIRST = "begins with a name"
    NAME_LAST = "ends with a name"
    TO_NAME = "ends with a preposition and a name"
    TO_UNKNOWN = "ends with a preposition and what may be a name"
    CORRECTION = "words of correction"
    MANNER = "words that ask for privacy"
    SECOND = "a second recipient"
    SELF = "oneself as recipient"
    TELLING = "begins like a command to tell"
    INDIRECT = "begins like indirect speech"
    LONE = "no message without what it points to"
    THING = "names a thing and says nothing"
    GOES_ON = "may go on with a name"
    SETTING = "words of a setting"
    MENTION = "a mention of nobody known"
    EVERYONE = "for everybody"
    NEGATED = "a recipient that was ruled out"
    UNFINISHED = "ends unfinished"
    CALLING = "calls somebody"
    SECRET = "holds a secret"  # noqa: S105
    ENDEARMENT = "words of love"
    SENSITIVE = "a delicate matter"
    GROPING = "the speaker looks for words"
    TIME = "begins or ends with a time"
    LED = "begins with a preposition and what may be a place"
    NAME_WITHIN = "speaks of somebody by name"
    NEARLY_NAMED = "begins with what may be a last name"
    COMMAND = "may be said to Earshot"
    CONDITION = "may be for later, under a condition"
    MARK = "dictated marks or quotes"
    LEFT_OVER = "words that belong to nothing"
    GIVEN = "gives somebody something"
    UNUSUAL = "not said as messages are"


@dataclass(frozen=True)
class Sign:
    """A sign, and the words it was seen in."""

    kind: Kind
    words: str


class Names(Protocol):
    """What signs want to know of names."""

    def named(self, spoken: NameWords, at: int) -> int:
        """Return where a name of somebody or some place ends that begins at a word; 0 for none."""

    def is_place(self, spoken: NameWords) -> bool:
        """Whether words are a channel's name as it is written."""

    def has_left(self, spoken: NameWords) -> bool:
        """Whether words name somebody who cannot be written to."""

    def had(self, spoken: NameWords) -> bool:
        """Whether a word is of the name of somebody who cannot be written to."""

    def looks_like_a_name(self, spoken: NameWords) -> bool:
        """Whether words that mean nobody known are a name all the same."""

    def is_in_a_name(self, word: str) -> bool:
        """Whether somebody's name has this word in it."""

    def is_in_a_place(self, word: str) -> bool:
        """Whether a channel's name of several words has this word in it."""
