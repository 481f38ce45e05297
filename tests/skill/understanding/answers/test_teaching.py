"""A name and what it means, from one phrase."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.answers.teaching import Teaching, taught, without_article


@pytest.mark.parametrize(
    ("dictated", "spoken", "means"),
    [
        ("the boss i mean ana", "boss", "ana"),
        ("the boss, I mean Ana Lima", "boss", "Ana Lima"),
        ("my team i mean the dev ops channel", "team", "the dev ops channel"),
        ("the boss means ana lima", "boss", "ana lima"),
        ("the plan is q three planning", "plan", "q three planning"),
        ("mum i'm talking about maria", "mum", "maria"),
        ("o'brien it means kathryn", "o'brien", "kathryn"),
        ("the big boss of us i mean ana", "big boss of us", "ana"),
    ],
)
def test_a_name_stands_before_what_it_means(dictated, spoken, means):
    assert taught(dictated, "en-US") == Teaching(spoken, means)


@pytest.mark.parametrize(
    "dictated",
    [
        "",
        "the boss",
        "i mean ana",
        "the boss i mean",
        "the i mean ana",
        "my i mean ana",
        "send i mean ana",
        "tomorrow i mean ana",
        "to the i mean ana",
        "one two three four five six i mean ana",
        "…",
    ],
)
def test_what_names_nothing_or_means_nothing_teaches_nothing(dictated):
    assert taught(dictated, "en-US") is None


@pytest.mark.parametrize(
    ("name", "bare"), [("the boss", "boss"), ("my team", "team"), ("boss", "boss"), ("the", "the")]
)
def test_an_article_is_no_part_of_a_name(name, bare):
    assert without_article(name, "en-US") == bare


WORDS = "the a my boss ana i mean means is kevin it stands for … 🎉"


@given(st.lists(st.sampled_from(WORDS.split())).map(" ".join) | st.text())
def test_any_phrase_teaches_something_said_in_it_or_nothing(dictated):
    teaching = taught(dictated, "en-US")
    if teaching:
        assert teaching.spoken
        assert teaching.spoken in dictated
        assert teaching.means in dictated
