"""What an answer told is unheard again: nobody heard it, or the speaker wants it kept."""

from postbox.inbox.message import InboxMessage
from postbox.inbox.read_state import START, Answer, Position
from postbox.store.errors import MailboxUnavailable
from skill.reading import marking
from skill.reading.planning.course import Course
from skill.services import Services
from skill.turn.context import Turn


def take_back(answer: Answer, turn: Turn, services: Services) -> None:
    """Make unheard again what an answer used up, and unread in Slack; raises MailboxUnavailable.

    Slack's part is done as well as it can be.
    """
    first = _first_told(answer, services)
    marked = _marked(answer, first, services)
    services.read_states.take_back(answer)
    for part, (position, ts) in enumerate(marked):
        try:
            before = _before(position, ts, services)
            services.outbox.send(marking.unread(position, before, turn, part))
        except MailboxUnavailable:
            continue


def is_unspoken(answer: Answer, turn: Turn) -> bool:
    """Whether this session recorded an answer and, since an error came first, never said it.

    The session's attributes are those of the last answer that the device accepted, and know of
    every answer that was said.
    """
    if answer.taken_back or answer.session_id != turn.session_id:
        return False
    told = Course.of(turn.attributes).told
    return answer.request_id not in {each.request_id for each in told}


def _first_told(answer: Answer, services: Services) -> dict[str, InboxMessage]:
    """Return the first message that was told of each conversation itself, threads aside."""
    used = [used for used in answer.used if used.is_spoken]
    places = [(each.team_id, each.conversation_id, each.ts) for each in used]
    found = services.inbox.many(places)
    first: dict[str, InboxMessage] = {}
    for place in places:
        message = found.get(place)
        if message and not message.is_in_thread:
            known = first.get(message.conversation_id, message)
            first[message.conversation_id] = min(known, message, key=lambda each: each.ts)
    return first


def _marked(
    answer: Answer, first: dict[str, InboxMessage], services: Services
) -> list[tuple[Position, str]]:
    """Return the conversations of which Slack was told that the messages are read."""
    if not first:
        return []
    team_id = next(iter(first.values())).team_id
    positions = services.read_states.positions(answer.link_id, team_id, first)
    return [
        (positions[place], message.ts)
        for place, message in first.items()
        if positions[place].marked_until >= message.ts
    ]


def _before(position: Position, ts: str, services: Services) -> str:
    """Return the ts of the message before this one, in the same conversation."""
    place = position.team_id, position.conversation_id
    newest = services.inbox.newest(*place, 2, before=ts)
    return next((each.ts for each in newest if each.ts < ts), START)
