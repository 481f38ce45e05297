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
        "in general terms the answer is no",
    ],
)
def test_what_could_be_either_is_never_taken_without_a_question(phrase):
    understood = said_after_send(phrase)
    assert understood.outcome is not PhraseOutcome.CERTAIN
    assert understood.phrase == phrase


@pytest.mark.parametrize(
    "text",
    [
        "the fire drill is at two",
        "there's a red van at the gate",
        "does anybody own a spirit level",
        "my bus is late",
    ],
)
def test_what_is_told_in_general_is_for_the_channel(text):
    understood = said_after_send(f"in general {text}")
    assert (understood.outcome, understood.text) == (PhraseOutcome.CERTAIN, text)
    assert [found.candidates[0].name for found in understood.resolutions] == ["general"]
