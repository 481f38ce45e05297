""" "Reply, thanks": to where the message came from that was read last, in its thread."""

from postbox.inbox.message import InboxMessage
from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated, with_composer
from skill.reading.last_told import last_told
from skill.reading.planning.spoken_names import SpokenNames
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.names.candidate import EXACT, Candidate, Kind

INTENT = "ReplyIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Answer what was read last; where several conversations were read, read it back first."""
    return with_composer(turn, services, _handle)


def _handle(composer: Composer) -> Reply:
    messages = last_told(composer.turn, composer.link, composer.services)
    if not messages:
        return Reply(composer.turn.phrases["nothing_to_reply_to"])
    places = {(each.conversation_id, each.thread_ts) for each in messages}
    draft = Draft(
        text=dictated(composer.turn.slots.get(SLOT, ""), composer),
        to=(_whence(messages[-1], composer),),
        thread_ts=messages[-1].thread_ts or "",
        is_doubtful=len(places) > 1,
    )
    return proceed(draft, composer)


def _whence(message: InboxMessage, composer: Composer) -> Candidate:
    """Return the conversation of a message; a direct message by the person who wrote it."""
    if message.kind == "im":
        person = composer.book.directory.people.get(message.author_id)
        name = person.full_name if person else composer.turn.phrases.plain("unknown_author")
        return Candidate(message.author_id, name, Kind.PERSON, EXACT, "reply")
    spoken = SpokenNames(composer.book.names).conversation(message.conversation_id)
    name = spoken or composer.turn.phrases.plain("unknown_place")
    return Candidate(message.conversation_id, name, Kind.CHANNEL, EXACT, "reply")
