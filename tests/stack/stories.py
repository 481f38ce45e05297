"""Playing stories on the running stack."""

from pathlib import Path

from local.conversations.notation.grammar import parse
from local.conversations.player import Difference
from local.stack.start import RunningStack
from local.world.on_stack import player_on

ROOT = Path(__file__).parents[2]
MOST_ATTEMPTS = 3
CAME_LATE = "On its way to general."
"""As true as "Sent to general." where Slack's word takes more than the second and a half that an
answer waits for it, as it may on a machine that runs many tests."""


def story(name: str, **replaced: str) -> str:
    """Return one of the project's stories, told with other times."""
    text = (ROOT / "tests" / "conversations" / f"{name}.txt").read_text(encoding="utf-8")
    for old, new in replaced.items():
        assert old.replace("_", " ") in text
        text = text.replace(old.replace("_", " "), new)
    return text


def played(stack: RunningStack, text: str) -> Difference | None:
    """Play a story as `earshot play --stack` does; again where the machine was too slow for it."""
    play = player_on(stack.address)
    for _ in range(MOST_ATTEMPTS):
        difference = play(parse(text))
        if difference is None or CAME_LATE not in difference.instead:
            break
    return difference
