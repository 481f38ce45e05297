"""What remains of the promise: posts that Slack stores only after they were looked for.

A call to post ends unclear, and Slack stores the message all the same, so many seconds after the
call began. Where that is before the read-back, the message is found; else it is posted again, and
then stands there twice. Everything else is real: the skill, the queue, the post function.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from unittest.mock import patch

from benchmarks.tables import table
from bridge import post_lambda
from bridge.slack.errors import SlackUnclear
from bridge.slack.gateway import SlackGateway
from bridge.slack.time_left import TIMEOUT_SECONDS
from local.conversations.steps import Setting
from local.world.played import PlayedInProcess, world_for
from postbox.outbox.commands import SendMessage

WAYS = {"hangs": float(TIMEOUT_SECONDS), "answers 500 at once": 0.1}
"""How a call ends unclear, and after how many seconds."""
LATENESS = (1, 2, 3, 4, 6, 7, 8, 15, 60)
TEXTS = tuple(f"the lamp is {colour}" for colour in ("red", "green", "blue", "white", "black"))
SETTLED_SECONDS = 120


@dataclass
class LateSlack:
    """Stores the first post of each message so many seconds after its call began."""

    seconds: float
    call_seconds: float
    clock: Callable[[], float] = lambda: 0.0
    step: Callable[[float], None] = lambda _seconds: None
    _due: list[tuple[float, Callable[[], object]]] = field(default_factory=list)
    _begun: set[str] = field(default_factory=set)

    def is_first(self, message: SendMessage) -> bool:
        """Whether a message was not posted yet; from now on, it was."""
        is_new = message.id not in self._begun
        self._begun.add(message.id)
        return is_new

    def later(self, store: Callable[[], object]) -> None:
        """Have a call's message stored late, and let its time pass."""
        self._due.append((self.clock() + self.seconds, store))
        self.step(self.call_seconds)

    def catch_up(self) -> None:
        """Store what is due by now."""
        now = self.clock()
        due = [store for at, store in self._due if at <= now]
        self._due = [(at, store) for at, store in self._due if at > now]
        for store in due:
            store()


@contextmanager
def late_world(slack: LateSlack) -> Iterator[PlayedInProcess]:
    """Yield a world whose Slack stores late."""

    class Gateway(SlackGateway):
        def post(self, token: str, message: SendMessage) -> str:
            slack.catch_up()
            if not slack.is_first(message):
                return super().post(token, message)
            slack.later(lambda: SlackGateway.post(self, token, message))
            raise SlackUnclear("stored late")

        def find(self, token: str, message: SendMessage, since: float) -> str | None:
            slack.catch_up()
            return super().find(token, message, since)

    with patch.object(post_lambda, "SlackGateway", Gateway), world_for(Setting()) as world:
        slack.clock, slack.step = world.parts.clock, world.parts.clock.step
        yield world


def posted(seconds: float, way: str, texts: Sequence[str] = TEXTS) -> list[int]:
    """Return how often each of these messages stands in Slack in the end."""
    slack = LateSlack(seconds, WAYS[way])
    with late_world(slack) as world:
        for words in texts:
            world.say(f"tell slack to send {words}")
            world.advance(SETTLED_SECONDS)
        slack.catch_up()
        there = [post.text for post in world.posts("#general")]
    return [there.count(words) for words in texts]


def report() -> bool:
    """Print how many of some messages stand there twice. There is no limit to keep."""
    print(f"Posts that Slack stores late, {len(TEXTS)} of each: how many stand there twice")
    print("  In seconds from the beginning of a call that")
    rows = [[way, *(str(posted(seconds, way).count(2)) for seconds in LATENESS)] for way in WAYS]
    print(table(("", *(f"{seconds} s" for seconds in LATENESS)), rows))
    return True
