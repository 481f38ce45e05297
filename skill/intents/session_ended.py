"""The end of a session that was not ours to end."""

from mailbox.errors import MailboxUnavailable
from skill.services import Services
from skill.turn import Turn


def take_back(turn: Turn, services: Services) -> None:
    """Count as unheard and untold what a device refused to speak.

    The session's attributes are those of the last answer that the device accepted, so whatever a
    later request of the session recorded was not spoken.
    """
    accepted = turn.attributes.get("request_id")
    try:
        last = services.hearings.last_answer(turn.link_id)
        if last and last.session_id == turn.session_id and last.request_id != accepted:
            services.hearings.take_back(last)
        services.notices.take_back(turn.link_id, turn.session_id, accepted)
    except MailboxUnavailable:
        return
