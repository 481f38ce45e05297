"""Words of the text that look like a recipient: kept, or asked about, never taken silently."""

import pytest

from skill.understanding.understood import PhraseOutcome
from tests.skill.understanding.workspace import said_after_send


@pytest.mark.parametrize(
    "phrase",
    [
        "i'm going to general motors",
        "i'm in the general area",
        "i forgot to lock the door",
        "what are you up to",
        "the meeting is moved to five",
        "nice to meet you",
        "it was a random idea",
        "let's talk to you later",
        "see you at five",
        "i want to go to sleep",
    ],
)
def test_words_that_name_no_recipient_are_text(phrase):
    understood = said_after_send(phrase)
    assert understood.outcome is PhraseOutcome.DEFAULT
    assert understood.text == phrase


@pytest.mark.parametrize(
    "phrase",
    [
        "i'm going to general",
        "i'm going to marketing",
        "i talked to kevin",
        "i was talking to ana",
        "give the keys to ana",
        "we need to talk to marketing",
        "in general it works",
    ],
)
def test_what_could_be_either_is_never_taken_without_a_question(phrase):
    understood = said_after_send(phrase)
    assert understood.outcome is not PhraseOutcome.CERTAIN
    assert understood.phrase == phrase
