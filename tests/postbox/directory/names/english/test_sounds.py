"""Spellings of one name sound the same; other names do not."""

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from postbox.directory.names.english import SOUNDS
from postbox.directory.names.english.data import nicknames, respellings
from postbox.directory.names.english.sounds import skeleton, sound

EDITION = ("en 2", "b57c934235e8")
"""By which sounds names are stored, and a digest of how known names sound by them."""

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
    irma erma · bert burt · virgie vergie · earl erle · kearns kerns · birch burch · werth worth
    edmund edmond · gerald jerrold · darrell darryl · terrence terrance · roland rowland
    mabel mable · riddle riddell · apple appel · castle cassel · markham marcum · windham windom
    hawkes hawks · barnes barns · hayes hays · jaynes janes · boles bowles · miles myles
    cortez cortes · torres torrez · feldman feldmann · baumann bauman · wilburn wilbourne wilborn
    bradbury bradberry · weiss wise · heinz hines · seiler siler · mae may mei · jay jae · baer bair
    boudreau boudreaux · tonia tonya · evelyn evelynn evalyn · carly karlie carlee · sonny sunny
    casey kacie · cody kodi · kylie kiley · lacey laci · price pryce · fry frye · kohn cone
    siobhan shivaun · niamh neve · caoimhe keeva · saoirse sorsha · eoin owen · aoife eefa
    nguyen wynn · xu shu · zhao jow · cai kai · qiu chew · thi tee · li lee · huang wong
    anil aneel · nabil nabeel · rashid rasheed · usman othman · pooja puja · sunil suneel
    soren soeren · jorg joerg · gunther guenther · lindqvist lindquist · hakan haakon
    colquhoun cahoon · urquhart urkhart · mainwaring mannering · keogh kehoe · clough cluff
    chelsea chelsey · rose rows · wade weighed · neil kneel · sue sioux · lou lu · dina deena
"""
DIFFERENT = """
    kevin ana · park sato · general random · giselle kevin · maria robert · peter paul · mark mike
    john joan · john joanne · johnny joanie · daniel danielle · gabriel gabrielle · rose ross
    dominic dominique · mary marie · gene jen · julia julie · maria marie · christian christina
    ben jen · tim tom · dan don · sam sim · mary mario · andrew andrea · eric erica · paul paula
    carl carla · brian brianna · joseph josephine · robert roberta · alex alexa · kim kimberly
    casey cassie · haley hallie · willie wiley · tony tawny · johnny joni · ronnie roni · eli ellie
    may ma · lynn leanne · dana danna · dina dinah · maria mariah · kylie keely · macy maisie
    rice reese · price preece · fry free · bear beard · bird beard · case keys · lay ly · law lau
    kathleen kathlyn · jolene jolynn · mike mick · dale dell · ross rose · miles mills · jones johns
    torres tory · holmes helms · kurt kit · shell scholl · babs barbs · hines hinds · wes west
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


def test_names_that_sound_otherwise_than_before_are_another_edition():
    """Stored names are indexed by sounds: by others that say they are these nobody is found."""
    names = sorted({*respellings(), *nicknames()})
    heard = "\n".join(f"{name} {sound(name)} {skeleton(sound(name))}" for name in names)
    assert (SOUNDS, hashlib.sha256(heard.encode()).hexdigest()[:12]) == EDITION, (
        "raise SOUNDS, unless it was raised since the last release, and put the edition down here"
    )
