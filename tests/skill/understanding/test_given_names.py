"""What stands before "a note saying" is a name, and what stands behind it all is for whom."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, rows, verdict_on

PEOPLE = (
    Person("U1", "Sigrid Ohlendorf"),
    Person("U2", "Ivo Brezina"),
    Person("U3", "Mark Tolland"),
    Person("U4", "Mark Undset"),
    Person("U5", "Tao Ming"),
    Person("U6", "Taoming Reyes"),
    Person("U7", "Mac Donagh"),
    Person("U8", "Jordan Ashridge"),
    Person("U9", "Peter Hamwick", "Jordy"),
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


WHAT_THE_MESSAGE_SAYS = """
    text: ivo brezina the message room nine needs a new lamp | room nine needs a new lamp
    text: ivo brezina the message days and evenings are free | days and evenings are free
    text: ivo brezina the message reception is running behind | reception is running behind
    text: ivo brezina the note school closes early on friday | school closes early on friday
    text: ivo brezina the note keys are in the tin | keys are in the tin
    text: ivo brezina the announcement doors open at nine | doors open at nine
    text: ivo brezina the message two boxes came for you | two boxes came for you
    text: ivo brezina the note in case anyone asks we won | in case anyone asks we won
    text: ivo brezina the message from now on we park outside | from now on we park outside
    text: ivo brezina a message for the record i voted no | for the record i voted no
    text: ivo brezina a note by the way the cake was great | by the way the cake was great
    text: ivo brezina the message they sent the wrong boxes | they sent the wrong boxes
    text: ivo brezina the message boards are down | the message boards are down
    text: ivo brezina the message is wrong | the message is wrong
    recipient: ivo brezina the message room is locked | the message room is locked
"""
WHICH_MESSAGE = """
    text: ivo brezina the message i got from her
    text: ivo brezina the message that mark wrote
    text: ivo brezina the message they sent yesterday
    text: ivo brezina the message everyone wrote for her birthday
    text: ivo brezina the note she left on monday
    text: ivo brezina the message from the bank
    text: ivo brezina the message for tomorrow
    text: ivo brezina the note on the fridge
    text: ivo brezina the message about the party
    text: ivo brezina the message below
"""
MISHEARD = """
    text: evo bresina a message we won the raffle | U2 | we won the raffle
    text: evo bresina a note call me at noon | U2 | call me at noon
    text: sigrid ohlendorph a text i'm outside | U1 | i'm outside
    text: zorblax wibble a note we are closed | | we are closed
    text: zorblax wibble a message could you call | | could you call
"""
TO_WHOM_THE_OVER_IS_NOT = """
    text: you were great along to sigrid olendorph | U1 | you were great
    text: the movie is over to sigrid olendorph | U1 | the movie is over
    text: it's all over to sigrid olendorph | U1 | it's all over
    text: it's nearly over to ivo brezina | U2 | it's nearly over
    text: hand it over to ivo brezina | U2 | hand it over
    text: please sign up on paint shop | C2 | please sign up
    text: lunch is here as a text to zorblax | | lunch is here
    text: there is cake as a message to gilgamesh | | there is cake
"""
WHOSE_OVER = """
    text: is anyone home over to sigrid olendorph
    text: he made the volleyball team up on paintshop
"""

OVER_TO_SOMEBODY = """
    text: forward me the bill for the lamp over to ivo brezina | forward me the bill for the lamp
    text: take it down before you leave over to ivo brezina | take it down before you leave
    text: call the shop when you can over to ivo brezina | call the shop when you can
"""
IN_FULL = """
    recipient: jordy ashridge mom got home safe | U8 | mom got home safe
    recipient: jordy ashridge parking is full | U8 | parking is full
    recipient: jordy ashridge charting will be down at noon | U8 | charting will be down at noon
    recipient: jordy ashridge dinner was great | U8 | dinner was great
    text: the paint shop channel when does it open | C2 | when does it open
    text: the paint shop channel where is the ladder | C2 | where is the ladder
    text: the paint shop channel call me about the lift | C2 | call me about the lift
"""
TOLD_OF_SOMEBODY = """
    recipient: jordy ashridge is late
    recipient: jordy ashridge left early
    recipient: jordy ashridge parked outside
    recipient: jordy ashridge has the key
"""


def fields(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in row.split("|")) for row in rows(table) if row]


@pytest.mark.parametrize(("said", "text"), fields(WHAT_THE_MESSAGE_SAYS))
def test_the_message_behind_a_name_is_no_part_of_what_it_says(said, text):
    verdict = judge(said)
    assert [message.text for message in verdict.messages] == [text]
    assert verdict.action is Action.SEND


@pytest.mark.parametrize("said", rows(WHICH_MESSAGE))
def test_a_message_that_is_only_told_of_is_not_posted_unheard(said):
    assert judge(said).action is not Action.SEND


@pytest.mark.parametrize(("said", "who", "text"), fields(MISHEARD + TO_WHOM_THE_OVER_IS_NOT))
def test_a_misheard_or_unknown_name_takes_no_word_of_its_lead_to_the_text(said, who, text):
    [message] = judge(said).messages
    assert [one.id for one in message.recipients] == who.split()
    assert message.text == text


@pytest.mark.parametrize("said", rows(WHOSE_OVER))
def test_a_word_that_may_be_the_texts_or_its_leads_is_not_posted_unheard(said):
    assert judge(said).action is not Action.SEND


@pytest.mark.parametrize(("said", "text"), fields(OVER_TO_SOMEBODY))
def test_what_is_whole_before_its_over_is_sent(said, text):
    verdict = judge(said)
    assert [message.text for message in verdict.messages] == [text]
    assert verdict.action is Action.SEND


@pytest.mark.parametrize(("said", "who", "text"), fields(IN_FULL))
def test_a_name_said_in_full_is_not_cut_where_a_text_follows(said, who, text):
    verdict = judge(said)
    assert [one.id for one in verdict.messages[0].recipients] == [who]
    assert verdict.messages[0].text == text
    assert verdict.action is Action.SEND


@pytest.mark.parametrize("said", rows(TOLD_OF_SOMEBODY))
def test_of_whom_a_last_name_may_tell_is_asked(said):
    assert judge(said).action is not Action.SEND
