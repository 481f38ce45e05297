"""What the refresh function does, in order; each step by itself, the net under everything first.

A step that fails keeps no other from being made: it is counted, and comes again in five minutes.
The names come last, for they take what time is left.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from bridge.links.refresh import LinkRefresh
from bridge.links.secrets import SecretError
from bridge.links.tokens import Tokens
from bridge.outbox.net import Net
from bridge.outbox.release import Release
from bridge.slack.errors import SlackError, SlackRefused
from postbox.frozen import Frozen
from postbox.links.default_place import default_place
from postbox.links.link import Link, LinkState
from postbox.links.stores.links import Links
from postbox.store.errors import Unreadable
from postbox.time_left import seconds_left

if TYPE_CHECKING:
    from bridge.backfill.repair import Repair
    from bridge.directory.refresh import NamesRefresh
    from postbox.inbox.stores.backfills import Backfills

T = TypeVar("T")


class Failed(Protocol):
    """Told of a step that failed for no reason that Slack gave."""

    def __call__(self, step: str, why: str) -> None:
        """The step of this name ended with an exception of this type."""


@dataclass
class Steps:
    """Steps that keep each other from nothing."""

    failed: Failed
    problem: str | None = None
    """Why Slack could not be asked last, or what failed."""

    def take(self, step: str, make: Callable[[], T]) -> T | None:
        """Return what came of a step, None where it could not be made."""
        try:
            return make()
        except SlackRefused as refused:
            self.problem = refused.code
        except (SlackError, SecretError) as error:
            self.problem = f"{type(error).__name__}: {error}"
        except Exception as error:  # noqa: BLE001 - one bad step stops no other
            self.problem = f"{step}: {type(error).__name__}"
            self.failed(step, type(error).__name__)
        return None


class Upkeep(Frozen):
    """Looks after one link, what waits for it, and its workspace's names."""

    link_id: str
    links: Links
    tokens: Tokens
    net: Net
    refresh: LinkRefresh
    release: Release
    repair: "Callable[[], Repair]"
    """Made when it is needed, as the names are: it is the largest part of the function."""
    backfills: "Callable[[], Backfills]"
    names: "Callable[[], NamesRefresh]"
    clock: Callable[[], float]
    failed: Failed

    def run(self, *, asked: bool) -> dict[str, Any]:
        """Take all steps and return a report of ids, counts and words; `asked`: a token is new."""
        steps = Steps(self.failed)
        given_up = steps.take("net", lambda: self.net.settle(self.link_id))
        before, was_broken = steps.take("link before", self._link_before) or (None, False)
        link = steps.take("link", lambda: self.refresh.refresh(is_new_token=asked)) or before
        report: dict[str, Any] = {"given_up": given_up or 0, "released": 0}
        is_active = link is not None and link.state is LinkState.ACTIVE
        if link is not None and is_active:
            released = steps.take("release", lambda: self.release.release(self.link_id))
            report["released"] = released or 0
            link = self._with_workspace(link, steps, report, asked=asked, was_broken=was_broken)
        return report | {
            "linked": is_active,
            "problem": steps.problem or (link.problem if link else "never linked"),
            "default_conversation_found": bool(link and default_place(link, {}).is_there),
        }

    def _link_before(self) -> tuple[Link | None, bool]:
        """Return the link as it stands, and whether events may have come while it was no good."""
        try:
            link = self.links.get(self.link_id)
        except Unreadable:
            return None, True
        return link, link is not None and link.state is LinkState.BROKEN

    def _with_workspace(
        self, link: Link, steps: Steps, report: dict[str, Any], *, asked: bool, was_broken: bool
    ) -> Link:
        """Fill gaps and list names while there is time; return the link with its default."""
        now = self.clock()
        if was_broken:
            steps.take("gaps", lambda: self.backfills().want(link.team_id, now))
        token = steps.take("token", lambda: self.tokens.of(self.link_id))
        if token is not None:
            report["filled"] = steps.take("repair", lambda: self._filled(link, token))
            names = steps.take(
                "names", lambda: self.names().refresh(link, token, seconds_left, asked=asked)
            )
            report["names"] = names.did if names else None
            report["is_finished"] = names is None or names.is_finished
        return steps.take("default", lambda: self._with_default(link)) or link

    def _filled(self, link: Link, token: str) -> str:
        from bridge.directory.refresh import STORING_SECONDS  # noqa: PLC0415

        # The repair leaves the names the time that they take.
        return self.repair().fill(link, token, lambda: seconds_left() - STORING_SECONDS)

    def _with_default(self, link: Link) -> Link:
        found = self.names().conversations(link.team_id, self.refresh.default_name)
        return self.refresh.with_default(link, found)
