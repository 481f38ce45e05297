"""The Slacks that both ways meet, and what both are judged by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.delivery.report import FAULTS
from local.workspace import Workspace
from local.workspace.faults.faults import parse_fault


@dataclass(frozen=True)
class Scenario:
    """How Slack is. `always` goes on during all messages, `faults` holds one per message."""

    name: str
    messages: int
    always: str = ""
    faults: Sequence[str] = ()

    @property
    def texts(self) -> list[str]:
        """What is said, one utterance a message."""
        return [f"this is message number {number}" for number in range(self.messages)]

    def begin(self, workspace: Workspace) -> None:
        """Make Slack be like this."""
        if self.always:
            workspace.faults.add(parse_fault(self.always), "chat.postMessage")

    def before(self, number: int, workspace: Workspace) -> None:
        """Arm the fault of one message: the next post runs into it, whichever that is."""
        if self.faults:
            workspace.faults.add(parse_fault(self.faults[number]), "chat.postMessage")


SCENARIOS = (
    Scenario("well", 11),
    Scenario("slow (3 s)", 6, always="slow 3 s until cleared"),
    Scenario("limited (30 s)", 8, always="429 for 30 s"),
    Scenario("failing", len(FAULTS), faults=FAULTS),
)


@dataclass(frozen=True)
class Told:
    """What a speaker heard about one message, and after how long."""

    text: str
    seconds: float
    sent: bool
    """Alexa said that it was sent."""
    promised: bool
    """Alexa said that it will be."""


@dataclass(frozen=True)
class Result:
    """What became of a scenario's messages."""

    told: Sequence[Told]
    posted: Mapping[str, int]
    """How often each text stands in Slack in the end."""

    @property
    def lost(self) -> int:
        """Messages that are not in Slack."""
        return sum(not self.posted.get(told.text) for told in self.told)

    @property
    def duplicated(self) -> int:
        """Messages that are there more than once."""
        return sum(self.posted.get(told.text, 0) > 1 for told in self.told)

    @property
    def untrue(self) -> int:
        """Messages of which Alexa said the opposite of what is so in the end."""
        return sum(
            (told.sent or told.promised) != bool(self.posted.get(told.text)) for told in self.told
        )
