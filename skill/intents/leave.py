""" "Stop", "cancel", "go home"."""

from skill.services import Services
from skill.turn import CHANGE_SENT, EMOJI, UNSENT, WHICH_SCHEDULED, Reply, Turn

INTENTS = ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")


def handle(turn: Turn, services: Services) -> Reply:
    """End the session; where something was about to be sent, say that it was not."""
    del services
    phrases = turn.phrases
    if turn.pending == CHANGE_SENT:
        return Reply(phrases["nothing_changed"], ends=True)
    if turn.pending in {EMOJI, WHICH_SCHEDULED}:
        return Reply(phrases["left_as_it_is"], ends=True)
    return Reply(phrases["cancelled" if turn.pending in UNSENT else "goodbye"], ends=True)
