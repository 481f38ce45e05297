""" "Reply, thanks": to where the message came from that was read last, in its thread."""

from postbox.inbox.message import InboxMessage
from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated, with_desk
from skill.listening.last_told import last_told
from skill.reading.names import SpokenNames
from skill.services import Services
from skill.turn import Reply, Turn
from skill.understanding.names.candidate import EXACT, Candidate, Kind

INTENT = "ReplyIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Answer what was read last; where several conversations were read, read it back first."""
    return with_desk(turn, services, _handle)


def _handle(desk: Desk) -> Reply:
    messages = last_told(desk.turn, desk.link, desk.services)
    if not messages:
        return Reply(desk.turn.phrases["nothing_to_reply_to"])
    places = {(each.conversation_id, each.thread_ts) for each in messages}
    draft = Draft(
        text=dictated(desk.turn.slots.get(SLOT, ""), desk),
        to=(_whence(messages[-1], desk),),
        thread_ts=messages[-1].thread_ts or "",
        is_doubtful=len(places) > 1,
    )
    return proceed(draft, desk)


def _whence(message: InboxMessage, desk: Desk) -> Candidate:
    """Return the conversation of a message; a direct message by the person who wrote it."""
    if message.kind == "im":
        person = desk.book.directory.people.get(message.author_id)
        name = person.full_name if person else desk.turn.phrases.plain("unknown_author")
        return Candidate(message.author_id, name, Kind.PERSON, EXACT, "reply")
    spoken = SpokenNames(desk.book.names).conversation(message.conversation_id)
    name = spoken or desk.turn.phrases.plain("unknown_place")
    return Candidate(message.conversation_id, name, Kind.CHANNEL, EXACT, "reply")
