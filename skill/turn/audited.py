"""A line of the trail for what a turn did."""

from collections.abc import Iterable

from postbox.households.audit import Action, Audited
from postbox.store.errors import MailboxUnavailable
from skill.turn.context import Turn


def note(action: Action, of: Iterable[str], turn: Turn) -> None:
    """Note what was done, of which ids; where the table does not answer it is done all the same."""
    speaking = turn.speaking
    if speaking is None:
        return
    line = Audited(
        action,
        turn.timing.clock(),
        turn.request_id,
        speaking.account.account_id,
        turn.link_id,
        speaking.household,
        speaking.is_recognized,
        tuple(of),
    )
    try:
        turn.sharing.audit.note(line)
    except MailboxUnavailable:
        return
