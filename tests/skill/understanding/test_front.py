"""Recipients in front of the text: "tell kevin ...", "message the dev ops channel that ..."."""

import pytest

from skill.understanding.understood import PhraseOutcome
from tests.skill.understanding.workspace import ids, said_after_tell


@pytest.mark.parametrize(
    ("phrase", "who", "text"),
    [
        ("kevin the build is green", "U1", "the build is green"),
        ("kevin park i'm late", "U1", "i'm late"),
        ("Kevin Park, I'm late.", "U1", "I'm late."),
        ("kevin saying the build is green", "U1", "the build is green"),
        ("kevin that i'm late", "U1", "i'm late"),
        ("kevin know that i'm late", "U1", "i'm late"),
        ("stephen thompson the build is green", "U3", "the build is green"),
        ("ana leema saying call me", "U2", "call me"),
        ("kaven park saying hello", "U1", "hello"),
        ("kaven park i'm late", "U1", "i'm late"),
        ("the dev ops channel we're live", "C3", "we're live"),
        ("the dev ops channel that we're live", "C3", "we're live"),
        ("dev ops that we're live", "C3", "we're live"),
        ("dev dash ops we're live", "C3", "we're live"),
        ("general that we're live", "C1", "we're live"),
        ("q three planning the numbers are in", "C4", "the numbers are in"),
        ("help desk us my laptop is gone", "C6", "my laptop is gone"),
        ("research and development we won", "C8", "we won"),
        ("ana and kevin lunch is here", "U2 U1", "lunch is here"),
        ("ana and kevin that lunch is here", "U2 U1", "lunch is here"),
        ("steve and bob and ana that lunch is here", "U3 U6 U2", "lunch is here"),
        ("the general and random channels that we're live", "C1 C2", "we're live"),
        ("the group with ana and kevin that i'm late", "G1", "i'm late"),
        ("the group with kevin and ana i'm late", "G1", "i'm late"),
        ("kevin hi to general", "U1", "hi to general"),
        ("kevin a message saying hi", "U1", "hi"),
        ("kevin", "U1", ""),
        ("the dev ops channel", "C3", ""),
    ],
)
def test_who_is_named_first_is_who_it_is_for(phrase, who, text):
    understood = said_after_tell(phrase)
    assert understood.outcome is PhraseOutcome.CERTAIN
    assert (ids(understood), understood.text) == (who.split(), text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("kevin saying that works for me", "that works for me"),
        ("kevin that works for me", "that works for me"),
        ("kevin that is great", "that is great"),
        ("kevin that could you come", "could you come"),
        ("kevin that the build is green", "the build is green"),
        ("kevin to bring the ladder", "Bring the ladder"),
        ("kevin about lunch", ""),
    ],
)
def test_a_linker_is_taken_off_only_where_it_links(phrase, text):
    understood = said_after_tell(phrase)
    assert (ids(understood), understood.text) == (["U1"], text)


@pytest.mark.parametrize(
    ("phrase", "text"), [("marta that i'm late", "i'm late"), ("marta saying hi", "hi")]
)
def test_who_shares_the_name_is_asked_about(phrase, text):
    understood = said_after_tell(phrase)
    assert understood.outcome is PhraseOutcome.DOUBTFUL
    assert {candidate.id for candidate in understood.resolutions[0].candidates} == {"U8", "U9"}
    assert understood.text == text


@pytest.mark.parametrize(
    ("phrase", "name", "text"),
    [
        ("zebulon saying hi", "zebulon", "hi"),
        ("zebulon that i'm late", "zebulon", "i'm late"),
        ("the zebulon channel we're live", "zebulon", "we're live"),
        ("old kevin saying hi", "old kevin", "hi"),
    ],
)
def test_a_name_that_nobody_has_is_refused_and_the_text_is_kept(phrase, name, text):
    understood = said_after_tell(phrase)
    assert understood.outcome is PhraseOutcome.UNKNOWN
    assert understood.resolutions[0].spoken == name
    assert understood.text == text


@pytest.mark.parametrize(
    "phrase",
    [
        "kevin and zebulon that lunch is here",
        "kevin and zebulon saying lunch is here",
        "the general and zebulon channels that we're live",
    ],
)
def test_one_of_several_that_is_not_surely_known_keeps_it_from_being_certain(phrase):
    assert said_after_tell(phrase).outcome is not PhraseOutcome.CERTAIN


def test_one_of_several_that_two_have_is_asked_about():
    understood = said_after_tell("kevin and marta that lunch is here")
    assert understood.outcome is PhraseOutcome.DOUBTFUL
    assert [len(resolution.candidates) for resolution in understood.resolutions] == [1, 2]


def test_somebody_named_twice_gets_it_once():
    understood = said_after_tell("kevin and kevin park that lunch is here")
    assert ids(understood) == ["U1"]


def test_one_of_several_that_is_misheard_is_a_recipient_and_no_text():
    understood = said_after_tell("ana and mardha stone that lunch is here")
    assert [resolution.candidates[0].id for resolution in understood.resolutions] == ["U2", "U9"]
    assert understood.text == "lunch is here"


def test_instead_behind_a_name_is_of_the_name_or_of_the_text_and_is_read_back():
    understood = said_after_tell("kevin instead the vase was a present")
    assert (ids(understood), understood.text) == (["U1"], "the vase was a present")
    assert understood.is_read_back


def test_instead_of_something_is_the_texts_own():
    understood = said_after_tell("kevin instead of tar we need paint")
    assert understood.text == "instead of tar we need paint"
