"""What stands before "a note saying" is a name, and what stands behind it all is for whom."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, verdict_on

PEOPLE = (
    Person("U1", "Sigrid Ohlendorf"),
    Person("U2", "Ivo Brezina"),
    Person("U3", "Mark Tolland"),
    Person("U4", "Mark Undset"),
    Person("U5", "Tao Ming"),
    Person("U6", "Taoming Reyes"),
    Person("U7", "Mac Donagh"),
)
CHANNELS = (
    Conversation("C1", "general", "channel"),
    Conversation("C2", "paint-shop", "channel"),
    Conversation("C3", "everyone", "channel"),
)
UNDERSTANDING = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH)

judge = partial(verdict_on, UNDERSTANDING)


@pytest.mark.parametrize(
    ("said", "recipient", "text"),
    [
        ("text: sigrid ohlendorph a note saying the kiln is hot", "U1", "the kiln is hot"),
        ("text: ivo bresina a quick message saying we open at six", "U2", "we open at six"),
        ("text: ivo brezina a text saying gladly", "U2", "gladly"),
        ("text: paint shop a message saying the lift is stuck", "C2", "the lift is stuck"),
        ("text: please tell everyone that tea is ready to ivo brezina", "U2", None),
        # A whole name is nobody's whose one name sounds like both words of it.
        ("recipient: tao ming back in a bit", "U5", "back in a bit"),
        ("recipient: taoming back in a bit", "U6", "back in a bit"),
    ],
)
def test_what_is_proven_a_name_gets_it(said, recipient, text):
    verdict = judge(said)
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)
    assert [one.id for one in verdict.messages[0].recipients] == [recipient]
    assert verdict.messages[0].text == (text or "please tell everyone that tea is ready")


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("text: zebulon quirk a note saying the kiln is hot", Action.WHOM),
        ("text: mark a note saying the kiln is hot", Action.WHICH),
        ("text: the night porter a note saying the kiln is hot", Action.READ_BACK),
        ("text: please tell everyone that tea is ready to general", Action.READ_BACK),
        ("text: tell ivo brezina tea is ready to sigrid ohlendorf", Action.READ_BACK),
        ("text: paint shop starts at ten", Action.READ_BACK),
    ],
)
def test_what_is_not_known_to_be_meant_is_asked(said, action):
    assert judge(said).action is action


@pytest.mark.parametrize(
    "text",
    [
        "we had a note saying the kiln is hot",
        "somebody left a note saying the kiln is hot",
        "there was a message saying the kiln is hot",
        "the paint shop opens at nine",
    ],
)
def test_a_text_that_speaks_of_a_note_or_a_place_stays_whole(text):
    verdict = judge(f"text: {text}")
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)
    assert verdict.messages[0].is_default
    assert verdict.messages[0].text == text
