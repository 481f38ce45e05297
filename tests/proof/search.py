"""Every state that can be reached, nearest first; the shortest way to a broken promise."""

from collections import deque
from dataclasses import dataclass
from typing import Any

from tests.proof.invariants import broken, broken_at_the_end
from tests.proof.model import Model
from tests.proof.state import Bounds, State, beginning

Came = dict[Any, tuple[State, str] | None]
"""By a state's key: the state before it, and what happened."""


@dataclass(frozen=True)
class Found:
    """What a search came to."""

    states: int
    steps: int
    ends: int
    histories: int
    story: str = ""
    """The shortest way to a broken promise, line by line; "" where none was found."""


def search(model: Model, bounds: Bounds) -> Found:
    """Go through all states within the bounds, or up to the first that breaks the promise."""
    first = beginning(bounds)
    came: Came = {first.key: None}
    waiting, steps, ends = deque([first]), 0, 0
    while waiting:
        state = waiting.popleft()
        for words, after in model.steps(state):
            steps += 1
            key = after.key
            if key in came:
                continue
            came[key] = (state, words)
            problem = broken(after)
            if not problem and not after.processes and not after.late:
                ends += 1
                problem = broken_at_the_end(model, after)
            if problem:
                return Found(
                    len(came), steps, ends, len(model.programs), told(came, after, problem)
                )
            waiting.append(after)
    return Found(len(came), steps, ends, len(model.programs))


def told(came: Came, state: State, problem: str) -> str:
    """Return the way to a state as a numbered story."""
    lines = []
    while (before := came[state.key]) is not None:
        state, words = before
        lines.append(words)
    numbered = [f"{number:3}. {line}" for number, line in enumerate(reversed(lines), 1)]
    return "\n".join([*numbered, f"  => {problem}"])
