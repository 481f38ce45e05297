"""How far the listing of a workspace's names has come, so that the next run goes on from there.

The pages are kept compressed beside the progress, written together with it: a run that dies loses
no page and counts none twice.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from postbox.directory.entries import Conversation, Person
from postbox.directory.listing import Listing, ListingStep
from postbox.store import directory_keys as keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, delete, put
from postbox.store.keys import DAY
from postbox.store.table import Table

TURN_SECONDS = 90
"""Longer than the refresh function may run."""
Row = Sequence[Any]
_ROW_SIZES = {4, 5}
"""Of a conversation and of a person."""


class Listings:
    """The listings of all workspaces, one each."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def get(self, team_id: str) -> Listing | None:
        """Return a workspace's listing, under way or the last complete one."""
        item = self._table.get(keys.listing(team_id))
        return self._table.sift_one("Listing", partial(from_record, Listing), item)

    def save(self, listing: Listing) -> Listing:
        """Write how far a listing has come."""
        self._table.apply(put(_item(listing)))
        return listing

    def keep_page(
        self, listing: Listing, entries: Iterable[Person | Conversation], cursor: str, now: float
    ) -> Listing:
        """Store a page and that it is there; return the listing one page further."""
        key = keys.listing_page(listing.team_id, listing.started_at, listing.step, listing.pages)
        page = {**key, "data": _packed(entries), "expires_at": int(now) + 2 * DAY}
        further = listing.with_page(cursor)
        self._table.apply(put(page), put(_item(further)))
        return further

    def conversations(self, listing: Listing) -> list[Conversation]:
        """Return the conversations that a listing has collected, in Slack's order."""
        rows = self._rows(listing, ListingStep.CONVERSATIONS, listing.conversation_pages)
        return [Conversation(row[0], row[1], row[2], tuple(row[3])) for row in rows]

    def people(self, listing: Listing) -> list[Person]:
        """Return the people that a listing has collected."""
        return [
            Person(*row) for row in self._rows(listing, ListingStep.PEOPLE, listing.people_pages)
        ]

    def take_turn(self, team_id: str, now: float) -> bool:
        """Whether nobody else is at work on a workspace's names; from now on, the caller is."""
        until = {"until": now + TURN_SECONDS, "expires_at": int(now) + DAY}
        unreadable = "NOT attribute_type(#until, :number)"
        condition = f"attribute_not_exists(pk) OR {unreadable} OR #until < :now"
        values = {":now": now, ":number": "N"}
        try:
            self._table.apply(put({**keys.turn(team_id), **until}, condition, values))
        except ConditionFailed:
            return False
        return True

    def end_turn(self, team_id: str) -> None:
        """Let others work on the names."""
        self._table.apply(delete(keys.turn(team_id)))

    def _rows(self, listing: Listing, step: ListingStep, pages: int) -> Iterator[Row]:
        wanted = [
            keys.listing_page(listing.team_id, listing.started_at, step, page)
            for page in range(pages)
        ]
        items = sorted(self._table.get_many(wanted), key=lambda item: str(item["sk"]))
        for page in self._table.sift("ListingPage", _page, items):
            yield from page


def _page(item: Item) -> list[Row]:
    """Return the rows of a page; those that make no sense are left out."""
    rows = json.loads(gzip.decompress(bytes(item["data"])))
    return [row for row in rows if isinstance(row, list) and len(row) in _ROW_SIZES]


def _item(listing: Listing) -> Item:
    return {**keys.listing(listing.team_id), **to_record(listing)}


def _packed(entries: Iterable[Person | Conversation]) -> bytes:
    rows = [_row(entry) for entry in entries]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def _row(entry: Person | Conversation) -> Row:
    if isinstance(entry, Person):
        names = (entry.real_name, entry.display_name, entry.handle)
        return (entry.id, *names, entry.reachable)
    return (entry.id, entry.name, entry.kind, entry.with_users)
