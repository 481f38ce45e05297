"""What can be done to a message that was just sent, and which of it words are said for. Pure.

Every reader says what the words would do, and how well they fit it; the one that fits best is
chosen. Where another comes near that would do something else, it is asked for first.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from skill.understanding.answers.new_message import NewMessage


class AboutSent(StrEnum):
    """What words do to what was just sent."""

    NOTHING = "nothing"
    TAKES_BACK = "takes back"
    MAY_TAKE_BACK = "may take back"
    """It may be asked for, in words that may mean something else."""
    MAY_MOVE = "may move"
    """Who is named has nothing but the sending said of them: instead, most likely."""
    MAY_COPY = "may copy"
    """The same, and more likely too."""
    MOVES = "moves"
    """It is meant for somebody else."""
    NAMESAKE = "namesake"
    """It is meant for another of the same name: "no the other Kevin"."""
    NAMESAKE_TOO = "namesake too"
    """It is for another of the same name as well: "and the other one too"."""
    ALL_NAMESAKES = "all namesakes"
    """It is for all of the same name: "both of them"."""
    REPLACES = "replaces"
    """It is to be taken back, and another message sent: "delete that and tell Ana we're late"."""
    COPIES = "copies"
    """It is for somebody else, too."""
    GIVES_UP = "gives up"
    """Who is named is named no more before the words end: nothing is to be done."""
    ADDS = "adds"
    REWORDS = "rewords"
    """It should say something else: "delete that and tell him two fifty"."""
    MESSAGE = "message"
    """They are another message."""
    BEGINS = "begins"
    """Another message is for somebody, and its text is still to come: "another one to Olu"."""
    SPELLS = "spells"
    """They tell how a word of it is written, which a device does not hear."""
    STYLES = "styles"
    """They ask for it to be said in another manner, in words that nobody can tell."""
    GOES_ON = "goes on"
    """They are more for whom it was for: "also that I need a hand"."""
    COMMAND = "command"
    """They begin as what is done to a message does, and what that is cannot be told."""


@dataclass(frozen=True)
class OfSent:
    """Words taken apart that were said right after a message was sent."""

    said: AboutSent
    names: tuple[str, ...] = ()
    """Whom the message is for, now or too."""
    text: str = ""
    """What is added to it, or what it should say."""
    of: str = ""
    """Whose it was, where that is said: "take back what I told Ana and ..."."""
    message: NewMessage | None = None
    is_to_them: bool = False
    """Whether the other message is for whom this one was for: "and tell her it's paid"."""
    is_of_the_last: bool = False
    """Whether words say themselves that they are of the last message: "delete my last one"."""
    is_sure: bool = True
    """Whether it may be done at once; else it is asked for."""
    is_close: bool = False
    """Whether other words have so much of the message's own that hardly anything else is meant."""


NOTHING = OfSent(AboutSent.NOTHING)

_MARGIN = 0.5


@dataclass(frozen=True)
class Act:
    """What words would do, and how well they fit that."""

    of_sent: OfSent
    fit: float
    """3: all words are accounted for; 2: its own words, and others that go with them; 1: likely."""


def chosen(acts: Iterable[Act]) -> Act:
    """Return what fits best; it is in doubt where something else fits nearly as well."""
    ranked = sorted(acts, key=lambda act: -act.fit)
    if not ranked:
        return Act(NOTHING, 0.0)
    best = ranked[0]
    near = any(
        best.fit - other.fit < _MARGIN and _differs(best.of_sent, other.of_sent)
        for other in ranked[1:]
    )
    return replace(best, of_sent=replace(best.of_sent, is_sure=False)) if near else best


def _differs(one: OfSent, other: OfSent) -> bool:
    return (one.said, one.text, one.names) != (other.said, other.text, other.names)
