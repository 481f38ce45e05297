"""To whom words are turned, and what comes of it. Pure data."""

from dataclasses import dataclass
from enum import StrEnum


class Speech(StrEnum):
    """What the words before a text make of it."""

    TELL = "tell"
    QUOTE = "quote"
    """Word for word: behind "saying", or said first."""
    ASK = "ask"
    ORDER = "order"
    """ "Have Kevin ring the bank": the text is an infinitive without its "to"."""
    REMIND = "remind"
    THANK = "thank"
    WISH = "wish"
    CONGRATULATE = "congratulate"
    APOLOGIZE = "apologize"
    INVITE = "invite"
    HEADS_UP = "heads up"
    GIVE = "give"
    """ "Give kevin ...": a heads-up, a shout, or no message at all."""


@dataclass(frozen=True)
class Hearers:
    """Those whom a text is for, as far as its words depend on them."""

    first_name: str = ""
    """Of the only person it is for, folded; "" for a place or several people."""
    is_full: bool = False
    """Whether that person was named in full, so that it is nobody else of that first name."""
    several: bool = False
    """Whether they are several people or a place."""


@dataclass(frozen=True)
class Turned:
    """A text as it is to be posted."""

    text: str
    is_certain: bool = True
    """False where "he" may be somebody else, or the words had to be chosen: read it back."""
