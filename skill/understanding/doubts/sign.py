"""What a sign of doubt is, and what signs want to know of names. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class SignKind(StrEnum):
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

    kind: SignKind
    words: str
