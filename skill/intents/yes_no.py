""" "Yes" and "no", to whatever was asked."""

from skill.intents import read_replies, send_again
from skill.services import Services
from skill.turn import MESSAGE, MORE, SEND_AGAIN, Reply, Turn

YES = "AMAZON.YesIntent"
NO = "AMAZON.NoIntent"


def handle_yes(turn: Turn, services: Services) -> Reply:
    """Do what was asked about."""
    if turn.pending == SEND_AGAIN:
        return send_again.handle(turn, services)
    if turn.pending == MORE:
        return read_replies.handle(turn, services)
    return Reply(turn.phrases["yes_to_what"])


def handle_no(turn: Turn, services: Services) -> Reply:
    """Leave it; after "Anything else?" a no is a goodbye."""
    del services
    if turn.pending == SEND_AGAIN:
        return Reply(turn.phrases["left_unsent"])
    if turn.pending == MORE:
        return Reply(turn.phrases["left_unread"])
    if turn.pending == MESSAGE:
        return Reply(turn.phrases["cancelled"])
    return Reply(turn.phrases["goodbye"], ends=True)
