"""A correction in a phrase is carried out where it is clear what stands instead of what."""

import pytest

from skill.understanding.language import language
from skill.understanding.wording.corrections.repairs import repaired

ENGLISH = language("en-US")


def read(words: str) -> str | None:
    spoken = tuple(words.split())
    runs = repaired(spoken, ENGLISH)
    return None if runs is None else " ".join(word for a, b in runs for word in spoken[a:b])


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("the shop is closed today i mean tomorrow", "the shop is closed tomorrow"),
        ("the van is at gate two sorry gate six", "the van is at gate six"),
        ("the van leaves at nine no wait the bus leaves at nine", "the bus leaves at nine"),
        ("two kilos sorry three kilos of flour", "three kilos of flour"),
        ("bring six chairs no make that make that seven chairs", "bring seven chairs"),
        ("bring six chairs no wait seven stools to the hall", "bring seven stools to the hall"),
        ("six kilos of rice no wait seven kilos of beans", "seven kilos of beans"),
        ("page two hundred and one no wait two hundred and six", "page two hundred and six"),
    ],
)
def test_what_is_said_again_in_the_same_form_stands_instead(words, right):
    assert read(words) == right


@pytest.mark.parametrize(
    "words",
    [
        "tomorrow the office is closed i mean the day after tomorrow",
        "tonight the hall is free i mean the night after tonight",
        "on monday the pool is shut no wait on tuesday",
        "the keys are under the mat no the pot",
        "we need six chairs no make that seven please",
        "bring six kilos no make that seven for friday",
        "bring six kilos of rice no make it seven kilos by friday",
        "bring six kilos of rice no make that seven today",
        "i'd like the long list of the meeting no hang on the short one",
        "bring the red cart to the barn no wait the blue one",
        "put the big bench in the hall no i mean the small one",
    ],
)
def test_nothing_is_cut_by_which_a_sentence_would_lose_its_verb_or_which_is_unclear(words):
    assert read(words) is None
