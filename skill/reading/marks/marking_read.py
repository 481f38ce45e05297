""" "Mark all as read": nothing up to now is unheard any more, and Slack is told."""

from postbox.inbox.message import ts_at
from postbox.store.errors import MailboxUnavailable
from skill.reading.marks import marking
from skill.reading.planning.scope import Of, Scope
from skill.reading.planning.unheard import Known, passed
from skill.reading.reader import Reader, TellingReader
from skill.reading.unread.scan import Scan
from skill.speech.said import say
from skill.turn.reply import Reply

MOST_MARKED = 25
"""So many conversations are marked in Slack at a time, those with what deserves attention first."""


def mark_read(scope: Scope, reader: TellingReader) -> Reply:
    """Take everything, or one conversation, as read; of a person that is the direct messages."""
    everything = scope.of is Of.NEW
    places = [] if everything else _places(scope, reader)
    if not everything and not places:
        return Reply(say("nothing_new_from", name=scope.name))
    scan = reader.scan(everywhere=everything, also=places)
    now = ts_at(reader.timing.clock())
    if everything:
        reader.inbox.read_states.see(scan.everywhere, now)
        wanted = scan.candidates
    else:
        for place in places:
            _see(scan.known(place), now, reader)
        wanted = places
    marked = [
        _mark(unheard, part, scan, reader) for part, unheard in enumerate(wanted[:MOST_MARKED])
    ]
    remember = reader.course.closed.plain()
    if not all(marked):
        return Reply(say("read_but_not_in_slack"), remember=remember)
    if len(wanted) > MOST_MARKED:
        return Reply(say("read_and_partly_in_slack"), remember=remember)
    if everything:
        return Reply(say("all_is_read"), remember=remember)
    return Reply(say("one_is_read", name=scope.name), remember=remember)


def _places(scope: Scope, reader: Reader) -> list[str]:
    if scope.of is Of.CONVERSATION:
        return [scope.id]
    return reader.direct(scope.id)


def _see(known: Known, now: str, reader: Reader) -> None:
    """Take a conversation as read, with the answers in its threads."""
    read_states = reader.inbox.read_states
    read_states.see(known.position, now)
    read_states.pass_over(reader.link.link_id, [passed(known, ts) for ts in known.called()])


def _mark(conversation_id: str, part: int, scan: Scan, reader: TellingReader) -> bool:
    """Let Slack mark a conversation; False where the queue did not take it."""
    link = reader.link
    try:
        newest = reader.inbox.messages.newest(link.team_id, conversation_id, 1)
        if not newest:
            return True
        position = scan.known(conversation_id).position
        reader.outbox.queue.send(marking.read(position, newest[0].ts, reader.request, part))
    except MailboxUnavailable:
        return False
    return True
