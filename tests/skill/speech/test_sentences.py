"""Sentences that follow one another."""

import pytest

from skill.speech.sentences import joined


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
