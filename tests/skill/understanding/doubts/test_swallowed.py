"""Words that a carrier took from another intent's sentence."""

import pytest

from skill.understanding.doubts.swallowed import swallowed


@pytest.mark.parametrize("words", ["it again", "that again", "them again"])
def test_words_about_a_sent_message_are_no_message(words):
    assert "SendAgainIntent" in swallowed("SendMessageIntent", words, "en-US")


@pytest.mark.parametrize("words", ["lunch is here", "it is raining again", ""])
def test_a_message_is_nobody_elses_sentence(words):
    assert swallowed("SendMessageIntent", words, "en-US") == ()


def test_an_intent_without_a_carrier_swallows_nothing():
    assert swallowed("NextMessageIntent", "it again", "en-US") == ()
