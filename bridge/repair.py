"""The repair of gaps: the inbox compared with Slack, a bounded number of calls at a time.

Events get lost: in an outage of ours, while Slack has switched a subscription off, above Slack's
limits. A few conversations are compared in every run; where one of them lacked something, all of
them are, over as many runs as it takes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bridge.comparing import Comparing, Found
from bridge.filling_plan import next_to_compare
from bridge.intake import Intake
from bridge.slack_gateway import SlackGateway
from bridge.slack_trouble import SlackLimited, SlackRefused
from mailbox.directories import Directories
from mailbox.directory import Conversation
from mailbox.filling import Compared
from mailbox.fillings import Fillings
from mailbox.followers import Followers
from mailbox.heads import Heads
from mailbox.hearing import START
from mailbox.inbox import Inbox
from mailbox.link import Link
from mailbox.reactions import Reactions
from mailbox.table import Table

PAGE, LIMITED_PAGE = 200, 15
"""An app that Slack limits gets 15 messages, whatever it asks for, and one call a minute."""
LIMITED_PAUSE_SECONDS = 61
CALL_SECONDS = 6
"""What must be left of the Lambda's time before a call is begun."""
CALLS_IN_TURN, CALLS_WHEN_LOST, CALLS_WHEN_ASKED = 6, 30, 8
"""Slack allows 50 calls a minute of each method; reading back after a doubtful post needs some."""
MOST_THREADS_IN_TURN, MOST_THREADS_WHEN_LOST = 2, 12
"""Of one page; those in which the speaker takes part come first."""
LIVELY = 40


@dataclass(frozen=True)
class Repair:
    """Fills the inbox of one link's workspace."""

    comparing: Comparing
    fillings: Fillings
    directories: Directories
    heads: Heads
    clock: Callable[[], float]

    @classmethod
    def of(cls, table: Table, slack: SlackGateway, clock: Callable[[], float]) -> "Repair":
        """Fill the inbox in this table from this Slack."""
        comparing = Comparing(
            slack=slack,
            intake=Intake.into(table, clock),
            inbox=Inbox(table),
            reactions=Reactions(table),
            followers=Followers(table),
            clock=clock,
        )
        return cls(comparing, Fillings(table), Directories(table), Heads(table), clock)

    def fill(
        self, link: Link, token: str, time_left: Callable[[], float], *, asked: bool = False
    ) -> str:
        """Compare what is due, and say in a word what came of it; `asked` is by the speaker.

        Raises what bridge.slack_gateway raises, and MailboxUnavailable; what was found stays.
        """
        run = _Run(self, link, token, time_left)
        if run.filling.not_before > self.clock():
            return "limited"
        try:
            return run.go(asked=asked)
        except SlackLimited as limited:
            run.pause(limited.seconds)
            raise
        finally:
            run.save()


class _Run:
    """One run: so many calls, and where they led."""

    def __init__(
        self, repair: Repair, link: Link, token: str, time_left: Callable[[], float]
    ) -> None:
        self._repair = repair
        self._link = link
        self._token = token
        self._time_left = time_left
        self._calls = 0
        self._missing = 0
        self.filling = repair.fillings.get(link.team_id)
        self._before = self.filling

    def go(self, *, asked: bool) -> str:
        repair, team_id = self._repair, self._link.team_id
        most = CALLS_WHEN_LOST if self.filling.is_wanted else CALLS_IN_TURN
        self._calls = 1 if self.filling.is_limited else CALLS_WHEN_ASKED if asked else most
        there = repair.directories.get(team_id).conversations
        lively = [each.conversation_id for each in repair.heads.since(team_id, START, LIVELY)]
        chosen = next_to_compare(self.filling, there, lively, self._calls)
        known = repair.fillings.compared(team_id, chosen)
        for conversation_id in chosen:
            if not self._may_call():
                break
            self._compare(known[conversation_id], there[conversation_id])
        if self.filling.is_wanted and not self._left(there, lively):
            self.filling = replace(self.filling, is_wanted=False, done=())
        return f"{self._missing} found" if self._missing else "nothing missing"

    def pause(self, seconds: int) -> None:
        self.filling = replace(self.filling, not_before=self._repair.clock() + seconds)

    def save(self) -> None:
        if self.filling != self._before:
            self._repair.fillings.save(self.filling)

    def _compare(self, compared: Compared, place: Conversation) -> None:
        since = compared.until
        while self._may_call():
            found = self._page(compared, place)
            compared = found.compared
            if found.missing and not self.filling.is_wanted:
                self.filling = replace(
                    self.filling, is_wanted=True, wanted_at=self._repair.clock(), done=()
                )
            if not self._threads(found, since, place):
                # Compared anew from where it was: no answer may be passed over.
                return
            self._repair.fillings.keep(compared, self._repair.clock())
            if found.is_done:
                done = (*self.filling.done, place.id) if self.filling.is_wanted else ()
                self.filling = replace(self.filling, done=done, turn=place.id)
                return

    def _page(self, compared: Compared, place: Conversation) -> Found:
        try:
            found = self._repair.comparing.page(compared, place, self._link, self._token, PAGE)
        except SlackRefused:
            # Archived, or left meanwhile: nothing of it can be heard; the round goes on.
            found = Found(replace(compared, left_from=None), 0, 0, has_more=False)
        self._counted(found)
        return found

    def _threads(self, found: Found, since: str, place: Conversation) -> bool:
        """Compare threads, and return whether all that are wanted were."""
        if self.filling.is_limited:
            return True
        comparing, wanted = self._repair.comparing, list(found.threads[:MOST_THREADS_IN_TURN])
        if self.filling.is_wanted:
            followed = comparing.followed(place, self._link)
            wanted = list(dict.fromkeys([*found.threads, *followed]))[:MOST_THREADS_WHEN_LOST]
        for thread_ts in wanted:
            if not self._may_call():
                return False
            try:
                answered = comparing.thread(thread_ts, since, place, self._link, self._token, PAGE)
            except SlackRefused:
                continue
            self._counted(answered)
        return True

    def _counted(self, found: Found) -> None:
        self._calls -= 1
        self._missing += found.missing
        if found.has_more and found.size == LIMITED_PAGE:
            self.filling = replace(self.filling, is_limited=True)
        if self.filling.is_limited:
            self._calls = 0
            self.pause(LIMITED_PAUSE_SECONDS)

    def _may_call(self) -> bool:
        return self._calls > 0 and self._time_left() >= CALL_SECONDS

    def _left(self, there: Mapping[str, Conversation], lively: list[str]) -> bool:
        return bool(next_to_compare(self.filling, there, lively, 1))
