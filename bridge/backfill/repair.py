"""The repair of gaps: the inbox compared with Slack, a bounded number of calls at a time.

Events get lost: in an outage of ours, while Slack has switched a subscription off, above Slack's
limits. A few conversations are compared in every run; where one of them lacked something, all of
them are, over as many runs as it takes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bridge.backfill.comparison import Comparer
from bridge.backfill.reconciliation import Reconciler
from bridge.backfill.run import RepairRun
from bridge.events.intake import Intake
from bridge.slack.errors import SlackLimited
from bridge.slack.gateway import SlackGateway
from postbox.directory.stores.directories import Directories
from postbox.inbox.message import START
from postbox.inbox.stores.activity import Activity
from postbox.inbox.stores.backfills import Backfills
from postbox.inbox.stores.followers import Followers
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.reactions import Reactions
from postbox.links.link import Link
from postbox.links.stores.links import Links
from postbox.store.table import Table

CALLS_IN_TURN, CALLS_WHEN_LOST, CALLS_WHEN_ASKED = 10, 30, 8
"""Slack allows 50 calls a minute of each method; reading back after a doubtful post needs some."""
MANY, CALLS_IN_TURN_OF_MANY = 1_000, 20
"""Of so many conversations more come round: 20,000 channels in 8 days; messages stay for 14."""
LIVELY, LIVELY_WHEN_LOST = 40, 500


@dataclass(frozen=True)
class Repair:
    """Fills the inbox of one link's workspace."""

    comparer: Comparer
    backfills: Backfills
    directories: Directories
    activity: Activity
    links: Links
    aside: Callable[[str, str], None]
    clock: Callable[[], float]

    @classmethod
    def of(cls, table: Table, slack: SlackGateway, clock: Callable[[], float]) -> "Repair":
        """Fill the inbox in this table from this Slack."""
        inbox = Inbox(table)
        comparer = Comparer(
            slack=slack,
            reconciler=Reconciler(Intake.into(table, clock), inbox, Reactions(table), table.aside),
            inbox=inbox,
            followers=Followers(table),
            clock=clock,
        )
        directories, activity = Directories(table), Activity(table)
        return cls(
            comparer, Backfills(table), directories, activity, Links(table), table.aside, clock
        )

    def fill(
        self, link: Link, token: str, time_left: Callable[[], float], *, asked: bool = False
    ) -> str:
        """Compare what is due, and say in a word what came of it; `asked` is by the speaker.

        Raises what bridge.slack.gateway raises, and MailboxUnavailable; what was found stays.
        """
        before = self.backfills.get(link.team_id)
        if before.not_before > self.clock():
            return "limited"
        run = RepairRun(
            link=link,
            links=self.links.sharing(link),
            token=token,
            comparer=self.comparer,
            aside=self.aside,
            backfills=self.backfills,
            conversations=self.directories.get(link.team_id).conversations,
            lively=self._lively(link.team_id, LIVELY_WHEN_LOST if before.is_wanted else LIVELY),
            time_left=time_left,
            backfill=before,
        )
        try:
            self._go(run, asked=asked)
        except SlackLimited as limited:
            run.was_limited(limited.seconds)
            raise
        finally:
            if run.backfill != before:
                self.backfills.save(before, run.backfill)
        return f"{run.missing} found" if run.missing else "nothing missing"

    def _go(self, run: RepairRun, *, asked: bool) -> None:
        if asked:
            run.go(CALLS_WHEN_ASKED)
            return
        if not run.backfill.is_wanted:
            is_large = sum(1 for _ in run.conversations) >= MANY
            run.go(CALLS_IN_TURN_OF_MANY if is_large else CALLS_IN_TURN)
        if run.backfill.is_wanted:
            run.go(CALLS_WHEN_LOST - run.calls)

    def _lively(self, team_id: str, most: int) -> list[str]:
        return [active.conversation_id for active in self.activity.since(team_id, START, most)]
