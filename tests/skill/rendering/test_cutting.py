"""Long messages stop where a reader would, and nothing of them is lost."""

import pytest
from hypothesis import given, strategies as st

from skill.rendering.cutting import MAX_CHARACTERS, answer, cut
from skill.speech.phrases import Phrases
from skill.speech.ssml import to_ssml


@pytest.mark.parametrize(
    ("words", "room", "said", "left"),
    [
        ("short", 10, "short", ""),
        ("One two. Three four five.", 14, "One two.", "Three four five."),
        ("One. Two. Three. Four five.", 20, "One. Two. Three.", "Four five."),
        ("one two, three four five", 15, "one two,", "three four five"),
        ("one two three four", 12, "one two", "three four"),
        ("One. two three four five six", 20, "One. two three four", "five six"),
        ("a & b & c & d", 11, "a & b", "& c & d"),
        ("x" * 12, 8, "x" * 8, "x" * 4),
        ("一。二三四。五六七", 6, "一。二三四。", "五六七"),
    ],
)
def test_it_stops_at_a_sentence_else_a_clause_else_a_word(words, room, said, left):
    parts = cut(words, room)
    assert (parts.said, parts.left) == (said, left)


@given(st.lists(st.sampled_from(["one", "two,", "End.", "&", "<3", "why?"]), max_size=60))
def test_parts_fit_and_together_are_the_whole(words):
    whole = " ".join(words)
    heard, left = [], whole
    while left:
        parts = cut(left, 40)
        assert len(to_ssml(parts.said)) <= 40
        assert parts.said
        heard.append(parts.said)
        left = parts.left
    assert " ".join(heard) == whole


def test_a_long_answer_ends_with_a_question_and_fits():
    parts = answer("A sentence & more. " * 900, Phrases("en-US"))
    assert parts.said.endswith("& more. There is more of this message. Shall I go on?")
    assert len(to_ssml(parts.said)) <= MAX_CHARACTERS
    assert parts.left.startswith("A sentence")


def test_a_short_answer_is_all_there_is():
    assert answer("Hello.", Phrases("en-US")).left == ""
