""" "To Ana", where nobody asked whom."""

from collections.abc import Mapping

from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply

INTENT = "RecipientIntent"
SLOT, POSITION, NUMBER = "recipient", "position", "number"


def handle(turn: Turn, services: Services) -> Reply:
    """Say that no message waits for a recipient."""
    del services
    return Reply(turn.phrases["nothing_to_address"])


def named(slots: Mapping[str, str]) -> str:
    """Return the words that name somebody, or a place in a list."""
    return slots.get(SLOT) or slots.get(POSITION) or slots.get(NUMBER) or ""
