"""Playing a transcript in a world, up to the first line that differs."""

from dataclasses import dataclass

from local.conversations.acts import ACTS
from local.conversations.looks import LOOKS
from local.conversations.steps import Step, Transcript
from local.conversations.story import Differs, Story
from local.conversations.world import CannotDo, World

_TAKES = ACTS | LOOKS


@dataclass(frozen=True)
class Difference:
    """The first line that did not hold, and what came instead."""

    step: Step
    instead: str

    def __str__(self) -> str:
        """Say both in two lines."""
        return f"line {self.step.number}: {self.step.line}\n  instead: {self.instead}"


def play(transcript: Transcript, world: World) -> Difference | None:
    """Play a conversation; None when every line held."""
    story = Story(world, transcript.setting.zone)
    for step in transcript.steps:
        try:
            _TAKES[type(step)](story, step)
        except Differs as differs:
            return Difference(step, str(differs))
        except (CannotDo, LookupError, ValueError) as error:
            return cannot_do(step, error)
    return None


def cannot_do(step: Step, error: Exception) -> Difference:
    """Tell of a line that the world cannot follow."""
    return Difference(step, f"cannot be done: {error.args[0] if error.args else error}")
