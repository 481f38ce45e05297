"""Events and listings, in any order: what is newest stands."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from bridge.directory.folding import (
    CLOCK_SKEW_SECONDS,
    STRAGGLER_SECONDS,
    folded,
    settled,
    unlisted,
    update_of,
    wanted_ids,
)
from postbox.directory.change import ChangeKind, DirectoryChange
from postbox.directory.entries import Conversation, Directory, FormerConversation, Person
from postbox.directory.listing import Listing, ListingStep

LISTED = 10_000.0
LISTING = Listing(
    "T1",
    "U1",
    LISTED,
    people_too=True,
    page_size=999,
    step=ListingStep.DONE,
    people_as_of=LISTED,
    conversations_as_of=LISTED,
)
BEFORE = Directory.of(
    [Person("U1", "Giselle", handle="giselle"), Person("U2", "Kevin Park", handle="kevin")],
    [Conversation("C1", "general", "channel"), Conversation("D1", "", "im", ("U2",))],
)


def change(kind: ChangeKind, about: str, at: float = LISTED + 1, **facts) -> DirectoryChange:
    return DirectoryChange("T1", about, kind, at, f"Ev{at}", **facts)


def after(*changes: DirectoryChange) -> Directory:
    return folded(BEFORE, changes, LISTING)


def test_a_person_is_as_told_last():
    new = change(ChangeKind.PERSON, "U2", name="kp", real_name="Kevin Parker", display_name="kev")
    gone = change(ChangeKind.PERSON, "U1", real_name="Giselle", reachable=False)
    joined = change(ChangeKind.PERSON, "U3", name="bea", real_name="Bea Ruiz")
    assert after(new, gone, joined).people == {
        "U1": Person("U1", "Giselle", reachable=False),
        "U2": Person("U2", "Kevin Parker", "kev", "kp"),
        "U3": Person("U3", "Bea Ruiz", handle="bea"),
    }


def test_a_conversation_that_is_gone_is_taken_out_and_another_one_is_renamed():
    found = after(
        change(ChangeKind.GONE, "D1"),
        change(ChangeKind.GONE, "C9"),
        change(ChangeKind.NAME, "C1", name="main"),
        change(ChangeKind.NAME, "C8", name="not ours"),
    )
    renamed = Conversation("C1", "main", "channel", former_names=("general",))
    assert found.conversations == {"C1": renamed}
    assert found.former == {}


def test_a_channel_that_is_gone_leaves_its_name():
    gone = change(ChangeKind.GONE, "C1", LISTED + 7)
    renamed = change(ChangeKind.NAME, "C1", LISTED + 5, name="main")
    found = after(renamed, gone)
    assert "C1" not in found.conversations
    assert found.former == {"C1": FormerConversation("C1", "main", "channel", LISTED + 7)}


def test_of_a_large_directory_only_those_are_looked_up_who_changed():
    class Asked(dict):
        def __getitem__(self, key):
            raise AssertionError("everything was gone through")

        def __iter__(self):
            raise AssertionError("everything was gone through")

    directory = Directory(Asked(BEFORE.people), Asked(BEFORE.conversations))
    told = [change(ChangeKind.NAME, "C1", name="main"), change(ChangeKind.GONE, "D1")]
    update = update_of(directory, told, LISTING)
    assert set(update.conversations) == {"C1", "D1"}
    assert wanted_ids(told)["conversations_by_id"] == {"C1", "D1"}


def test_what_changes_nothing_leaves_an_equal_directory():
    same = change(ChangeKind.PERSON, "U2", name="kevin", real_name="Kevin Park")
    assert after(same, change(ChangeKind.UNKNOWN, "C5")) == BEFORE


@pytest.mark.parametrize("kind", [ChangeKind.GONE, ChangeKind.NAME, ChangeKind.PERSON])
def test_what_was_told_before_the_listing_began_is_in_it(kind):
    about = "U2" if kind is ChangeKind.PERSON else "C1"
    assert after(change(kind, about, LISTED - CLOCK_SKEW_SECONDS)) == BEFORE
    assert after(change(kind, about, LISTED - CLOCK_SKEW_SECONDS + 1)) != BEFORE


def test_people_and_conversations_are_as_old_as_their_own_listings():
    listing = replace(LISTING, conversations_as_of=LISTED + 5000)
    told = [
        change(ChangeKind.PERSON, "U2", LISTED + 100, real_name="Kay"),
        change(ChangeKind.GONE, "C1", LISTED + 100),
    ]
    found = folded(BEFORE, told, listing)
    assert found.people["U2"].real_name == "Kay"
    assert "C1" in found.conversations


def test_a_conversation_with_another_id_is_the_same_conversation():
    moved = change(ChangeKind.MOVED, "C1", name="C7")
    found = after(moved)
    assert "C1" not in found.conversations
    assert found.conversations["C7"] == replace(BEFORE.conversations["C1"], id="C7")
    assert wanted_ids([moved])["conversations_by_id"] == {"C1", "C7"}
    assert after(change(ChangeKind.MOVED, "C5", name="C7")) == BEFORE


def test_an_integration_is_known_by_the_name_that_slack_gave():
    assert after(change(ChangeKind.BOT, "B1")) == BEFORE
    named = after(change(ChangeKind.BOT, "B1", name="Deploys")).people["B1"]
    assert (named.full_name, named.reachable) == ("Deploys", False)


def test_only_a_conversation_that_nobody_knows_yet_asks_for_a_listing():
    for kind in (ChangeKind.UNKNOWN, ChangeKind.MOVED):
        assert unlisted([change(kind, "C5")], LISTING)
        assert not unlisted([change(kind, "C5", LISTED - 100)], LISTING)
    others = set(ChangeKind) - {ChangeKind.UNKNOWN, ChangeKind.MOVED}
    assert not unlisted([change(kind, "C5") for kind in others], LISTING)


def test_a_change_is_kept_while_an_older_one_may_still_come():
    gone = change(ChangeKind.GONE, "C1")
    assert settled([gone], LISTING, gone.at + STRAGGLER_SECONDS) == []
    assert settled([gone], LISTING, gone.at + STRAGGLER_SECONDS + 1) == [gone]


def test_a_conversation_that_no_listing_has_is_kept_until_one_has_it():
    unknown = change(ChangeKind.UNKNOWN, "C5")
    assert settled([unknown], LISTING, LISTED + 5000) == []
    listed = replace(LISTING, conversations_as_of=LISTED + 1000)
    assert settled([unknown], listed, LISTED + 5000) == [unknown]


IDS = {
    ChangeKind.PERSON: st.sampled_from(["U1", "U2", "U3"]),
    ChangeKind.NAME: st.sampled_from(["C1", "C2"]),
    ChangeKind.GONE: st.sampled_from(["C1", "D1"]),
    ChangeKind.UNKNOWN: st.sampled_from(["C1", "C5"]),
    ChangeKind.MOVED: st.sampled_from(["C1", "C5"]),
    ChangeKind.BOT: st.sampled_from(["B1"]),
}


@st.composite
def told(draw: st.DrawFn) -> DirectoryChange:
    kind = draw(st.sampled_from(ChangeKind))
    at = LISTED + draw(st.integers(-200, 2000))
    name = draw(st.sampled_from(["a", "b"]))
    return change(kind, draw(IDS[kind]), at, name=name, reachable=draw(st.booleans()))


def newest(changes: Iterable[DirectoryChange]) -> list[DirectoryChange]:
    """Return what the table keeps of these: the newest of each aspect, the oldest first."""
    kept: dict[tuple[str, str], DirectoryChange] = {}
    for change in changes:
        key = (change.id, change.kind.aspect)
        if key not in kept or kept[key].at <= change.at:
            kept[key] = change
    return sorted(kept.values(), key=lambda change: change.at)


@given(st.lists(told(), unique_by=lambda change: change.at), st.data())
def test_in_whatever_order_changes_come_the_same_directory_comes_of_them(changes, data):
    other = data.draw(st.permutations(changes))
    assert folded(BEFORE, newest(changes), LISTING) == folded(BEFORE, newest(other), LISTING)


@given(st.lists(told(), unique_by=lambda change: change.at))
def test_folding_twice_alters_nothing(changes):
    once = folded(BEFORE, newest(changes), LISTING)
    assert folded(once, newest(changes), LISTING) == once


@given(st.lists(told(), unique_by=lambda change: change.at), st.data())
def test_folding_at_any_moment_between_gives_the_same_in_the_end(changes, data):
    at_once = folded(BEFORE, newest(changes), LISTING)
    step, arrived = BEFORE, []
    for change in data.draw(st.permutations(changes)):
        arrived.append(change)
        step = folded(step, newest(arrived), LISTING)
    gone = {change.id for change in changes if change.kind is ChangeKind.GONE}
    unsure = {change.id for change in changes if change.kind is ChangeKind.UNKNOWN} & gone
    # A listing tells, which a new id asks for.
    unsure |= {change.id for change in changes if change.kind is ChangeKind.MOVED}
    assert step.people == at_once.people
    for id_ in set(BEFORE.conversations) - unsure:
        names = [kept.conversations.get(id_) for kept in (step, at_once)]
        assert [name and name.name for name in names] == [names[0] and names[0].name] * 2
