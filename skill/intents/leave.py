""" "Stop", "cancel", "go home"."""

from skill.services import Services
from skill.turn import UNSENT, Reply, Turn

INTENTS = ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")


def handle(turn: Turn, services: Services) -> Reply:
    """End the session; where something was about to be sent, say that it was not."""
    del services
    unsent = turn.pending in UNSENT
    return Reply(turn.phrases["cancelled" if unsent else "goodbye"], ends=True)
