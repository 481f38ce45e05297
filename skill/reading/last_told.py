"""What was told last: what "reply", "who was that" and the like are about."""

from postbox.inbox.message import InboxMessage
from postbox.inbox.stores.read_states import told_by
from postbox.links.link import Link
from skill.reading.planning.course import Course
from skill.services import Services
from skill.turn.context import Turn


def last_told(turn: Turn, link: Link, services: Services) -> list[InboxMessage]:
    """Return the messages of the answer that was said last, as they stand now, in that order.

    In this session, else in the one before; raises MailboxUnavailable.
    """
    places = _places(turn, link, services)
    found = services.inbox.many(places) if places else {}
    return [found[place] for place in places if place in found]


def _places(turn: Turn, link: Link, services: Services) -> list[tuple[str, str, str]]:
    told = Course.of(turn.attributes).last
    if told:
        return [(link.team_id, *place) for place in told.places]
    last = services.read_states.last_answer(link.link_id)
    if last is None or last.taken_back:
        return []
    return [(used.team_id, used.conversation_id, used.ts) for used in told_by(last)]
