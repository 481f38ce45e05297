"""Words that are left over stand against posting; what a sentence has for itself does not."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.names.candidate import EXACT, Candidate, Kind as Named
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, rows, verdict_on

PEOPLE = (
    Person("U1", "Nora Voss"),
    Person("U2", "Pavel Stone"),
    Person("U3", "Hope Lindt"),
    Person("U4", "Ivan Petrov"),
    Person("U5", "Rosa Park"),
    Person("U6", "Lu-Ann Ortiz"),
    Person("UM", "Mira Holt"),
)
CHANNELS = (
    Conversation("C1", "general", "channel"),
    Conversation("C2", "kitchen", "channel"),
    Conversation("C3", "field-research", "channel"),
)
ME = Candidate("UM", "Mira Holt", Named.PERSON, EXACT, "the speaker")
UNDERSTANDING = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH, ME)

HALF_A_QUESTION = """
    recipient: nora where i am
    recipient: nora why we're late
    recipient: nora how to get in
    recipient: nora who won
    recipient: nora when the ferry leaves
    recipient: nora what ivan wrote
    recipient: nora which door is ours
    recipient: nora where the spare key hangs
    recipient: nora whose turn it is
    recipient: nora who took it
    recipient: nora what she said
    recipient: nora what she wrote at noon
    recipient: nora what i made for lunch
    recipient: nora how the match ended
"""
ANOTHER_NAME = """
    recipient: nora not nora rosa park that the tent is up
    recipient: nora ivan petrov that the tent is up
    recipient: ivan not him rosa that the tent is up
"""
TO_ALEXA = """
    recipient: nora the bread is in the oven end of message
    recipient: nora the bread is in the oven send it
    recipient: nora the bread is in the oven and send it to her
    recipient: nora the bread is in the oven did you get that
    recipient: nora the bread is in the oven got that
    recipient: nora the bread is in the oven new message
    recipient: nora the bread is in the oven and be quick about it
    recipient: nora the bread is in the oven read it back
    recipient: nora the bread is in the oven post it now
    text: the bread is in the oven send
"""
SOMEBODY_UNKNOWN = """
    text: the painters that lunch is here
    text: the drivers that book club is at my house
    text: the plumbers that water is off
    text: the teachers that school is closed on monday
    text: the cleaners that coffee will be late
    text: grizzlewick oglethorne school is closed today
    text: grizzlewick oglethorne dinner is ready
    text: grizzlewick oglethorne practice was moved to six
    text: him the list
    text: them a photo
    text: someone to the side door
    text: everyone home
    text: kitchen the menu
    text: the baker a message
    text: the baker that we are closed
    text: investors that we are open
    text: the bread is burnt to everybody
    text: good evening all of you to everybody on the rota
    text: we sold the boat to everybody on the rota
    text: the people upstairs that tea is ready
    text: the lads outside that we are closed
    text: the people next door that not today
    text: the drivers that got it
    text: the drivers that be right back
    text: the painter that don't forget the ladder
    text: the painter that sounds good
    text: the painter that is anybody in the hall
    text: sorry wrong ladder to everyone in the yard
    text: see you by the gate to everybody at the mill
    text: the bread is burnt to the night porter
    text: the mill is closed to field
    text: i put the scales in research
"""
SOMEBODY_ELSE = """
    recipient: nora to go to the mill and pavel to the bank
    recipient: nora to stay at the desk and ivan petrov to the door
    recipient: nora the boat is late but don't tell ivan
    recipient: nora the boat is in and tell everybody the bar is open
    recipient: nora the boat is late without telling ivan
    recipient: nora the boat is late and copy in ivan
    recipient: nora with ivan in copy that the boat is late
    recipient: nora without ivan that the boat is late
    recipient: nora together with ivan that the boat is late
    recipient: nora the boat is late and hope the soup is cold
    recipient: nora the boat is late do not tell ivan
    recipient: nora or ivan the boat is late
    recipient: nora on behalf of ivan that the boat is late
"""
REST_OF_A_NAME = """
    recipient: nora park i said hello
    recipient: nora stone we said noon
    recipient: pavel stone's brother the saw is here
    recipient: nora dear that the saw is here
    recipient: nora nora is here
    recipient: nora voss is asleep in the hall
    recipient: nora voss called
    recipient: nora only the saw is here
    recipient: ivan petrov has lost his key
    recipient: nora darling that the saw is here
"""
THINGS = """
    text: nora voss the figures
    text: the figures to nora
    text: flowers to nora
    text: nora the plan we talked about
    recipient: nora the plan we talked about
    recipient: nora the same thing i told ivan
    recipient: nora ivan's message
    text: nora voss to the side door
    text: packing lists to nora
    text: sandwiches to nora
    text: nora the boxes hope packed
    text: nora the shelf ivan wants
    text: shipping labels to nora
    recipient: nora looks after the yard
"""
WHAT_COMES_AFTER = """
    text: the cake is cut and pin it
    text: the cake is cut then turn off the lights
    text: the cake is cut and mark it as urgent
    text: the cake is cut and read it back to me
    text: the cake is cut with a smiley
    text: the cake is cut everywhere
    text: the cake is cut in a thread
    text: the cake is cut under kitchen
    recipient: nora the cake is cut and set a timer
    recipient: nora the cake is cut and close the door
"""
NO_MESSAGE = """
    text: photos from the trip
    text: love to everyone
    text: it up to nora
    text: it in german to nora
    text: nothing
    text: the following in kitchen lunch is here
    recipient: nora go
    recipient: nora back
    recipient: nora for the best
    recipient: nora my boss the disk is full
    ask: nora a question
    ask: nora what size boots the twins wear
"""
HALF_A_SENTENCE = """
    recipient: nora feeds the hens
    recipient: nora brings her own saw
    recipient: nora opens at seven
    recipient: pavel wants a lift
    recipient: pavel meets ivan at noon
    recipient: nora voss sweeps the yard on fridays
"""
MESSAGES = """
    recipient: nora drinks at seven
    recipient: nora keys are in the tin
    recipient: nora makes sense to me
    recipient: nora sounds like a plan
    recipient: nora thanks a lot
    recipient: nora lots of people came
    recipient: nora saying i think pavel stone has the key
    recipient: nora we have to go over it again
    recipient: nora to bring pavel and ivan the bread
    recipient: nora who is in
    recipient: nora i can come and close the door
    ask: nora what she thinks of it
    ask: nora how many crates fit in
    text: welcome to the group
    text: all clear
    text: please move your bikes to the back
    text: the works council approved the plan
    recipient: nora where are you
    recipient: nora what a day
    recipient: nora how come the bread is burnt
    recipient: nora if you are hungry there is soup
    recipient: nora the permit's in the post
    recipient: nora the plan we talked about is off
    recipient: nora please send it
    recipient: nora i hope that the bread is fine
    recipient: lu ann the bread is fine
    text: the party's at nine in the yard
    text: someone left the oven on
    text: everybody needs a badge
    text: tomorrow the mill is closed
    text: rosa has gone home sick
    text: ivan is right the mill is closed
    text: whoever borrowed nora's rake bring it back
    text: a friend of ivan's is here give him a coat
    text: sorry that the mill is closed
    text: we agreed to a truce
    text: that the mill is closed
    recipient: nora voss who took my ladder
    recipient: nora voss who has the red bucket
    recipient: nora voss what she said was fair
    recipient: nora voss what they sent looks odd
    recipient: nora voss looks good from here
    recipient: nora that looks fine to us
    text: a note to nora voss that the boiler rattles
    text: a message to nora saying that goes for everybody
    text: a message to nora saying told you so
    text: the tinker said yes to nora
    text: the crates go first to nora
    text: the boat for lu ann ortiz is here to nora
    text: happy new year to everyone in the yard
    text: the painters that came late are still here
    text: the printers that jam are on the third floor
    text: the goats that got out are back
    text: the people upstairs are loud
    recipient: nora please tell everybody that the mill is closed
    recipient: nora i have three things to say
    recipient: nora we have nothing to add
    recipient: nora he wrote what he had to say
    text: big up to everyone last night we sold the lot
    text: we ought to ask first
    bare: the mill's on fire
"""


judge = partial(verdict_on, UNDERSTANDING)


@pytest.mark.parametrize(
    "said",
    rows(
        HALF_A_QUESTION,
        TO_ALEXA,
        SOMEBODY_UNKNOWN,
        SOMEBODY_ELSE,
        REST_OF_A_NAME,
        THINGS,
        WHAT_COMES_AFTER,
        NO_MESSAGE,
        ANOTHER_NAME,
        HALF_A_SENTENCE,
    ),
)
def test_what_is_left_over_is_never_posted_unheard(said):
    assert judge(said).action is not Action.SEND


@pytest.mark.parametrize("said", rows(MESSAGES))
def test_what_is_whole_is_sent(said):
    verdict = judge(said)
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)


def test_a_that_in_front_is_no_part_of_the_text():
    assert judge("text: that the mill is closed").messages[0].text == "the mill is closed"
