"""The end of a session that was not ours to end."""

from postbox.store.errors import MailboxUnavailable
from skill.reading.marks.unread_again import is_unspoken, take_back as take_back_answer
from skill.turn.context import Turn


def take_back(turn: Turn) -> None:
    """Count as unheard and untold what a device refused to speak.

    Whatever the session recorded and its attributes do not know of was not spoken.
    """
    accepted = turn.attributes.get("request_id")
    try:
        last = turn.inbox.read_states.last_answer(turn.link_id)
        if last and is_unspoken(last, turn):
            take_back_answer(last, turn, turn.outbox, turn.inbox)
        turn.outbox.notices.take_back(turn.link_id, turn.session_id, accepted)
    except MailboxUnavailable:
        return
