"""Short forms that no list has: of given names, and of the words of channels."""

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.names.resolution import Certainty
from skill.understanding.names.search.clipped import is_clipped, is_short_for
from tests.skill.understanding.workspace import resolve


@pytest.mark.parametrize(
    ("called", "name"),
    [("savanna", "rosavanna"), ("berni", "bernice"), ("aus", "austin"), ("jaggi", "jagdish")],
)
def test_what_is_left_of_a_name_is_its_short_form(called, name):
    assert is_clipped(called, name)


@pytest.mark.parametrize(
    ("called", "name"), [("al", "albert"), ("kevin", "kevin"), ("rob", "kevin"), ("mo", "simone")]
)
def test_two_letters_the_name_itself_and_another_name_are_none(called, name):
    assert not is_clipped(called, name)


def test_beside_a_last_name_it_is_certain_and_alone_it_is_nobodys():
    team = Directory.of([Person("U1", "Bernice Thornwell", "", "bt")], [])
    assert resolve("berno thornwell", team).certainty is Certainty.CERTAIN
    assert resolve("berno", team).certainty is not Certainty.CERTAIN


def test_a_name_that_people_have_is_not_certainly_somebody_elses_short_form():
    team = Directory.of(
        [Person("U1", "Mariana Silva", "", "ms"), Person("U2", "Maria Stone", "", "m2")], []
    )
    assert resolve("maria silva", team).certainty is not Certainty.CERTAIN


@pytest.mark.parametrize(
    ("short", "long"), [("src", "source"), ("intern", "internship"), ("mgd", "managed")]
)
def test_the_beginning_or_the_consonants_of_a_word_are_short_for_it(short, long):
    assert is_short_for(short, long)


@pytest.mark.parametrize(
    ("short", "long"), [("dev", "design"), ("de", "design"), ("q3", "quarter")]
)
def test_anything_else_is_not(short, long):
    assert not is_short_for(short, long)


def test_a_channel_is_found_by_words_that_it_has_in_short():
    team = Directory.of([], [Conversation("C1", "src-hadoop", "channel")])
    found = resolve("source hadoop", team)
    assert (found.certainty, found.candidates[0].id) == (Certainty.CERTAIN, "C1")
