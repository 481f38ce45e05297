"""What Slack tells of people and conversations, kept for the refresh function in one write."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bridge.events.moves import Moves
from bridge.slack.payloads.directory_events import DirectoryEvent
from postbox.directory.change import ChangeKind
from postbox.directory.stores.changes import DirectoryChanges
from postbox.inbox.stores.read_states import ReadStates
from postbox.links.stores.links import Links
from postbox.store.table import Table

REMEMBERED_SECONDS = 300
"""So long a workspace counts as linked without looking: in a large one, statuses change often."""


@dataclass(frozen=True)
class DirectoryIntake:
    """Keeps what concerns a link, and nothing of other workspaces."""

    changes: DirectoryChanges
    links: Links
    moves: Moves
    clock: Callable[[], float]
    _linked: dict[str, float] = field(default_factory=dict)

    @classmethod
    def into(cls, table: Table, links: Links, clock: Callable[[], float]) -> "DirectoryIntake":
        """Keep changes in this table."""
        return cls(DirectoryChanges(table), links, Moves(links, ReadStates(table)), clock)

    def take(self, told: DirectoryEvent) -> str:
        """Keep a change, and say in a word what was done."""
        if told.change.kind is ChangeKind.MOVED:
            self.moves.follow(told.change, self.links.of_team(told.change.team_id))
        mailboxes = self._concerned(told)
        if not mailboxes:
            return "no link"
        for mailbox in mailboxes:
            self.changes.keep(replace(told.change, team_id=mailbox), self.clock())
        return f"kept for the names: {told.change.kind}"

    def _concerned(self, told: DirectoryEvent) -> set[str]:
        """Return under what the names of those are kept whom the change concerns."""
        team_id, now = told.change.team_id, self.clock()
        if told.only_for is None and self._linked.get(team_id, now) > now:
            return {team_id}
        links = self.links.of_team(team_id)
        if links and not any(link.is_own_mailbox for link in links):
            self._linked[team_id] = now + REMEMBERED_SECONDS
        return {link.team_id for link in links if told.only_for in {None, link.user_id}}
