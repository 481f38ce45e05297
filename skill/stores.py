"""What the skill keeps in the table, by stores; each is imported when a request first needs it.

A cold start would wait for all of them, and a request needs few.
"""
# ruff: noqa: PLC0415 - that is what this file is for

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from postbox.store.table import Table

if TYPE_CHECKING:
    from postbox.directory.stores.directories import Directories
    from postbox.inbox.stores.activity import Activity
    from postbox.inbox.stores.backfills import Backfills
    from postbox.inbox.stores.inbox import Inbox
    from postbox.inbox.stores.reactions import Reactions
    from postbox.inbox.stores.read_states import ReadStates
    from postbox.links.stores.aliases import Aliases
    from postbox.links.stores.links import Links
    from postbox.links.stores.preferences import Preferences
    from postbox.links.stores.quotas import SummaryQuota
    from postbox.links.stores.zones import Zones
    from postbox.outbox.notices import Notices
    from postbox.outbox.receipts import Receipts
    from postbox.outbox.schedules import Schedules

Store = TypeVar("Store")


@dataclass(frozen=True, kw_only=True)
class Stores:
    """The stores of one table; each is made once and kept, for some remember what they read."""

    table: Table
    made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def _once(self, store: Callable[[Table], Store]) -> Store:
        if store not in self.made:
            self.made[store] = store(self.table)
        found: Store = self.made[store]
        return found

    @property
    def receipts(self) -> "Receipts":
        """What became of what was said."""
        from postbox.outbox.receipts import Receipts

        return self._once(Receipts)

    @property
    def inbox(self) -> "Inbox":
        """What came from Slack."""
        from postbox.inbox.stores.inbox import Inbox

        return self._once(Inbox)

    @property
    def read_states(self) -> "ReadStates":
        """What was heard."""
        from postbox.inbox.stores.read_states import ReadStates

        return self._once(ReadStates)

    @property
    def activity(self) -> "Activity":
        """Where something happened lately."""
        from postbox.inbox.stores.activity import Activity

        return self._once(Activity)

    @property
    def backfills(self) -> "Backfills":
        """What of Slack was compared."""
        from postbox.inbox.stores.backfills import Backfills

        return self._once(Backfills)

    @property
    def reactions(self) -> "Reactions":
        """Who reacted to messages."""
        from postbox.inbox.stores.reactions import Reactions

        return self._once(Reactions)

    @property
    def schedules(self) -> "Schedules":
        """What Slack is to post later."""
        from postbox.outbox.schedules import Schedules

        return self._once(Schedules)

    @property
    def links(self) -> "Links":
        """Who is linked to Slack."""
        from postbox.links.stores.links import Links

        return self._once(Links)

    @property
    def notices(self) -> "Notices":
        """Bad news that waits to be spoken."""
        from postbox.outbox.notices import Notices

        return self._once(Notices)

    @property
    def directories(self) -> "Directories":
        """The names of workspaces."""
        from postbox.directory.stores.directories import Directories

        return self._once(Directories)

    @property
    def aliases(self) -> "Aliases":
        """Names that were taught."""
        from postbox.links.stores.aliases import Aliases

        return self._once(Aliases)

    @property
    def zones(self) -> "Zones":
        """Where in time an Echo stands."""
        from postbox.links.stores.zones import Zones

        return self._once(Zones)

    @property
    def preferences(self) -> "Preferences":
        """What speakers chose."""
        from postbox.links.stores.preferences import Preferences

        return self._once(Preferences)

    @property
    def summaries(self) -> "SummaryQuota":
        """How many summaries were made."""
        from postbox.links.stores.quotas import SummaryQuota

        return self._once(SummaryQuota)
