"""A yes, a no, and a yes with more behind it."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.answers.agreeing import agreement, is_two_sided, refuses
from skill.understanding.language import language

ENGLISH = language("en-US")
_SAID = "yes yeah ok send it not to ruth the roof leaks no please five"
WORDS = st.sampled_from(tuple(_SAID.split()))


@pytest.mark.parametrize(
    "said", ["yes", "yep sure", "um yes please", "ok go ahead", "yeah that's right", "fine thanks"]
)
def test_a_yes_is_one_in_many_words(said):
    assert agreement(said, ENGLISH).is_whole


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("yes but not roof it's wall", "but not roof it's wall"),
        ("yep and also to ruth", "and also to ruth"),
        ("send it to ruth only", "to ruth only"),
    ],
)
def test_what_follows_a_yes_is_kept(said, rest):
    read = agreement(said, ENGLISH)
    assert (read.agrees, read.is_whole, read.rest) == (True, False, rest)


@pytest.mark.parametrize("said", ["the roof leaks", "good morning ruth", "great the roof holds"])
def test_words_that_only_begin_well_are_no_yes(said):
    assert not agreement(said, ENGLISH).agrees


@pytest.mark.parametrize("said", ["nope", "no don't", "oh no please", "that's wrong"])
def test_a_no_is_one_in_many_words(said):
    assert refuses(said, ENGLISH)


@pytest.mark.parametrize(
    ("said", "agrees", "refuses_it"),
    [
        ("yes ma'am", True, False),
        ("aye please and thank you", True, False),
        ("yeah that's what i said", True, False),
        ("that'll do nicely", True, False),
        ("no sir", False, True),
        ("no leave it be", False, True),
        ("no thank you love bye", False, True),
        # What says nothing is neither, nor is what says both.
        ("now please", False, False),
        ("hush now", False, False),
        ("then", False, False),
        ("cheers bye", False, False),
        ("no go on", False, False),
        ("keep it", False, False),
    ],
)
def test_courtesy_changes_no_answer_and_is_none(said, agrees, refuses_it):
    assert agreement(said, ENGLISH).is_whole is agrees
    assert refuses(said, ENGLISH) is refuses_it


@pytest.mark.parametrize("said", ["keep it", "no let it stand", "that's fine", "leave it as it is"])
def test_what_was_sent_stays_where_that_is_asked(said):
    assert refuses(said, ENGLISH, to_change=True)


@pytest.mark.parametrize(
    "said",
    [
        "that's fine", "it's fine", "it'll do", "that will do thanks", "good enough", "it's okay",
        "oh that's alright", "looks good", "fine as it is", "i can live with that", "no changes",
    ],
)  # fmt: skip
def test_what_approves_sends_what_is_read_back_and_leaves_what_was_sent(said):
    assert agreement(said, ENGLISH).is_whole
    assert not refuses(said, ENGLISH)
    assert not agreement(said, ENGLISH, to_undo=True).agrees
    assert refuses(said, ENGLISH, to_change=True)


@pytest.mark.parametrize("said", ["no it's fine", "no no that's okay", "nah it'll do"])
def test_a_no_that_approves_sends_nothing_and_takes_nothing_back(said):
    assert is_two_sided(said, ENGLISH)
    assert not agreement(said, ENGLISH).is_whole
    assert refuses(said, ENGLISH, to_change=True)


@pytest.mark.parametrize("said", ["yes", "sounds good", "that's right", "go on then", "fine"])
def test_a_yes_to_what_is_proposed_is_one_at_every_question(said):
    assert agreement(said, ENGLISH).is_whole
    assert agreement(said, ENGLISH, to_undo=True).is_whole
    assert not refuses(said, ENGLISH, to_change=True)


@given(st.lists(WORDS, min_size=1, max_size=6).map(" ".join))
def test_nothing_is_both_and_no_word_behind_a_yes_is_lost(said):
    read = agreement(said, ENGLISH)
    assert not (read.is_whole and refuses(said, ENGLISH))
    assert said.endswith(read.rest)
