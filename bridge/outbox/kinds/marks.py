"""Marking what was spoken as read in Slack, and learning what was read there."""

from collections.abc import Sequence

from bridge.outbox.calls import Calls
from bridge.outbox.kinds.handler import Confirmed, End, Failed, Handler
from bridge.outbox.kinds.mark_folding import Mark, folded, read_elsewhere
from bridge.outbox.services import OutboxServices
from postbox.inbox.message import START
from postbox.links.link import Link
from postbox.outbox.commands import MarkRead
from postbox.outbox.receipt import FailureReason, Receipt


class MarksHandler(Handler):
    """One attempt at all marks of one link and conversation that came together.

    Only where they end is told to Slack; done again, the mark stands where it was to stand.
    """

    def __init__(self, marks: Sequence[Mark], services: OutboxServices, calls: Calls) -> None:
        """Follow these, in order."""
        self._marks = marks
        self._services = services
        self._calls = calls
        self._slack = services.slack.actions
        self._place = marks[0].conversation_id

    def call(self, receipt: Receipt, link: Link) -> End:
        """Move Slack's mark, where it has to be moved."""
        del receipt
        last_read = self._calls.make(lambda token: self._slack.last_read(token, self._place))
        if last_read is None:
            return Failed(FailureReason.NOT_ALLOWED, "no mark there")
        if read_elsewhere(self._marks, last_read):
            self._see(self._marks[-1], link, last_read)
        target = folded(self._marks, self._read_in_effect(link, last_read))
        if target == last_read:
            return Confirmed("stands", ts=last_read)
        self._calls.make(lambda token: self._slack.mark(token, self._place, target))
        return Confirmed(ts=target)

    def _read_in_effect(self, link: Link, last_read: str) -> str:
        """Return where Slack's mark might as well stand.

        At `since`, if nobody else wrote in between: so it is where nothing came since the speaker
        read there last, before there was a link.
        """
        first = self._marks[0]
        since = first.since or START if isinstance(first, MarkRead) else START
        if since <= last_read:
            return last_read
        unread = self._calls.make(
            lambda token: self._slack.others_wrote(
                token, self._place, last_read, since, link.user_id
            )
        )
        return last_read if unread else since

    def _see(self, mark: Mark, link: Link, last_read: str) -> None:
        """Take note that the speaker read on elsewhere.

        Where Slack's mark stands at what Earshot told it, or at a post of the speaker's own,
        nothing was read.
        """
        if not isinstance(mark, MarkRead) or self._is_own(mark, link, last_read):
            return
        read_states, place = self._services.read_states(), self._place
        position = read_states.positions(link.link_id, link.team_id, [place])[place]
        if last_read > position.marked_until:
            read_states.see(position, last_read)

    def _is_own(self, mark: Mark, link: Link, last_read: str) -> bool:
        team_id, services = mark.team_id, self._services
        message = services.inbox().get(team_id, self._place, last_read)
        if message is not None and message.author_id == link.user_id:
            return True
        watch = services.watches.of(team_id, self._place, services.clock()).get(link.link_id)
        return watch is not None and last_read <= (watch.after_ts or "")
