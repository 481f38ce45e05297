"""What Slack tells of people and conversations, kept for the refresh function in one write."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bridge.slack.payloads.directory_events import DirectoryEvent
from postbox.directory.stores.changes import DirectoryChanges
from postbox.links.stores.links import Links
from postbox.store.table import Table

REMEMBERED_SECONDS = 300
"""So long a workspace counts as linked without looking: in a large one, statuses change often."""


@dataclass(frozen=True)
class DirectoryIntake:
    """Keeps what concerns a link, and nothing of other workspaces."""

    changes: DirectoryChanges
    links: Links
    clock: Callable[[], float]
    _linked: dict[str, float] = field(default_factory=dict)

    @classmethod
    def into(cls, table: Table, links: Links, clock: Callable[[], float]) -> "DirectoryIntake":
        """Keep changes in this table."""
        return cls(DirectoryChanges(table), links, clock)

    def take(self, told: DirectoryEvent) -> str:
        """Keep a change, and say in a word what was done."""
        if not self._concerns(told):
            return "no link"
        self.changes.keep(told.change, self.clock())
        return f"kept for the names: {told.change.kind}"

    def _concerns(self, told: DirectoryEvent) -> bool:
        team_id, now = told.change.team_id, self.clock()
        if told.only_for is None and self._linked.get(team_id, now) > now:
            return True
        links = self.links.of_team(team_id)
        if links:
            self._linked[team_id] = now + REMEMBERED_SECONDS
        return any(told.only_for in {None, link.user_id} for link in links)
