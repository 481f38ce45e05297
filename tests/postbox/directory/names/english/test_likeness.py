"""How alike two sounds are."""

import pytest
from hypothesis import given, strategies as st

from postbox.directory.names.english.likeness import alike, distance
from postbox.directory.names.english.sounds import sound

SOUNDS = st.text(alphabet="aeiouEYWbdfghjklmnprstvwyzSCTN", max_size=12)
MISHEARD = "kaven kevin · leema lima · martina marina · debra deborah · gizelle giselle"
UNLIKE = "kevin ana · park sato · general random · dev ops · maria robert · mark sue"


def rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.split(" · ")]


@given(SOUNDS, SOUNDS)
def test_likeness_is_the_same_both_ways_and_between_0_and_1(one, other):
    assert 0.0 <= alike(one, other) <= 1.0
    assert alike(one, other) == pytest.approx(alike(other, one))


@given(SOUNDS, SOUNDS)
def test_only_the_same_sound_is_wholly_alike(one, other):
    assert (alike(one, other) == 1.0) == (one == other)
    assert (distance(one, other) == 0.0) == (one == other)


@pytest.mark.parametrize("names", rows(MISHEARD), ids=" ".join)
def test_what_is_misheard_is_nearer_than_what_is_not(names):
    one, other = map(sound, names)
    assert alike(one, other) > 0.75


@pytest.mark.parametrize("names", rows(UNLIKE), ids=" ".join)
def test_names_that_nobody_confuses_are_far_apart(names):
    one, other = map(sound, names)
    assert alike(one, other) < 0.5


def test_consonants_that_are_confused_cost_less_than_those_that_are_not():
    assert distance("bat", "pat") < distance("bat", "sat")
    assert distance("kevin", "keven") < distance("kevin", "kemin")
