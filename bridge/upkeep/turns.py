"""Several people's links, looked after in turn: as many in a run as there is time for.

Who waited longest comes first, so that no link waits for ever however many there are. A link whose
work was begun and not finished is first in the next run.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from bridge.upkeep.steps import Failed, Upkeep
from postbox.links.stores.due import DueLinks, Turn
from postbox.links.stores.links import Links
from postbox.store.errors import Unreadable
from postbox.time_left import seconds_left

EVERY_SECONDS = 300.0
MOST_IN_A_RUN = 200
LEAST_SECONDS = 10.0
"""What must be left of a run's time before another link is begun."""


class LookAfter(Protocol):
    """Makes the upkeep of a link."""

    def __call__(self, link_id: str) -> Upkeep:
        """Return it."""


@dataclass(frozen=True)
class Turns:
    """Looks after links in turn; everything raises MailboxUnavailable."""

    due: DueLinks
    links: Links
    upkeep_of: LookAfter
    clock: Callable[[], float]
    failed: Failed

    def run(self) -> dict[str, Any]:
        """Take turns while there is time; return a report of counts."""
        done = problems = 0
        for turn in self.due.due(self.clock(), MOST_IN_A_RUN):
            if seconds_left() < LEAST_SECONDS:
                break
            claimed = self.due.claim(turn, self.clock())
            if claimed is None:
                continue
            done += 1
            problems += self._take(claimed)
        waiting = len(self.due.due(self.clock(), MOST_IN_A_RUN))
        return {"links": done, "problems": problems, "waiting": waiting, "problem": None}

    def _take(self, turn: Turn) -> bool:
        """Look after a link; whether there was a problem."""
        until, problem = self.clock() + EVERY_SECONDS, True
        try:
            if self._is_gone(turn.link_id):
                self.due.end(turn)
                return False
            report = self.upkeep_of(turn.link_id).run(asked=False)
            problem = report["problem"] is not None
            if not report.get("is_finished", True):
                until = self.clock()
        except Exception as error:  # noqa: BLE001 - one bad link keeps no other from its turn
            self.failed("link", type(error).__name__)
        self.due.put_off(turn, until)
        return problem

    def _is_gone(self, link_id: str) -> bool:
        try:
            return self.links.get(link_id) is None
        except Unreadable:
            return False
