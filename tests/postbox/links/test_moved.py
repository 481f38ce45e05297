"""A conversation's id that changes is followed by everything that a link keeps."""

from dataclasses import replace

from postbox.links.default_place import CHOSEN, default_place
from postbox.links.link import MOST_MOVED, Link, LinkState
from postbox.store.codec import from_record, to_record

LINK = Link("personal", "T1", "U1", "Giselle", LinkState.ACTIVE, "C1", "general")


def test_an_id_leads_to_the_one_that_its_conversation_has_now():
    link = LINK.with_moved("C1", "C2").with_moved("C2", "C3")
    assert [link.place_now(place) for place in ("C1", "C2", "C3", "C9")] == ["C3", "C3", "C3", "C9"]
    assert link.default_conversation_id == "C3"
    assert from_record(Link, to_record(link)) == link


def test_what_was_told_before_changes_nothing():
    link = LINK.with_moved("C1", "C2")
    assert link.with_moved("C1", "C2") is link
    assert LINK.with_moved("C1", "C1") is LINK


def test_the_newest_are_remembered():
    link = LINK
    for number in range(MOST_MOVED + 5):
        link = link.with_moved(f"C{number}", f"D{number}")
    assert len(link.moved) == MOST_MOVED
    assert link.place_now(f"C{MOST_MOVED + 4}") == f"D{MOST_MOVED + 4}"


def test_a_default_chosen_by_voice_goes_along():
    moved = replace(LINK, moved=("C5 C6",))
    assert default_place(moved, {CHOSEN: "C5 design"}).id == "C6"
    assert default_place(moved, {CHOSEN: "C7 sales"}).id == "C7"
