"""Listing the names of a workspace, page by page, for as long as the time and Slack allow.

Slack limits users.list to 20 calls a minute and users.conversations to 50
(docs.slack.dev/apis/web-api/rate-limits); no time is spent waiting: the next run goes on.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear
from bridge.slack.gateway import SlackGateway
from bridge.slack.payloads.shapes import Page
from bridge.slack.time_left import TIMEOUT_SECONDS
from postbox.directory.entries import Conversation, Person
from postbox.directory.listing import Listing, ListingStep
from postbox.directory.stores.listings import Listings

LARGE_PAGE = 999
"""As many as Slack gives at once: 10,000 people then fit into one minute's calls."""
ADVISED_PAGE = 200
"""What Slack's docs advise; for a workspace that cannot make large pages in time."""
CALL_SECONDS = TIMEOUT_SECONDS + 11
"""What must be left of the Lambda's time before a page is asked for: the call, and what follows."""


@dataclass(frozen=True)
class NamesListing:
    """Goes on with listings."""

    slack: SlackGateway
    listings: Listings
    clock: Callable[[], float]

    def go_on(self, listing: Listing, token: str, time_left: Callable[[], float]) -> Listing:
        """Return the listing as far as it came; what it has is kept.

        Raises what bridge.slack.gateway raises; the next call then goes on from there.
        """
        if listing.not_before > self.clock():
            raise SlackLimited(int(listing.not_before - self.clock()) + 1)
        begun_again = False
        while not listing.is_complete and time_left() >= CALL_SECONDS:
            try:
                page = self._page(listing, token)
            except SlackRefused as refused:
                if refused.code != "invalid_cursor" or begun_again:
                    raise
                begun_again = True
                listing = self.listings.save(listing.from_the_first_page())
                continue
            listing = self.listings.keep_page(listing, page.entries, page.cursor, self.clock())
        return listing

    def _page(self, listing: Listing, token: str) -> Page[Person] | Page[Conversation]:
        ask = self.slack.people if listing.step is ListingStep.PEOPLE else self.slack.conversations
        try:
            page = ask(token, listing.cursor, listing.page_size)
        except SlackLimited as limited:
            until = self.clock() + limited.seconds
            self.listings.save(replace(listing, not_before=until))
            raise
        except SlackUnclear:
            if listing.page_size > ADVISED_PAGE:
                self.listings.save(replace(listing, page_size=ADVISED_PAGE))
            raise
        if page.cursor and page.cursor == listing.cursor:
            raise SlackRefused("invalid_cursor")
        return page
