"""Keeping a workspace's directory true: listed once a day, and with what Slack's events tell.

One run at a time works on it. Events are folded in without asking Slack; a listing replaces the
directory only when it is complete. What an event tells while a listing is under way is kept until
the listing is done, and then stands above its pages.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bridge.directory.bots import is_bot_id, with_names
from bridge.directory.folding import folded, settled, unlisted, update_of, wanted_ids
from bridge.directory.former_conversations import relisted
from bridge.directory.group_names import with_members
from bridge.directory.listing import LARGE_PAGE, NamesListing
from bridge.slack.gateway import SlackGateway
from postbox.directory.change import DirectoryChange
from postbox.directory.entries import Conversation, Directory
from postbox.directory.listing import Listing, ListingStep
from postbox.directory.names.spelling import channel_words
from postbox.directory.names.words import key
from postbox.directory.stores.changes import DirectoryChanges
from postbox.directory.stores.directories import Directories
from postbox.directory.stores.listings import Listings
from postbox.links.link import Link
from postbox.store.keys import DAY
from postbox.store.table import Table

LISTED_EVERY_SECONDS = DAY
SPARE_SECONDS = 5
STORING_SECONDS = 30
"""What must be left of the Lambda's time before a whole directory is stored: 50,000 people take
some 20 s. Else the next run does it, for all pages are kept."""


class Refreshed(NamedTuple):
    """What was done for a workspace's names."""

    did: str
    """In a word, for the log."""
    is_finished: bool = True
    """Whether nothing is left that the next run has to go on with at once."""


@dataclass(frozen=True)
class NamesRefresh:
    """Refreshes the directory of a link's workspace."""

    slack: SlackGateway
    listing: NamesListing
    listings: Listings
    directories: Directories
    changes: DirectoryChanges
    clock: Callable[[], float]

    @classmethod
    def of(cls, table: Table, slack: SlackGateway, clock: Callable[[], float]) -> "NamesRefresh":
        """Refresh what is in this table from this Slack."""
        listings = Listings(table)
        return cls(
            slack=slack,
            listing=NamesListing(slack, listings, clock),
            listings=listings,
            directories=Directories(table),
            changes=DirectoryChanges(table),
            clock=clock,
        )

    def refresh(
        self, link: Link, token: str, time_left: Callable[[], float], *, asked: bool = False
    ) -> Refreshed:
        """Do what there is to do; `asked` lists everything anew.

        Raises what bridge.slack.gateway raises; what was collected or folded until then stays.
        """
        if not self.listings.take_turn(link.team_id, self.clock()):
            return Refreshed("somebody else is at it")
        try:
            return self._refresh(link, token, time_left, asked=asked)
        finally:
            self.listings.end_turn(link.team_id)

    def conversations(self, team_id: str, name: str) -> Sequence[Conversation]:
        """Return which may be called so of those known so far, also while they are first listed."""
        found = self.directories.names(team_id).index.channels.get(key(channel_words(name)), ())
        listing = self.listings.get(team_id)
        if (
            listing is None
            or listing.conversations_as_of
            or listing.step is ListingStep.CONVERSATIONS
        ):
            return found
        return self.listings.conversations(listing)

    def _refresh(
        self, link: Link, token: str, time_left: Callable[[], float], *, asked: bool
    ) -> Refreshed:
        before, changes = self.listings.get(link.team_id), self.changes.of(link.team_id)
        done = self._renewed(link.team_id, time_left)
        if before and before.conversations_as_of and not self.directories.listed_at(link.team_id):
            before = None  # what was listed is not there any more
        if before is not None and before.people_as_of is not None:
            done = self._fold(before, changes, token, time_left) or done
        listing = self._wanted(before, link, changes, asked=asked)
        if listing is None:
            assert before is not None
            self._forget(settled(changes, before, self.clock()), time_left)
            return Refreshed(done or "nothing to do")
        if listing is not before:
            self.listings.save(listing)
        listing = self.listing.go_on(listing, token, time_left)
        if not listing.is_complete or time_left() < STORING_SECONDS:
            return Refreshed("listing", is_finished=False)
        self._replace(listing, anew=asked)
        return Refreshed("listed")

    def _wanted(
        self, last: Listing | None, link: Link, changes: Sequence[DirectoryChange], *, asked: bool
    ) -> Listing | None:
        """Return the listing to go on with, a new one, or None when there is no need of any."""
        now = self.clock()
        if last is None or last.user_id != link.user_id:
            return Listing(link.team_id, link.user_id, now, people_too=True, page_size=LARGE_PAGE)
        too_old = now - last.started_at > LISTED_EVERY_SECONDS
        if not last.is_complete or last.conversations_as_of != last.started_at:
            return self._anew(last, now, people_too=True) if asked or too_old else last
        since = last.people_as_of
        if asked or since is None or now - since > LISTED_EVERY_SECONDS:
            return self._anew(last, now, people_too=True)
        if unlisted(changes, last):
            return self._anew(last, now, people_too=False)
        return None

    def _anew(self, last: Listing, now: float, *, people_too: bool) -> Listing:
        return replace(
            Listing(last.team_id, last.user_id, now, people_too, LARGE_PAGE),
            people_as_of=last.people_as_of,
            conversations_as_of=last.conversations_as_of,
        )

    def _renewed(self, team_id: str, time_left: Callable[[], float]) -> str:
        """Store the directory anew where it is worn and there is time for it."""
        now = self.clock()
        if time_left() < STORING_SECONDS or not self.directories.is_worn(team_id, now):
            return ""
        self.directories.renew(team_id, now)
        return "renewed"

    def _fold(
        self,
        listing: Listing,
        changes: Sequence[DirectoryChange],
        token: str,
        time_left: Callable[[], float],
    ) -> str:
        """Put what was told into the directory; nothing but that is read and written."""
        names = self.directories.names(listing.team_id)
        names.index.fetch(wanted_ids(changes))
        changes = with_names(changes, names.directory.people, self.slack, token, time_left)
        update = update_of(names.directory, changes, listing)
        return "changed" if self.directories.update(listing.team_id, update, self.clock()) else ""

    def _replace(self, listing: Listing, *, anew: bool) -> None:
        """Put what was listed in the place of the directory, with what was told meanwhile."""
        before = self.directories.get(listing.team_id)
        if listing.conversations_as_of is None:
            # Of another speaker's channels nothing is kept.
            before = replace(before, conversations={}, former={})
        if listing.people_too:
            # Slack lists no integrations: they were asked for one by one.
            bots = [person for person in before.people.values() if is_bot_id(person.id)]
            listed = [*bots, *self.listings.people(listing)]
            before = replace(before, people=Directory.of(listed, ()).people)
        complete = replace(
            listing,
            people_as_of=listing.started_at if listing.people_too else listing.people_as_of,
            conversations_as_of=listing.started_at,
        )
        found = with_members(self.listings.conversations(listing), before, listing.user_id)
        after = relisted(before, found, listing.started_at)
        after = folded(after, self.changes.of(listing.team_id), complete)
        self.directories.save(listing.team_id, after, self.clock(), anew=anew)
        self.listings.save(complete)

    def _forget(self, changes: Sequence[DirectoryChange], time_left: Callable[[], float]) -> None:
        for change in changes:
            if time_left() < SPARE_SECONDS:
                return
            self.changes.drop(change)
