"""A row of the table of open questions: what is done with what is said while one is open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from skill.intents.registry import CORRECTION, FALLBACK, OPENINGS, REQUESTS, Handler
from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import NO_MATTER, Matter, Question
from skill.turn.reply import Reply

LEAVING = (
    "AMAZON.StopIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.CancelIntent",
    "NeverMindIntent",
)
COURTESY = "CourtesyIntent"
"""Words that approve ("great", "that's fine"): of what, the open question tells."""


@dataclass(frozen=True, eq=False, repr=False)
class OpenQuestion:
    """What is done with what is said while one question is open."""

    yes: Handler
    no: Handler
    help: Handler
    leave: Handler
    """Stop, cancel and go home."""
    name: Handler | None = None
    """A name, or a place in a list."""
    words: Handler | None = None
    """Words as a message has them."""
    bare: Handler | None = None
    """Words that may be a time, a name or a message: nothing was said before them."""
    unknown: Handler | None = None
    """What Alexa did not understand."""
    others: Mapping[str, Handler] = field(default_factory=dict)
    """Further intents that have a meaning of their own here."""
    matter: Callable[[Question], Matter] = lambda _question: NO_MATTER
    again: Handler | None = None
    """Asks it again; each question has it whose matter may have words."""
    dropped: Key = "cancelled"
    """The sentence that says that those words came to nothing."""

    def handler(self, intent: str) -> Handler | None:
        """Return what answers an intent here, or None where the question changes nothing."""
        is_bare = intent in OPENINGS or intent == CORRECTION
        usual = self.bare if is_bare else self._usual.get(intent)
        return self.others.get(intent) or usual

    @property
    def _usual(self) -> Mapping[str, Handler | None]:
        return {
            **dict.fromkeys(("AMAZON.YesIntent", "SendNowIntent"), self.yes),
            "AMAZON.NoIntent": self.no,
            "AMAZON.HelpIntent": self.help,
            **dict.fromkeys(LEAVING, self.leave),
            **dict.fromkeys(("RecipientIntent", "InsteadIntent"), self.name),
            "SendMessageIntent": self.words,
            **dict.fromkeys((FALLBACK, *REQUESTS), self.unknown),
        }


def said(key: Key, *, ends: bool = False, settles: bool = False) -> Handler:
    """Return what says a sentence, and no more."""

    def handle(turn: Turn) -> Reply:
        del turn
        return Reply(say(key), ends=ends, settles=settles)

    return handle


def explained(key: Key) -> Handler:
    """Return what says a sentence while the question stays open."""

    def handle(turn: Turn) -> Reply:
        return Reply(say(key), turn.question)

    return handle
