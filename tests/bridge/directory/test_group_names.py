"""Who is in a group message, by a name made of handles: everybody, or nobody that is known."""

import pytest
from hypothesis import given, strategies as st

from bridge.directory.group_names import with_members
from postbox.directory.entries import Conversation, Directory, Person

PEOPLE = [
    Person("U1", "Giselle", handle="giselle"),
    Person("U2", "Kevin Park", handle="kevin"),
    Person("U3", "Ana Lima", handle="ana.lima-2"),
    Person("U4", "Former Ana", handle="ana", reachable=False),
    Person("U5", "One Kim", handle="kim"),
    Person("U6", "Other Kim", handle="kim"),
]


def members(name: str, known: tuple[Conversation, ...] = ()) -> tuple[str, ...]:
    before = Directory.of(PEOPLE, known)
    (found,) = with_members([Conversation("G1", name, "mpim")], before, "U1")
    assert (found.id, found.name, found.kind) == ("G1", "", "mpim")
    return found.with_users


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mpdm-giselle--kevin--ana.lima-2-1", ("U2", "U3")),
        ("mpdm-kevin--giselle--ana-12", ("U2", "U4")),
        ("mpdm-kevin--kevin--giselle-1", ("U2",)),
    ],
)
def test_everybody_but_the_speaker_is_in_it(name, expected):
    assert members(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "mpdm-giselle--kevin--somebody-1",
        "mpdm-giselle--kevin--kim-1",
        "mpdm-giselle--kevin",
        "giselle--kevin-1",
        "mpdm--1",
        "",
        "mpdm-giselle--" + "--".join(["kevin"] * 20) + "-1",
    ],
)
def test_a_group_that_is_not_wholly_known_has_no_members(name):
    assert members(name) == ()


def test_members_that_were_known_stay_whatever_becomes_of_their_handles():
    known = Conversation("G1", "", "mpim", ("U2", "U9"))
    assert members("mpdm-giselle--kevin--newcomer-1", (known,)) == ("U2", "U9")


def test_what_another_speaker_knew_is_found_out_anew():
    known = Conversation("G1", "", "mpim", ("U1", "U2"))
    assert members("mpdm-giselle--kevin--ana-1", (known,)) == ("U2", "U4")


def test_other_conversations_stay_as_they_are():
    others = [
        Conversation("C1", "mpdm-giselle--kevin-1", "channel"),
        Conversation("D1", "", "im", ("U2",)),
    ]
    assert list(with_members(others, Directory.of(PEOPLE, ()), "U1")) == others


HANDLES = st.text("ab-", min_size=1, max_size=4)


@given(st.lists(HANDLES, min_size=2, max_size=6, unique=True), st.data())
def test_never_is_a_group_taken_for_one_of_other_people(handles, data):
    """Handles with dashes can make a name that reads in several ways: then it reads in none."""
    people = [Person(f"U{number}", "", handle=handle) for number, handle in enumerate(handles)]
    chosen = data.draw(st.lists(st.sampled_from(people), min_size=2, unique=True))
    name = f"mpdm-{'--'.join(person.handle for person in chosen)}-1"
    (found,) = with_members([Conversation("G1", name, "mpim")], Directory.of(people, ()), "U0")
    expected = {person.id for person in chosen} - {"U0"}
    assert set(found.with_users) in (expected, set())
