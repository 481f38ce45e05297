"""A conversation that gets another id, followed at once in what each link keeps of it.

The link knows the new id from then on: names that were taught, the default conversation and what
still waits in the queue go there. What was heard and seen under the old id is so under the new one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from postbox.directory.change import DirectoryChange
from postbox.inbox.stores.read_state_writes import Move
from postbox.inbox.stores.read_states import ReadStates
from postbox.links.link import Link
from postbox.links.stores.links import Links
from postbox.store.errors import ConditionFailed, MailboxUnavailable

TRIES = 4


@dataclass(frozen=True)
class Moves:
    """Follows conversations; everything raises MailboxUnavailable."""

    links: Links
    read_states: ReadStates

    def follow(self, change: DirectoryChange, links: Sequence[Link]) -> None:
        """Note the new id with each of these links; told again, nothing changes."""
        for link in links:
            self._copy_position(link, change.id, change.name)
            self._note(link, change.id, change.name)

    def _note(self, link: Link, before: str, after: str) -> None:
        known: Link | None = link
        for _ in range(TRIES):
            if known is None or (moved := known.with_moved(before, after)) is known:
                return
            try:
                self.links.save(known, moved)
            except ConditionFailed:
                known = self.links.get(link.link_id)
            else:
                return
        raise MailboxUnavailable("the link changes all the time")

    def _copy_position(self, link: Link, before: str, after: str) -> None:
        found = self.read_states.positions(link.link_id, link.team_id, [before, after])
        old, new = found[before], found[after]
        carried = replace(
            new,
            heard_until=max(old.heard_until, new.heard_until),
            seen_until=max(old.seen_until, new.seen_until),
            marked_until=max(old.marked_until, new.marked_until),
        )
        # Where somebody moves it meanwhile, the conversation was heard under its new id already.
        if carried != new:
            self.read_states.move(Move(new, carried))
