"""What was said anew is carried out where it is clear, else read back; else it is sent."""

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
    Person("U4", "Ivan Petrov"),
    Person("U5", "Rosa Park"),
    Person("U6", "Rosa Cole"),
    Person("U7", "Will Hart"),
    Person("U8", "Petra Lang", reachable=False),
    Person("UM", "Mira Holt"),
)
CHANNELS = (
    Conversation("C1", "general", "channel"),
    Conversation("C2", "kitchen", "channel"),
    Conversation("C3", "field-research", "channel"),
)
ME = Candidate("UM", "Mira Holt", Kind.PERSON, EXACT, "the speaker")
UNDERSTANDING = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH, ME)

SAID_ANEW = """
    recipient: nora take two buckets no take three buckets
    text: we close at seven or was it eight
    recipient: nora i need four nails and glue no six nails
    text: the old rope not that the new rope
    recipient: ivan it is on the ground floor oh dear the second floor
    text: we are at the weavers' no the smiths' yard
    recipient: nora it's on mill street no dock street
    recipient: nora one second okay the tent is up
    recipient: nora three litres sorry gallons of the blue paint
    recipient: pavel the rope oops chain has come
    text: the kettle actually not the kettle the toaster broke
    text: will actually not will send pavel the rope is wet
"""
BEGUN_AGAIN = """
    recipient: nora the ferry comes at eight oh bother nine
    text: the tents are up over in kitchen
    recipient: nora start at seven better nine
    recipient: nora the tide turns monday what am i like tuesday
    recipient: nora the skiff leaves at six on reflection seven
    recipient: nora i'll be there in ten no more like forty minutes
    recipient: nora the keys are on the hook that's not right they're on the sill
    recipient: nora the winch is slow well not slow stuck
    recipient: nora the tents are up no i don't want soup
    recipient: nora what was i going to say the tents are up
    recipient: nora the tents are up shush i'm talking
    recipient: nora the mast is bent or wait let us say the mast has a dent
    recipient: nora the cook was awful no i'd rather say the cook was tired
    recipient: nora the oar is split well no but the oar is wet
    text: the fair is on the twelfth och rubbish on the fourteenth
    recipient: nora we have nine percent left let me look again nineteen percent
    recipient: nora it took forty litres read that again fourteen litres
    recipient: nora i'm rowing no wrong word i'm sailing
    recipient: nora the boat comes from goole no whitby at six
    recipient: nora how do you say the hatch is stuck
    recipient: nora i keep the rope mateo climb off that until noon
    recipient: nora tide is in two hundred yards bear left tide is out
    recipient: nora that i
    recipient: nora the safe code changed better not say cancel
    text: the hatch is open hold off on that one
"""
DENIED = """
    recipient: nora the red tent not the red one the blue tent is yours
    recipient: nora the shop opens at six strewth seven i had the wrong sign
    text: the fair is on monday did i say monday it's tuesday
    recipient: nora the key is in box b as in bravo no p as in papa
    recipient: nora bring the long rope my word bring the short rope
    text: there's tea with milk damn it without milk in the hall
    recipient: nora i'm moving out stop stop the kids are here
    recipient: nora the yard is shut hold that thought i'll check
"""
SECOND_TELLINGS = """
    recipient: nora the boat is in next message to pavel the oars are out
    recipient: in field research we sold two and any news in kitchen
    recipient: nora stop rowing and everybody else that tea's up
    recipient: nora stop rowing and pavel that tea is up
    recipient: nora fine but ask pavel first
    recipient: nora the boat is in and give pavel the same
    recipient: in kitchen the boat is in and stick the same in field research
    recipient: nora the boat is in after that ping pavel about the oars
    text: the sauna is hot in kitchen and the towels are dry to nora
    recipient: nora the boat is in and can you also tell pavel to bring the rope
"""
BEGINS_A_NEW_COMMAND = """
    recipient: nora actually you know what tell both of them nora and pavel to go home
    recipient: nora you know what just tell pavel to come over
    recipient: nora no ask her if she is coming
    recipient: nora the tents are up no better tell pavel
    ask: hope no better ask nora voss whether the tent is up
    text: supper is ready actually tell pavel supper is ready
"""
FILLS_IN = """
    text: well let's see the ferry is at five thirty
    text: so let's see the ferry leaves at five thirty
    recipient: nora now let me see we need two more tents
    text: well you know the winch is stuck
"""
HAS_NOTHING_TO_SAY = """
    recipient: nora i just wanted to say um
    recipient: nora i was going to tell you
    text: we only wanted to ask er
    recipient: pavel as i was saying
"""
SOMEBODY_BESIDE = """
    text: please send the signed copy to me and the original to pavel
    text: one key goes to me and the other to pavel stone
    recipient: pavel the ropes are here nora should get this as well
    recipient: pavel the ropes are here forward it to nora
    recipient: pavel the tide is at nine ivan petrov as well
    recipient: pavel the ropes are here but do not message nora
    recipient: pavel the ropes are here give nora the same news
    recipient: pavel the ropes are here and in kitchen put that supper is ready
    text: we found a berth but keep it quiet
    recipient: pavel the ropes are here tell nora too
    recipient: pavel forget pavel tell nora the ropes are here
    recipient: pavel the ropes are here same for nora
    recipient: pavel the ropes are here nora should know too
    text: to pavel copy nora the ropes are with me
    recipient: pavel copying in nora that the ropes are with me
    text: petra the ropes are with me
    recipient: pavel the ropes are here and post in kitchen supper is ready
    text: kitchen nine plates and a pot for tonight
    text: kitchen the plates are clean
"""
TOLD_TO_ALEXA = """
    text: cheers bye
    text: thank you good night
    bare: anybody say when the ferry goes
    bare: anyone talking about the picnic
    text: after sunset to tell everyone good night
    bare: at noon to remind nora about the keys
    text: make sure nora knows the tent is up
    recipient: kitchen hear about the party
    recipient: kitchen see the new menu
"""
SUBJECTS = """
    text: nora voss will bring the ladder
    text: ivan petrov can lend us a van
    text: pavel stone might miss the start
    text: hope lindt won't be there
    recipient: nora voss has the spare ladder
"""
WHOLE = """
    recipient: nora i mean it the tents are up
    recipient: nora two per fifty litres not per twenty
    recipient: nora i told pavel and hope that we won
    recipient: nora the tents are up and we had another message to answer
    recipient: nora the paint is wet stop touching it
    text: there is no milk no bread and no salt
    recipient: nora i'm sorry i'm late
    recipient: nora sorry about that i was asleep
    text: gate oh three is open gate oh four is shut
    text: no parking by the barn no stopping by the mill
    text: no one came at two no one came at three
    text: doors at six music at seven
    text: there is no milk there is no bread
    text: the fair is on the twelfth and on the thirteenth
    recipient: nora i'm late i'm on the bus
    recipient: nora never mind i found it
    recipient: nora the hatch's stuck
    text: any hope of a lift home
    recipient: nora the berth is eight oh eight oh
    recipient: nora the mark is four sixty one k s six zero one
    recipient: nora do not untie repeat do not untie the skiff
    text: we open at seven and close at nine
    text: there are six boats seven counting ours
    recipient: nora i'll give it to ivan tomorrow
    recipient: nora we should invite ivan as well
    recipient: nora we should invite ivan petrov as well
    recipient: pavel please do not message kitchen before noon
    recipient: nora saying looks good from the quay
    text: eid mubarak to everyone on the quay
    recipient: nora berth nine's for the ferry not the skiff
    recipient: nora quote never on a sunday unquote is what he said
    recipient: nora the ropes' chest's wet
    recipient: nora the boat will leave from the mill
    recipient: ivan i'd rather go at six than at seven
    text: message queue is full again
    text: update server is down
    text: whoever rowed with ivan yesterday left a scarf
    text: according to nora the mill is shut
    text: the crew likes it and so does nora
    text: we gave a stamp to every visitor
    recipient: nora p r three is ready
    recipient: nora the till's twenty quid short
    text: to nora i'm on my way
    recipient: field research folks i sorted the samples
    recipient: nora saying and another thing it leaks
    recipient: nora saying in ten minutes we start
    recipient: nora let me think about it
    recipient: pavel i'll tell nora about the ropes
    text: the meeting with nora is cancelled
    text: i'll get back to kitchen tomorrow
    text: i like the new gate
    recipient: nora the boat is full sorry folks
    recipient: nora can't make it sorry
    recipient: nora the ferry was late sorry for the wait
    text: kitchen paper is in the shed
    text: thanks everyone
    text: good night all
    bare: anyone know where the ladder is
    recipient: pavel sit down and wait
    recipient: nora actually i'm late
    recipient: nora no ask me tomorrow
    recipient: nora no ask your mother
    recipient: nora you know what i love it
    recipient: nora i just wanted to say thanks
    text: let's see what the tide brings
    text: let's see the new tents today
"""
CARRIED_OUT = [
    ("recipient: nora it's in hut two oh four no two oh five", "U1", "it's in hut two oh five"),
    ("recipient: nora supper is at noon apologies one", "U1", "supper is at one"),
    ("text: the fair is off scrap all that the fair is on", "", "the fair is on"),
    ("recipient: nora er yeah the tide's in", "U1", "the tide's in"),
    (
        "recipient: nora ehm well that the mast of the skiff is bent",
        "U1",
        "the mast of the skiff is bent",
    ),
    ("recipient: nora like uh the winch keeps slipping", "U1", "the winch keeps slipping"),
    ("recipient: nora the skiff is er it's at the mill", "U1", "the skiff is at the mill"),
    ("recipient: nora uh how do you say the hatch is stuck", "U1", "the hatch is stuck"),
    ("recipient: nora nah tell ivan the tent's up", "U4", "the tent's up"),
    (
        "recipient: nora meet at the what do you call it shed at six",
        "U1",
        "meet at the shed at six",
    ),
    ("recipient: nora come get em while they're hot", "U1", "come get em while they're hot"),
    ("recipient: nora not to park her van by the barn", "U1", "Don't park your van by the barn"),
    ("text: ahoy to nora from all of us", "U1", "ahoy"),
    ("text: the ferry is blue no the ferry is green", "", "the ferry is green"),
    ("text: the soup needs salt no the stew needs salt", "", "the stew needs salt"),
    (
        "text: no cats in the hall no dogs on the stairs",
        "",
        "no cats in the hall no dogs on the stairs",
    ),
    ("text: meet behind the barn no behind the mill", "", "meet behind the mill"),
    ("text: the key hangs on the left sorry on the right", "", "the key hangs on the right"),
    ("recipient: pavel shelf nine i tell a lie shelf eleven", "U2", "shelf eleven"),
    ("recipient: nora we meet at noon ach no half past two", "U1", "we meet at half past two"),
    ("recipient: nora it's nine planks no thirty four planks", "U1", "it's thirty four planks"),
    ("recipient: nora two coils a day sorry sorry one coil a day", "U1", "one coil a day"),
    ("recipient: nora the rope costs ninety sorry mate eighty", "U1", "the rope costs eighty"),
    (
        "recipient: nora we need six tents well shoot make that seven tents",
        "U1",
        "we need seven tents",
    ),
    (
        "recipient: nora the tide turns at two hundred and one im sorry two hundred and five",
        "U1",
        "the tide turns at two hundred and five",
    ),
    ("text: the boat is at heron wharf scratch that at millgate", "", "the boat is at millgate"),
    ("text: it's ten percent off no twenty percent off boots", "", "it's twenty percent off boots"),
    (
        "text: the fair is on the third my mistake the fourth of may",
        "",
        "the fair is on the fourth of may",
    ),
    ("recipient: nora come at nine no half nine", "U1", "come at half nine"),
    ("recipient: nora no not nora ivan petrov that the tent is up", "U4", "the tent is up"),
    ("recipient: pavel no not pavel hope saying the tent is up", "U3", "the tent is up"),
    ("recipient: nora sorry ivan i've found the rope", "U4", "i've found the rope"),
    ("recipient: rosa park no cole rosa cole that the tent is up", "U6", "the tent is up"),
    ("recipient: will no not will nora voss that the tent is up", "U1", "the tent is up"),
    ("recipient: nora actually tell ivan instead the tent is up", "U4", "the tent is up"),
    ("recipient: nora come at noon no half one", "U1", "come at half one"),
    ("recipient: nora half seven no tell a lie quarter to eight", "U1", "quarter to eight"),
    ("text: doors at quarter to nine no half nine", "", "doors at half nine"),
    ("ask: pavel no ask ivan if the winch works", "U4", "Does the winch work?"),
    ("ask: pavel sorry ask ivan whether he has the keys", "U4", "Do you have the keys?"),
    ("recipient: pavel forget it ask ivan instead if he's free", "U4", "Are you free?"),
    ("recipient: um nora i mean hope yes hope the tents are dry", "U3", "the tents are dry"),
    ("recipient: uh ivan yeah ivan the winch is stuck", "U4", "the winch is stuck"),
    ("ask: um ivan yes ivan if he is coming", "U4", "Are you coming?"),
    ("recipient: nora in strict confidence we are moving", "U1", "we are moving"),
    ("recipient: nora it goes to bath no not bath wells", "U1", "it goes to wells"),
    ("recipient: nora the gate is brown no black", "U1", "the gate is black"),
]


judge = partial(verdict_on, UNDERSTANDING)


@pytest.mark.parametrize(
    "said",
    rows(
        SAID_ANEW,
        BEGUN_AGAIN,
        DENIED,
        SECOND_TELLINGS,
        BEGINS_A_NEW_COMMAND,
        FILLS_IN,
        HAS_NOTHING_TO_SAY,
        SOMEBODY_BESIDE,
        TOLD_TO_ALEXA,
        SUBJECTS,
    ),
)
def test_what_was_said_anew_or_to_alexa_is_not_posted_unheard(said):
    verdict = judge(said)
    assert verdict.action is not Action.SEND, verdict.messages


@pytest.mark.parametrize("said", rows(WHOLE))
def test_what_only_looks_so_is_sent(said):
    verdict = judge(said)
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)


@pytest.mark.parametrize(("said", "to", "text"), CARRIED_OUT)
def test_a_clear_correction_is_carried_out(said, to, text):
    verdict = judge(said)
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)
    (message,) = verdict.messages
    assert "".join(one.id for one in message.recipients) == to
    assert message.text == text


def test_a_second_place_gets_its_own_words():
    verdict = judge("text: in kitchen the soup is hot and in field research that we need spoons")
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)
    assert [(one.recipients[0].id, one.text) for one in verdict.messages] == [
        ("C2", "the soup is hot"),
        ("C3", "we need spoons"),
    ]


def test_a_breath_before_a_second_message_is_of_neither():
    verdict = judge("recipient: nora the boat is in oh and text pavel we need oars")
    assert [message.text for message in verdict.messages] == ["the boat is in", "we need oars"]


def test_a_second_message_takes_the_whole_name():
    verdict = judge("recipient: pavel the rope is here and tell nora voss to fetch it")
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)
    assert [one.text for one in verdict.messages] == ["the rope is here", "Fetch it"]


def test_what_is_said_again_with_more_weight_is_no_correction():
    verdict = judge("text: we won the cup we actually won the blooming cup")
    assert verdict.messages[0].text == "we won the cup we actually won the blooming cup"


def test_a_name_said_twice_may_call_somebody():
    verdict = judge("recipient: ivan yes ivan the winch is stuck")
    assert verdict.action is Action.READ_BACK
    assert verdict.messages[0].text == "the winch is stuck"
