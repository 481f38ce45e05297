"""A line of the trail for what a turn did."""

from collections.abc import Iterable

from postbox.households.audit import Action, Audited
from postbox.store.errors import MailboxUnavailable
from skill.turn.parts import Sharing
from skill.turn.request import Request
from skill.turn.timing import Timing


def note(
    action: Action, of: Iterable[str], request: Request, sharing: Sharing, timing: Timing
) -> None:
    """Note what was done, of which ids; where the table does not answer it is done all the same."""
    speaking = request.speaking
    if speaking is None:
        return
    line = Audited(
        action,
        timing.clock(),
        request.request_id,
        speaking.account.account_id,
        request.link_id,
        speaking.household,
        speaking.is_recognized,
        tuple(of),
    )
    try:
        sharing.audit.note(line)
    except MailboxUnavailable:
        return
