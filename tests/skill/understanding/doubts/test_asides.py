"""What is said beside a message stops it: to a dog, to the device, to nobody."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, rows, verdict_on

PEOPLE = (
    Person("U1", "Nora Voss"),
    Person("U2", "Pavel Stone"),
    Person("U3", "Hope Lindt"),
    Person("UM", "Mira Holt"),
)
CHANNELS = (Conversation("C1", "general", "channel"), Conversation("C2", "research", "channel"))
ME = Candidate("UM", "Mira Holt", Kind.PERSON, EXACT, "the speaker")
UNDERSTANDING = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH, ME)

TO_A_DOG_OR_A_CHILD = """
    recipient: nora the sails are dry pepper get off the bed and they're folded
    recipient: nora the shed is locked ginger get down and the key is inside
    recipient: pavel supper is at one no smokey leave the cat alone okay
    recipient: pavel the hay is in jamie come here and dry
    recipient: nora the crates are here tiger off the table and labelled
    text: get down smokey the fair starts at seven
    text: the fair is off no kiddo not in your mouth so stay home
    text: we open late no sweetie put it back so come at ten
    recipient: nora thanks for hey who did this thanks for the lift
    recipient: pavel the sails are with okay what is that the sailmaker
    text: stop that you naughty cat the fair is cancelled
    recipient: pavel no dear not you pavel the stew is ready
    recipient: nora left a bit right a bit the ramp is down
    text: watch it mate anyway the load is on
    text: i've lost my glasses oh here they are the sale is at two
    recipient: nora oi dozy indicate would you i'm ten minutes out
    text: the kettle is on max sit and the cups are out
    text: the survey is done emma not in your mouth and uploaded
"""
TO_A_CHILD_AMID_A_TEXT = """
    recipient: nora the sails daddy's on the phone poppet are dry
    recipient: pavel the survey mummy is busy is due at noon
    recipient: nora the man wants sweetheart not now a refund
    recipient: pavel the hay is in a minute darling is in
    text: the fair is mummy's working off today
"""
OF_OTHERS = """
    recipient: nora the thing is stuck
    recipient: nora the words are on the wall
    recipient: nora my dad's at work
    recipient: nora the mums are on the phone
    recipient: pavel she's a darling and the stew is ready
    recipient: pavel that baby is a sweetheart
    text: i'll come anyway
    text: it rained but anyway we won
    recipient: nora anyway we won
    recipient: nora sit down and read the survey
    recipient: nora the man said get off the bus and they did
    recipient: nora the children are late they get off the bus at four
    recipient: nora the school is shut the boys get off the bus at four
    recipient: nora it is late so sit down and eat
    recipient: nora we are full please come back here tomorrow
    recipient: pavel the sails are dry come and fetch them
"""
TO_THE_DEVICE = """
    bare: you're a good listener you know that
    bare: oh you are such a clever thing today
    bare: well you've been very helpful i must say
    bare: you drive me up the wall sometimes
    bare: your voice is lovely today
    bare: i love you little box
"""
OF_PEOPLE = """
    bare: you're all welcome in the barn
    bare: you can use the back door today
    bare: your parcels are in the porch
    text: you're the best crew ever
    text: your voice carries right across the yard
"""
OF_DEALINGS = """
    bare: i owe pavel an answer and the answer is yes
    bare: i promised nora i'd say when the boat came and it came
    bare: i told nora she can go
"""
IN_THE_PLACE_OF_A_WORD = """
    recipient: nora the thing the rudder is stuck
    recipient: nora that the erm what is it called the thing the rudder is stuck
    text: the whatsit the left pump has gone
    text: the words the mill is shut to pavel
    recipient: pavel the sentence we are closed
"""
TO_NOBODY = """
    bare: oh my god the cake
    text: oh my god the cake
    bare: oh for heaven's sake the milk
    bare: oh dear lord
    bare: oh bugger my coffee
    bare: oh dear where's that button
    bare: oh no what did i do
    bare: good night dear
"""
WITH_NEWS = """
    recipient: nora no kids get in free
    recipient: nora okay who is coming
    recipient: pavel i know what you mean okay who is coming
    bare: oh no the lift is stuck again
    bare: oh good the parcel came
    bare: oh who took my mug
    bare: i told the landlord about the roof
    text: get off the bus at six
"""

judge = partial(verdict_on, UNDERSTANDING)


@pytest.mark.parametrize(
    "said",
    rows(TO_A_DOG_OR_A_CHILD, TO_A_CHILD_AMID_A_TEXT, TO_THE_DEVICE, OF_DEALINGS, TO_NOBODY)
    + rows(IN_THE_PLACE_OF_A_WORD),
)
def test_what_is_said_beside_a_message_is_not_posted_unheard(said):
    verdict = judge(said)
    assert verdict.action is not Action.SEND, verdict.messages


@pytest.mark.parametrize("said", rows(OF_OTHERS, OF_PEOPLE, WITH_NEWS))
def test_what_only_sounds_so_is_sent(said):
    verdict = judge(said)
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)
