"""The repair of gaps: the inbox compared with Slack, a bounded number of calls at a time.

Events get lost: in an outage of ours, while Slack has switched a subscription off, above Slack's
limits. A few conversations are compared in every run; where one of them lacked something, all of
them are, over as many runs as it takes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bridge.comparing import Comparing
from bridge.intake import Intake
from bridge.reconciling import Reconciling
from bridge.repair_run import RepairRun
from bridge.slack_gateway import SlackGateway
from bridge.slack_trouble import SlackLimited
from mailbox.directories import Directories
from mailbox.fillings import Fillings
from mailbox.followers import Followers
from mailbox.heads import Heads
from mailbox.hearing import START
from mailbox.inbox import Inbox
from mailbox.link import Link
from mailbox.links import Links
from mailbox.reactions import Reactions
from mailbox.table import Table

CALLS_IN_TURN, CALLS_WHEN_LOST, CALLS_WHEN_ASKED = 10, 30, 8
"""Slack allows 50 calls a minute of each method; reading back after a doubtful post needs some."""
LIVELY = 40


@dataclass(frozen=True)
class Repair:
    """Fills the inbox of one link's workspace."""

    comparing: Comparing
    fillings: Fillings
    directories: Directories
    heads: Heads
    links: Links
    aside: Callable[[str, str], None]
    clock: Callable[[], float]

    @classmethod
    def of(cls, table: Table, slack: SlackGateway, clock: Callable[[], float]) -> "Repair":
        """Fill the inbox in this table from this Slack."""
        inbox = Inbox(table)
        comparing = Comparing(
            slack=slack,
            reconciling=Reconciling(
                Intake.into(table, clock), inbox, Reactions(table), table.aside
            ),
            inbox=inbox,
            followers=Followers(table),
            clock=clock,
        )
        directories, heads = Directories(table), Heads(table)
        return cls(comparing, Fillings(table), directories, heads, Links(table), table.aside, clock)

    def fill(
        self, link: Link, token: str, time_left: Callable[[], float], *, asked: bool = False
    ) -> str:
        """Compare what is due, and say in a word what came of it; `asked` is by the speaker.

        Raises what bridge.slack_gateway raises, and MailboxUnavailable; what was found stays.
        """
        before = self.fillings.get(link.team_id)
        if before.not_before > self.clock():
            return "limited"
        run = RepairRun(
            link=link,
            links=self.links.of_team(link.team_id),
            token=token,
            comparing=self.comparing,
            aside=self.aside,
            fillings=self.fillings,
            conversations=self.directories.get(link.team_id).conversations,
            lively=self._lively(link.team_id),
            time_left=time_left,
            filling=before,
        )
        try:
            self._go(run, asked=asked)
        except SlackLimited as limited:
            run.was_limited(limited.seconds)
            raise
        finally:
            if run.filling != before:
                self.fillings.save(before, run.filling)
        return f"{run.missing} found" if run.missing else "nothing missing"

    def _go(self, run: RepairRun, *, asked: bool) -> None:
        if asked:
            run.go(CALLS_WHEN_ASKED)
            return
        if not run.filling.is_wanted:
            run.go(CALLS_IN_TURN)
        if run.filling.is_wanted:
            run.go(CALLS_WHEN_LOST - run.calls)

    def _lively(self, team_id: str) -> list[str]:
        return [each.conversation_id for each in self.heads.since(team_id, START, LIVELY)]
