"""What only calls off a message, whatever leads to it; and what has such words and tells more."""

import pytest

from skill.understanding.answers.sent.calling_off import only_calls_off
from skill.understanding.language import language
from skill.understanding.phrase import Phrase

ENGLISH = language("en-US")
CALLS_OFF = (
    "actually cancel that one",
    "no wait cancel this one",
    "actually drop that one",
    "oh scrap that one please",
    "hang on bin that message for goodness sake",
    "sorry take that one back",
    "oh dear pull back this one would you",
    "no don't send it after all",
    "i've changed my mind forget about that one",
    "yes delete it",
    "yes please take it down",
    "i was joking take it back",
    "oops undo that",
)
SAYS_MORE = (
    "cancel that one order of milk",
    "drop that one at the door",
    "no don't cancel that",
    "i never said delete it",
    "scrap that say five",
    "take the bins out",
    "take that to ana",
    "cancel",
    "yes",
    "no leave it",
    "we had to scrap that one",
    "forget that one it's five",
    "",
)


@pytest.mark.parametrize("words", CALLS_OFF)
def test_words_that_only_call_it_off(words: str) -> None:
    """Leads, cries and manners around the order say nothing of their own."""
    assert only_calls_off(Phrase(words).spoken, ENGLISH)


@pytest.mark.parametrize("words", SAYS_MORE)
def test_what_says_more_or_the_contrary(words: str) -> None:
    """What goes on behind it, or denies it, is read by others."""
    assert not only_calls_off(Phrase(words).spoken, ENGLISH)
