"""Calls to the local Slack that take simulated time, and what came of them."""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from benchmarks.delivery.simulation import Simulation
from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear
from bridge.slack.gateway import SlackGateway
from bridge.slack.time_left import TIMEOUT_SECONDS
from bridge.slack.verdicts import Act, judge

ROUND_TRIP = 0.1
"""Simulated seconds of a call that is answered; an assumption about a Slack across the network."""
POST = "chat.postMessage"
READ = "conversations.history"
_FOR_EVER = 600.0


@dataclass
class Calls:
    """How calls ended, counted by method: answered, limited, unclear, refused."""

    ended: Counter[tuple[str, str]] = field(default_factory=Counter)

    real_seconds: float = 0.0
    hung: int = 0
    """Calls whose connection Slack closed where it would have hung."""

    def one_hangs(self, _port: int) -> None:
        """Count a call that hangs; the local Slack tells of it and then closes the connection."""
        self.hung += 1

    @property
    def made(self) -> int:
        """All calls."""
        return self.ended.total()

    @property
    def unclear_posts(self) -> int:
        """Posts of which nobody knew what came of them: each has to be looked for once."""
        return self.ended[POST, "unclear"]

    @property
    def reads(self) -> int:
        """Conversations read back, or tried to."""
        return sum(count for (method, _), count in self.ended.items() if method != POST)

    @property
    def limited(self) -> int:
        """Calls that Slack refused because there were too many."""
        return sum(count for (_, how), count in self.ended.items() if how == "limited")


class TimedGateway(SlackGateway):
    """The bridge's gateway over real HTTP. A hang takes the real time-out in simulated time.

    No call is given up because this machine is slow: that would be one more fault.
    """

    def __init__(self, base_url: str, simulation: Simulation, calls: Calls) -> None:
        """Call this Slack, which tells `calls` of what hangs."""
        super().__init__(base_url, _FOR_EVER)
        self._simulation = simulation
        self._calls = calls

    def _call(self, method: str, token: str, **arguments: Any) -> dict[str, Any]:
        self._simulation.sleep(0)
        began, hung_before, how = time.perf_counter(), self._calls.hung, "answered"
        try:
            return super()._call(method, token, **arguments)
        except SlackLimited:
            how = "limited"
            raise
        except SlackUnclear:
            how = "unclear"
            raise
        except SlackRefused as refused:
            how = "unclear" if judge(refused.code).act is Act.READ_BACK else "refused"
            raise
        finally:
            took = time.perf_counter() - began
            self._calls.ended[method, how] += 1
            self._calls.real_seconds += took
            hung = self._calls.hung > hung_before
            self._simulation.sleep(TIMEOUT_SECONDS if hung else ROUND_TRIP)
