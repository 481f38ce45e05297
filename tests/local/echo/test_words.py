"""Words of an utterance: the short way that plain ASCII takes finds the same."""

import pytest
from hypothesis import given, strategies as st

from local.echo.utterances.words import SIGN, normal, words, words_of_any


@given(st.text(st.characters(max_codepoint=127)) | st.text("ab'_.-& 1\n\x1f\x7f"))
def test_plain_ascii_has_the_words_that_any_text_has(text):
    assert words(text) == words_of_any(text)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Don't  wait, I'm here!", "dont wait im here"),
        ("'tis the boss''s", "tis the boss s"),
        ("R&D_2 (50%)", f"r {SIGN} d {SIGN} 2 {SIGN} 50 {SIGN}"),
        ("Ça va, Zoë’s", "ça va zoës"),
        ("\U0001f389 party", f"{SIGN} party"),
    ],
)
def test_what_is_not_heard_is_no_part_of_a_word(text, spoken):
    assert normal(text) == spoken
