""" "To Ana", where nobody asked whom."""

from collections.abc import Mapping

from skill.composing.composer import Composer
from skill.composing.corrections import corrected, sent_to_another
from skill.composing.opening import with_composer
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply

INTENT = "RecipientIntent"
SLOT, POSITION, NUMBER = "recipient", "position", "number"


def handle(turn: Turn, services: Services) -> Reply:
    """Correct what was just sent, or say that no message waits for a recipient."""

    def at(composer: Composer) -> Reply:
        """Take "to Ana" for whom else the message may be."""
        words = named(turn.slots)
        return (
            corrected(words, composer)
            or sent_to_another(words, composer)
            or Reply(say("nothing_to_address"))
        )

    return with_composer(turn, services, at, "mailbox_unavailable")


def named(slots: Mapping[str, str]) -> str:
    """Return the words that name somebody, or a place in a list."""
    return slots.get(SLOT) or slots.get(POSITION) or slots.get(NUMBER) or ""
