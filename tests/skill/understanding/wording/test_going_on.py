"""Half a text and what goes on with it are joined where both have the same words."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.language import language
from skill.understanding.phrase import Phrase
from skill.understanding.wording.going_on import goes_on, gone_on

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("text", "said", "whole"),
    [
        ("the talk about", "about the roof is off", "the talk about the roof is off"),
        ("the trouble with the", "with the boiler is over", "the trouble with the boiler is over"),
        ("the trouble with the", "the boiler is over", "the trouble with the boiler is over"),
        (
            "the trouble with the",
            "that the trouble with the boiler is over",
            "the trouble with the boiler is over",
        ),
        (
            "the trouble with the",
            "trouble with the boiler is over",
            "the trouble with the boiler is over",
        ),
        ("the choir is", "is moved to the barn", "the choir is moved to the barn"),
        (
            "we have no milk because",
            "because nobody went out",
            "we have no milk because nobody went out",
        ),
        ("I heard that", "that the mill is shut", "I heard that the mill is shut"),
        (
            "bring the cups and",
            "and the plates from the hall",
            "bring the cups and the plates from the hall",
        ),
    ],
)
def test_half_a_text_is_joined_where_its_end_is_said_again(text, said, whole):
    assert gone_on(text, said, ENGLISH) == whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the talk is off", "off you go"),
        ("the talk about", "send it"),
        ("the talk about", "about"),
        ("the trouble with the", "the"),
        ("I know what it is about that", "that"),
        ("the trouble with the", "what's new"),
        ("the old barn", "barn doors are shut"),
    ],
)
def test_a_whole_text_and_other_words_are_not_joined(text, said):
    assert gone_on(text, said, ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "said", "whole"),
    [
        ("the talk about", "the roof is off", "the talk about the roof is off"),
        ("we have no milk because", "nobody went out", "we have no milk because nobody went out"),
        ("the talk about", "what", None),
        ("what did you think of", "the play", None),
        ("the talk is off", "the roof is on", None),
        ("the trouble with the", "the barn is shut", None),
        ("the talk about", "never mind", None),
    ],
)
def test_what_may_stand_behind_half_a_text_goes_on_with_it(text, said, whole):
    assert goes_on(text, said, ENGLISH) == whole


_WORDS = st.lists(st.sampled_from(["the", "roof", "about", "is", "off", "that", "and"]), min_size=1)


@given(_WORDS, _WORDS)
def test_what_is_joined_has_every_word_of_both(old, new):
    text = gone_on(" ".join(old), " ".join(new), ENGLISH)
    if text:
        assert set(old) | set(new) <= {*Phrase(text).spoken, "that"}
        assert len(Phrase(text)) > len(old)
