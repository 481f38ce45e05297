""" "Stop", "cancel", "go home", where no question is open."""

from postbox.links.link import Link
from skill.outbox.scheduling import JUST_SCHEDULED
from skill.outbox.unscheduling import take_back, waiting
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.linked import with_link
from skill.turn.reply import Reply

CANCEL = "AMAZON.CancelIntent"
NEVER_MIND = "NeverMindIntent"
"""The same with more words behind it."""
REST = "rest"


def handle(turn: Turn, services: Services) -> Reply:
    """End the session."""
    del turn, services
    return Reply(say("goodbye"), ends=True)


def handle_cancel(turn: Turn, services: Services) -> Reply:
    """Take back what the last answer scheduled, else leave."""
    ids = turn.attributes.get(JUST_SCHEDULED)
    if not ids:
        return handle(turn, services)
    return with_link(turn, services, lambda link: _unscheduled(set(ids), link, turn, services))


def _unscheduled(ids: set[str], link: Link, turn: Turn, services: Services) -> Reply:
    found = [each for each in waiting(link.link_id, services) if each.command_id in ids]
    return take_back(found, link, turn, services)
