"""What one would not say in public is read back there, and sent to one person as it comes."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.doubts.sign import SignKind
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, rows, verdict_on

PEOPLE = (
    Person("U1", "Nora Voss"),
    Person("U2", "Pavel Stone"),
    Person("U3", "Hope Lindt"),
    Person("U4", "Chase Hart"),
    Person("U5", "Will Cole"),
    Person("UM", "Mira Holt"),
)
CHANNELS = (Conversation("C1", "general", "channel"), Conversation("C2", "research", "channel"))
ME = Candidate("UM", "Mira Holt", Kind.PERSON, EXACT, "the speaker")
UNDERSTANDING = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH, ME)

BLAMED = """
    text: chase is useless and i want him out of the crew
    text: pavel is lazy and a liar
    text: it was pavel who messed up the whole survey
    text: i can't stand pavel
    text: it is all nora's fault that we are late
    recipient: research pavel is to blame for the flood
    text: my boss is an absolute fool
    text: my neighbour's husband has run off with the lodger
"""
DISMISSED = """
    text: we're getting rid of pavel
    text: they're letting nora go on friday
    text: nora is on thin ice
    text: pavel was shown the door
    recipient: research nora is on a final warning
    recipient: research that pavel is about to be dismissed
    text: nora is being let go on friday
    text: i've been let go
"""
MARRIED = """
    recipient: research nora's marriage is on the rocks
    recipient: research pavel's wife has left him
    text: my marriage is over
    text: hope is seeing somebody new
"""
ILL_OR_POOR = """
    text: the heart clinic rang and it isn't good
    text: my consultant says it has grown
    text: i'm going deaf and i haven't said so
    text: i had my results this morning
    text: nora has to see a specialist about her heart
    text: hope is expecting
    recipient: research hope's on antidepressants
    text: pavel is on insulin
    text: i have been put on sertraline
    text: my eyesight is going
    text: my hands shake and i don't want anybody to know
    text: i'd rather they didn't know about my leg
    text: pavel is drinking again
    recipient: research nora can't pay her rent
    text: hope's husband threw her out
    text: my brother's lost his job
    text: grandad has gone into the hospice
    text: pavel has been arrested
    recipient: research i can't stand the new manager
    recipient: research nora cried all morning
"""
KEPT = """
    text: the shed key is under the blue pot
    text: my aunt's key's behind the meter
    text: the keys are kept inside the old boot
    recipient: research the spare keys are taped to the gate
    text: spare key's in the flowerpot
    text: my login is mira and the password's daffodil
    text: the alarm is four nine two two
    text: my passport number is nine nine one two
"""
TOLD_IN_CONFIDENCE = """
    text: i'm leaving in march but nobody knows yet
    text: strictly off the record we are merging
    text: mum's the word but the mill is sold
    text: don't let on but we're moving
    text: nobody else is to know but the mill is sold
    text: the price is between us for now
"""
CALLED = """
    text: good night my baby
    text: mum can you call me
    recipient: research see you tonight mom
"""
OF_A_PERSON = """
    text: i'm on steroids again
    text: my insulin has run out
    text: she was taken to hospital
    text: nora's surgery is on friday
    text: he got fired
    text: your medication is at the desk
    text: the biopsy came back clear
    text: my eyes are getting worse
    text: the cancer is back
    text: the chemo starts on monday
    text: salary cuts are coming
    text: her scan came back
    text: my test results are in
    text: nora and pavel are breaking up and she is in bits
    text: that's what we pay him
    text: we pay nora eighty thousand
    text: we pay her more than the rest
    text: we paid nora twice that
    text: they pay pavel forty a year
    text: we're paying nora too much
    text: pavel earns sixty thousand
    text: she earns sixty thousand
    text: nora is paid ninety a day
    text: we still pay pavel a retainer
    text: we pay seventy thousand for that post
    recipient: research we pay nora eighty thousand
    text: the test results came back positive
    text: the pregnancy test was positive
"""
OF_THINGS = """
    text: the keys are at the front desk
    text: the alarm goes off at four
    text: the passwords expire on friday
    text: the new manager starts on monday
    text: not one child cried today
    text: the key is missing
    text: the vet is open until six
    text: the clinic opens at nine
    recipient: nora the spare key is under the mat
    text: steroids for the ewes are in the fridge
    text: we ordered insulin for the kennels
    text: the tumour lab is closed on monday
    text: the divorce lawyers are on the third floor
    text: cancer research starts at nine in room two
    text: the surgery opens at eight
    text: the pump died again
    text: the kiln was fired at noon
    text: the hospital car park is full
    text: the therapy pool is closed
    text: a depression is coming in from the west
    text: mom got home safe
    text: the baby is asleep at last
    recipient: research my mum says hello
    recipient: research her baby has two teeth
    text: the dishwasher is useless and i want it gone
    text: the brakes are useless
    text: the app will be useless without a network
    text: nora is great
    text: we pay the plumber on friday
    text: we pay invoices on the first
    text: we pay for the hall by the hour
    text: we paid the deposit
    text: the gas bill is paid
    text: they pay at the gate
    text: what we owe is paid from petty cash
    recipient: nora we pay pavel eighty thousand
    text: my boss is on the phone
    text: pavel is letting the boats go at nine
    text: the marriage registry is closed today
    text: the bank is on the corner
    recipient: nora pavel is useless
    recipient: nora my marriage is over
"""

judge = partial(verdict_on, UNDERSTANDING)


@pytest.mark.parametrize(
    "said", rows(BLAMED, DISMISSED, MARRIED, ILL_OR_POOR, TOLD_IN_CONFIDENCE, OF_A_PERSON)
)
def test_a_delicate_matter_is_read_back_before_many_read_it(said):
    verdict = judge(said)
    assert verdict.action is not Action.SEND, verdict.messages
    assert SignKind.SENSITIVE in {sign.kind for sign in verdict.signs}


@pytest.mark.parametrize("said", rows(KEPT))
def test_where_a_key_is_kept_is_a_secret(said):
    verdict = judge(said)
    assert verdict.action is not Action.SEND, verdict.messages
    assert SignKind.SECRET in {sign.kind for sign in verdict.signs}


@pytest.mark.parametrize("said", rows(CALLED))
def test_words_of_love_are_read_back_before_many_read_them(said):
    assert SignKind.ENDEARMENT in {sign.kind for sign in judge(said).signs}


@pytest.mark.parametrize("said", rows(OF_THINGS))
def test_what_is_said_of_things_or_to_one_person_is_sent(said):
    verdict = judge(said)
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)
