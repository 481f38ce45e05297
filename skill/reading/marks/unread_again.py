"""What an answer told is unheard again: nobody heard it, or the speaker wants it kept."""

from postbox.inbox.message import START, InboxMessage
from postbox.inbox.read_state import Answer, Position
from postbox.store.errors import MailboxUnavailable
from skill.reading.marks import marking
from skill.reading.planning.course import Course
from skill.turn.parts import Inbox, Outbox
from skill.turn.request import Request


def take_back(answer: Answer, request: Request, outbox: Outbox, inbox: Inbox) -> None:
    """Make unheard again what an answer used up, and unread in Slack; raises MailboxUnavailable.

    Slack's part is done as well as it can be.
    """
    first = _first_told(answer, inbox)
    marked = _marked(answer, first, inbox)
    inbox.read_states.take_back(answer)
    for part, (position, ts) in enumerate(marked):
        try:
            before = _before(position, ts, inbox)
            outbox.queue.send(marking.unread(position, before, request, part))
        except MailboxUnavailable:
            continue


def is_unspoken(answer: Answer, request: Request) -> bool:
    """Whether this session recorded an answer and, since an error came first, never said it.

    The session's attributes are those of the last answer that the device accepted, and know of
    every answer that was said.
    """
    if answer.taken_back or answer.session_id != request.session_id:
        return False
    told = Course.of(request.attributes).told
    return answer.request_id not in {telling.request_id for telling in told}


def _first_told(answer: Answer, inbox: Inbox) -> dict[str, InboxMessage]:
    """Return the first message that was told of each conversation itself, threads aside."""
    used = [used for used in answer.used if used.is_spoken]
    places = [(use.team_id, use.conversation_id, use.ts) for use in used]
    found = inbox.messages.many(places)
    first: dict[str, InboxMessage] = {}
    for place in places:
        message = found.get(place)
        if message and not message.is_in_thread:
            known = first.get(message.conversation_id, message)
            first[message.conversation_id] = min(known, message, key=lambda message: message.ts)
    return first


def _marked(
    answer: Answer, first: dict[str, InboxMessage], inbox: Inbox
) -> list[tuple[Position, str]]:
    """Return the conversations of which Slack was told that the messages are read."""
    if not first:
        return []
    team_id = next(iter(first.values())).team_id
    positions = inbox.read_states.positions(answer.link_id, team_id, first)
    return [
        (positions[place], message.ts)
        for place, message in first.items()
        if positions[place].marked_until >= message.ts
    ]


def _before(position: Position, ts: str, inbox: Inbox) -> str:
    """Return the ts of the message before this one, in the same conversation."""
    place = position.team_id, position.conversation_id
    newest = inbox.messages.newest(*place, 2, before=ts)
    return next((message.ts for message in newest if message.ts < ts), START)
