"""Spellings of one name sound the same; other names do not."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from postbox.directory.names.english.sounds import skeleton, sound

HOMOPHONES = """
    shawn sean shaun · stephen steven · kathryn catherine katherine · thompson thomson
    leema lima · sara sarah · jon john · philip phillip · geoff jeff · bryan brian · alan allen
    eric erik · marc mark · nicholas nicolas · teresa theresa · carl karl · kristen christen
    chris kris · hannah hanna · smith smyth · reid reed · clark clarke · megan meghan
    caitlin kaitlyn · lindsay lindsey · jeffrey geoffrey · neil neal · stuart stewart · gray grey
    lee leigh · ann anne · rachel rachael · michele michelle · cathy kathy · matthew mathew
    anthony antony · louis lewis · zoe zoey · isabel isabelle · mohammed muhammad mohamed
    tracy tracey · terri terry · cindy cindi · lauren loren · francis frances · robin robyn
    martin martyn · derek derrick · turner terner · lyons lions · fraser frazer · burn byrne
    burke berk · rhodes rhoads · wilkes wilks · hughes hewes · wallace wallis · herd heard
"""
DIFFERENT = """
    kevin ana · park sato · general random · giselle kevin · maria robert · peter paul · mark mike
    john joan · john joanne · johnny joanie · daniel danielle · gabriel gabrielle · rose ross
    dominic dominique · mary marie · gene jen · julia julie · maria marie · christian christina
    ben jen · tim tom · dan don · sam sim · mary mario · andrew andrea · eric erica · paul paula
    carl carla · brian brianna · joseph josephine · robert roberta · alex alexa · kim kimberly
"""


def rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.replace("\n", " · ").split(" · ") if row.split()]


@pytest.mark.parametrize("names", rows(HOMOPHONES), ids=" ".join)
def test_spellings_of_one_name_have_one_sound(names):
    assert len({sound(name) for name in names}) == 1


@pytest.mark.parametrize("names", rows(DIFFERENT), ids=" ".join)
def test_different_names_have_different_sounds(names):
    assert len({sound(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("word", "spoken"), [("7", "seven"), ("q", "cue"), ("b", "bee"), ("x", "eks")]
)
def test_digits_and_letters_sound_as_they_are_called(word, spoken):
    assert skeleton(sound(word)) == skeleton(sound(spoken))


def test_digits_are_spoken_one_by_one():
    assert sound("42") == sound("4") + sound("2")


def test_a_word_in_other_letters_sounds_like_itself_alone():
    assert sound("李") == "李"
    assert sound("Ольга") != sound("Олег")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_every_word_has_a_sound_and_a_bucket(word):
    heard = sound(word)
    assert isinstance(skeleton(heard), str)
    assert not any(one == other for one, other in pairwise(heard))


@given(st.text(min_size=1, max_size=20))
def test_nothing_that_can_be_written_upsets_the_ear(word):
    assert isinstance(skeleton(sound(word)), str)
