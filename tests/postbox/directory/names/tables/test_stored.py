"""Names as they are stored: the same as those of which they were made, with what changed since."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import example, given

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.index import NameIndex, Names
from postbox.directory.names.tables.parts import packed, unpacked
from postbox.directory.names.tables.patch import NOTHING, Patch, difference
from postbox.directory.names.tables.tables import lines_of
from tests.postbox.directory.names.made import DIRECTORIES, stored


def sorted_out(index: NameIndex) -> dict[str, Any]:
    """Return an index as plain values that do not depend on the order in which it was made."""
    found = {field.name: getattr(index, field.name) for field in fields(index)}
    skeletons = set(found.pop("channel_skeletons"))
    found.pop("fetch")
    sounds = {
        skeleton: set(words.split()) for skeleton, words in found.pop("people_by_sound").items()
    }
    counted = {name: dict(found.pop(name)) for name in ("first_names", "direct")}
    named = {
        name: {key: sorted(values, key=repr) for key, values in mapping.items()}
        for name, mapping in found.items()
    }
    return {**named, **counted, "skeletons": skeletons, "sounds": sounds}


def named_alike(one: Names, other: Names) -> None:
    assert one.directory == other.directory
    mine, theirs = sorted_out(one.index), sorted_out(other.index)
    # What is no more anybody's may still be known as a sound.
    assert mine.pop("skeletons") >= theirs.pop("skeletons")
    sounds = mine.pop("sounds")
    for skeleton, words in theirs.pop("sounds").items():
        assert sounds[skeleton] >= words
    assert mine == theirs


@given(DIRECTORIES)
def test_what_was_stored_is_read_again(directory):
    named_alike(stored(directory), Names.of(directory))


TWICE_DIRECT = Directory.of(
    [], [Conversation("C2", "", "im", ("U2",)), Conversation("C1", "", "im", ("U2",))]
)
"""Somebody with whom there are two direct messages."""
LATELY_DIRECT = Directory.of(
    [],
    [
        Conversation("C2", "", "channel"),
        Conversation("C1", "", "im", ("U2",)),
        Conversation("C2", "", "im", ("U2",)),
    ],
)


@given(DIRECTORIES, DIRECTORIES)
@example(Directory(), TWICE_DIRECT)
@example(Directory(), LATELY_DIRECT)
@example(TWICE_DIRECT, Directory.of([], [Conversation("C1", "", "im", ("U2",))]))
@example(TWICE_DIRECT, Directory.of([], [Conversation("C1", "", "channel")]))
def test_with_a_patch_the_names_are_those_of_the_directory_that_it_leads_to(before, after):
    patch = NOTHING.having(difference(lines_of(before), lines_of(after)))
    named_alike(stored(before, patch), Names.of(after))


@given(DIRECTORIES, DIRECTORIES)
def test_a_patch_comes_back_as_it_was_written(before, after):
    patch = NOTHING.having(difference(lines_of(before), lines_of(after)))
    if patch.changed:
        assert Patch.of(unpacked(packed("", patch.text).data)) == patch


def test_what_is_again_as_it_was_needs_no_patch():
    ana = lines_of(Directory.of([Person("U1", "Ana Lima")], []))
    other = lines_of(Directory.of([Person("U1", "Ana Souza")], []))
    patch = NOTHING.having(difference(ana, other))
    assert patch.people == {"U1": Person("U1", "Ana Souza")}
    back = {key: (before, before) for key, (before, _) in patch.changed.items()}
    assert patch.having(back) == NOTHING


def test_what_passes_for_a_border_is_a_space_in_a_name():
    directory = Directory.of(
        [Person("U1", "Ana\x1fLima\x1e\x1d", "\x1c", "a\nb")],
        [Conversation("C1", "a\x1db", "channel")],
    )
    names = stored(directory)
    assert names.directory.people["U1"] == Person("U1", "Ana Lima  ", " ", "a b")
    assert names.index.people["lima"] == (names.directory.people["U1"],)
    assert names.directory.conversations["C1"].name == "a b"


@pytest.mark.parametrize("key", ["", "a", "zzz", "\x1d"])
def test_who_is_not_there_is_not_found(key):
    for directory in (Directory(), Directory.of([Person("U1", "Ana Lima")], [])):
        names = stored(directory)
        assert key not in names.directory.people
        assert names.index.people.get(key) is None
        assert names.index.channels.get(key) is None
