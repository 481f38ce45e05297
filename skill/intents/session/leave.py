""" "Stop", "cancel", "go home", where no question is open."""

from skill.composing.sent.taking_back import asked_back
from skill.outbox.scheduling import JUST_SCHEDULED
from skill.outbox.unscheduling import take_back, waiting
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT

CANCEL = "AMAZON.CancelIntent"
NEVER_MIND = "NeverMindIntent"
"""The same with more words behind it."""
REST = "rest"


def handle(turn: Turn) -> Reply:
    """End the session."""
    del turn
    return Reply(say("goodbye"), ends=True)


def handle_cancel(turn: Turn) -> Reply:
    """Take back what the last answer scheduled, else leave."""
    ids = turn.attributes.get(JUST_SCHEDULED)
    if not ids:
        # "Cancel that" behind "Sent" may well be said of the message.
        return asked_back(turn) if turn.attributes.get(JUST_SENT) else handle(turn)
    return _unscheduled(set(ids), turn)


def _unscheduled(ids: set[str], turn: Turn) -> Reply:
    scheduled = waiting(turn.link.link_id, turn.outbox, turn.timing)
    just = [found for found in scheduled if found.command_id in ids]
    return take_back(just, turn.link, turn, turn.outbox, turn.timing)
