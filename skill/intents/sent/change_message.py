""" "Change that to ...", "add, and bring the charger", where no message is in the making."""

from skill.composing.composer import SendingComposer
from skill.composing.sent.corrections import added_to_sent
from skill.composing.sent.recent import added_lately, changed_to
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply

INTENT = "ChangeMessageIntent"
ADD = "AddToMessageIntent"
SLOT = "message"


def handle(turn: Turn) -> Reply:
    """Give the last message another text."""
    words = turn.slots.get(SLOT, "")
    return changed_to(words, SendingComposer.of(turn))


def handle_add(turn: Turn) -> Reply:
    """Add to what was just sent, or say that there is nothing."""
    words = turn.slots.get(SLOT, "")
    # "Add and bring a coat" says itself what is to be done.
    composer = SendingComposer.of(turn)
    return (
        added_to_sent(words, composer, asks=False)
        or added_lately(words, composer)
        or Reply(say("nothing_to_change"))
    )
