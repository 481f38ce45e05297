"""A message behind manners is the one that its verb begins."""

import pytest

from skill.understanding.answers.new_message import asked_nicely
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.phrase import Phrase

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("said", "carrier", "words", "is_told"),
    [
        ("please be so good as to post the pump is out", Carrier.TEXT, "the pump is out", True),
        ("be so kind as to announce we open at nine", Carrier.TEXT, "we open at nine", True),
        (
            "be an angel and tell ruth the pump is out",
            Carrier.RECIPIENT,
            "ruth the pump is out",
            False,
        ),
        # It may be asked of everybody.
        ("be so kind as to send me the key", Carrier.TEXT, "me the key", False),
    ],
)
def test_the_verb_behind_the_manners_begins_the_message(said, carrier, words, is_told):
    found = asked_nicely(Phrase(said), ENGLISH)
    assert found is not None
    assert (found.carrier, found.words, found.is_surely_told) == (carrier, words, is_told)


@pytest.mark.parametrize(
    "said",
    ["please be so good as to close the gate", "post the pump is out", "be so kind", "please"],
)
def test_manners_without_such_a_verb_begin_none(said):
    assert asked_nicely(Phrase(said), ENGLISH) is None
