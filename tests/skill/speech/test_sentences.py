"""Sentences that follow one another."""

import pytest
from hypothesis import given, strategies as st

from skill.speech.sentences import filled, joined


@pytest.mark.parametrize(
    ("sentences", "said"),
    [
        ([], ""),
        (["one"], "one"),
        (["one", "two"], "one. two"),
        (["one!", "two?", "three"], "one! two? three"),
        (["", "two", ""], "two"),
        (["你好。", "ok"], "你好。 ok"),
    ],
)
def test_each_but_the_last_gets_an_end_where_it_has_none(sentences, said):
    assert joined(sentences) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the mill is shut", "To Ana: the mill is shut. Send it?"),
        ("Is it shut?", "To Ana: Is it shut? Send it?"),
        ("Shut it!", "To Ana: Shut it! Send it?"),
        ("It is shut.", "To Ana: It is shut. Send it?"),
        ("well…", "To Ana: well… Send it?"),
        ("well...", "To Ana: well... Send it?"),
    ],
)
def test_a_texts_own_mark_stands_alone_at_its_end(text, said):
    assert filled("To {names}: {text}. Send it?", {"names": "Ana", "text": text}) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("it is shut", "Say: it is shut?"), ("Is it?", "Say: Is it?"), ("It is.", "Say: It is?")],
)
def test_a_question_about_a_text_has_one_mark(text, said):
    assert filled("Say: {text}?", {"text": text}) == said


@given(st.text(st.sampled_from("abc {}.,:?!"), max_size=12), st.sampled_from(".,:?"))
def test_a_text_is_said_whole_and_no_full_stop_follows_its_mark(text, mark):
    said = filled("{text}" + mark, {"text": text})
    assert said.startswith(text.removesuffix("."))
    assert said == text or not text.endswith(("?", "!"))
