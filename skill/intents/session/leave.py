""" "Stop", "cancel", "go home", where no question is open."""

from postbox.store.errors import MailboxUnavailable
from skill.composing.sent.taking_back import asked_back, is_too_late, take_back_last
from skill.outbox.scheduling import JUST_SCHEDULED
from skill.outbox.unscheduling import take_back, waiting
from skill.speech.said import say
from skill.turn.context import NotLinked, Turn
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
        return asked_back(turn.link, turn.outbox) if _was_just_sent(turn) else handle(turn)
    return _unscheduled(set(ids), turn)


def _was_just_sent(turn: Turn) -> bool:
    """Whether something was sent in the turn before, or in a session that has just ended."""
    if turn.attributes.get(JUST_SENT) or not turn.is_one_shot or not turn.permission.sends:
        return bool(turn.attributes.get(JUST_SENT))
    try:
        return not is_too_late(turn.link, turn.outbox, turn.timing)
    except (NotLinked, MailboxUnavailable):
        return False


def handle_never_mind(turn: Turn) -> Reply:
    """Take back at once what was just sent, where "cancel that" points to it; else leave."""
    points = turn.attributes.get(JUST_SENT) and not turn.slots.get(REST)
    if points and turn.permission.sends:
        return take_back_last(turn.link, turn, turn.outbox, turn.timing)
    return handle_cancel(turn)


def _unscheduled(ids: set[str], turn: Turn) -> Reply:
    scheduled = waiting(turn.link.link_id, turn.outbox, turn.timing)
    just = [found for found in scheduled if found.command_id in ids]
    return take_back(just, turn.link, turn, turn.outbox, turn.timing)
