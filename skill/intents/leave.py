""" "Stop", "cancel", "go home"."""

from mailbox.link import Link
from skill.linked import with_link
from skill.planning import JUST_SCHEDULED
from skill.services import Services
from skill.turn import CHANGE_SENT, EMOJI, UNSENT, WHICH_SCHEDULED, Reply, Turn
from skill.unscheduling import take_back, waiting

INTENTS = ("AMAZON.StopIntent", "AMAZON.NavigateHomeIntent")
CANCEL = "AMAZON.CancelIntent"


def handle_cancel(turn: Turn, services: Services) -> Reply:
    """Take back what the last answer scheduled, else leave."""
    ids = turn.attributes.get(JUST_SCHEDULED)
    if not ids:
        return handle(turn, services)
    return with_link(turn, services, lambda link: _unscheduled(set(ids), link, turn, services))


def _unscheduled(ids: set[str], link: Link, turn: Turn, services: Services) -> Reply:
    found = [each for each in waiting(link.link_id, services) if each.action_id in ids]
    return take_back(found, link, turn, services)


def handle(turn: Turn, services: Services) -> Reply:
    """End the session; where something was about to be sent, say that it was not."""
    del services
    phrases = turn.phrases
    if turn.pending == CHANGE_SENT:
        return Reply(phrases["nothing_changed"], ends=True)
    if turn.pending in {EMOJI, WHICH_SCHEDULED}:
        return Reply(phrases["left_as_it_is"], ends=True)
    return Reply(phrases["cancelled" if turn.pending in UNSENT else "goodbye"], ends=True)
