"""Changes and listings as the table keeps them: the newest of each, and no page lost or doubled."""

from dataclasses import replace

import pytest

from postbox.directory.change import ChangeKind, DirectoryChange
from postbox.directory.entries import Conversation, Person
from postbox.directory.listing import Listing, ListingStep
from postbox.directory.stores.changes import DirectoryChanges
from postbox.directory.stores.listings import TURN_SECONDS, Listings
from postbox.store.table import Table

NOW = 1_790_000_000.0
GENERAL = Conversation("C1", "general", "channel")
DIRECT = Conversation("D1", "", "im", ("U2",))
ANA = Person("U2", "Ana Lima", "ana l", "ana", reachable=False)


@pytest.fixture
def changes(table: Table) -> DirectoryChanges:
    return DirectoryChanges(table)


@pytest.fixture
def listings(table: Table) -> Listings:
    return Listings(table)


def change(kind: ChangeKind, at: float, event_id: str = "Ev1", **facts) -> DirectoryChange:
    return DirectoryChange("T1", "C1", kind, at, event_id, **facts)


def test_of_each_side_of_a_thing_the_newest_change_is_kept(changes: DirectoryChanges):
    renamed = change(ChangeKind.NAME, NOW, name="main")
    gone, back = change(ChangeKind.GONE, NOW + 1), change(ChangeKind.UNKNOWN, NOW + 2)
    for news in (back, gone, renamed, change(ChangeKind.NAME, NOW - 1, name="old")):
        changes.keep(news, NOW)
    assert changes.of("T1") == [renamed, back]
    assert changes.of("T2") == []


def test_a_person_is_kept_with_all_that_was_told(changes):
    told = DirectoryChange(
        "T1", "U2", ChangeKind.PERSON, NOW + 0.123456, "Ev9", "ana", "Ana", "a", reachable=False
    )
    changes.keep(told, NOW)
    assert changes.of("T1") == [told]


def test_a_change_that_another_one_replaced_meanwhile_is_not_dropped(changes):
    first, second = change(ChangeKind.GONE, NOW), change(ChangeKind.UNKNOWN, NOW, "Ev2")
    changes.keep(first, NOW)
    (read,) = changes.of("T1")
    changes.keep(second, NOW)
    changes.drop(read)
    assert changes.of("T1") == [second]
    changes.drop(second)
    changes.drop(second)
    assert changes.of("T1") == []


@pytest.fixture
def begun() -> Listing:
    return Listing("T1", "U1", NOW, people_too=True, page_size=999)


def test_a_listing_comes_back_as_far_as_it_came(listings: Listings, begun: Listing):
    assert listings.get("T1") is None
    listing = listings.save(replace(begun, people_as_of=NOW - 5.5))
    listing = listings.keep_page(listing, [GENERAL], "next", NOW)
    assert listings.get("T1") == listing
    assert (listing.step, listing.cursor, listing.pages) == (ListingStep.CONVERSATIONS, "next", 1)
    listing = listings.keep_page(listing, [DIRECT], "", NOW)
    assert (listing.step, listing.cursor, listing.pages) == (ListingStep.PEOPLE, "", 0)
    listing = listings.keep_page(listing, [], "more", NOW)
    listing = listings.keep_page(listing, [ANA], "", NOW)
    assert listing.is_complete
    assert listings.get("T1") == listing
    assert listings.conversations(listing) == [GENERAL, DIRECT]
    assert listings.people(listing) == [ANA]


def test_conversations_alone_can_be_listed(listings, begun):
    listing = listings.keep_page(replace(begun, people_too=False), [GENERAL], "", NOW)
    assert listing.is_complete


def test_a_step_begun_again_counts_its_pages_anew(listings, begun):
    listing = listings.keep_page(begun, [DIRECT], "", NOW)
    listing = listings.keep_page(listing, [ANA, ANA], "next", NOW)
    again = listing.from_the_first_page()
    assert (again.step, again.cursor, again.pages) == (ListingStep.PEOPLE, "", 0)
    listing = listings.keep_page(again, [ANA], "", NOW)
    assert listings.people(listing) == [ANA]
    assert listings.conversations(listing) == [DIRECT]


def test_hundreds_of_pages_are_read_in_order(listings, begun):
    listing = begun
    for number in range(230):
        page = [Conversation(f"C{number:04d}", f"channel-{number}", "channel")]
        listing = listings.keep_page(listing, page, "next", NOW)
    found = listings.conversations(listing)
    assert [conversation.id for conversation in found] == [
        f"C{number:04d}" for number in range(230)
    ]


def test_one_at_a_time_has_its_turn(listings):
    assert listings.take_turn("T1", NOW)
    assert not listings.take_turn("T1", NOW + TURN_SECONDS)
    assert listings.take_turn("T2", NOW)
    listings.end_turn("T1")
    assert listings.take_turn("T1", NOW)


def test_who_died_over_a_turn_loses_it(listings):
    assert listings.take_turn("T1", NOW)
    assert listings.take_turn("T1", NOW + TURN_SECONDS + 1)
