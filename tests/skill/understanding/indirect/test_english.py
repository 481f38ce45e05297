"""English indirect speech: what is told of somebody, as it is told to them."""

import pytest

from skill.understanding.indirect import Hearers, Speech, indirect

ENGLISH = indirect("en")

QUESTIONS = """
    where on earth is the ladder = Where on earth is the ladder?
    what the devil his plan is = What the devil is your plan?
    why on earth he left = Why on earth did you leave?
    whether the ferry can wait = Can the ferry wait?
    if the memo he wrote is signed = Is the memo you wrote signed?
    if the guests who came yesterday are happy = Are the guests who came yesterday happy?
    if he has already eaten = Have you already eaten?
    where he has put the long cable = Where have you put the long cable?
    if he has never been there = Have you never been there?
    if he still has the ladder = Do you still have the ladder?
    whether he has cut flowers = Do you have cut flowers?
    if he's eaten = Have you eaten?
    if he's told anja = Have you told anja?
    if he's paid the bill = Have you paid the bill?
    if he's booked the hall = Have you booked the hall?
    if he's booked on the ferry = Are you booked on the ferry?
    if he's done with the drill = Are you done with the drill?
    if he's tired = Are you tired?
    if he's coming = Are you coming?
    whether the order's arrived = Has the order arrived?
    whether the hall's booked = Is the hall booked?
    if he's any news of the permit = Have you any news of the permit?
    if he might could lend me a saw = Could you lend me a saw?
    whether the boilers need a service = Do the boilers need a service?
    if the bakery closes at five = Does the bakery close at five?
    if the surveyor report's come back = Has the surveyor report come back?
    how long for the scaffolding = How long for the scaffolding?
    how many = How many?
    how many stools are left = How many stools are left?
    which door is for deliveries = Which door is for deliveries?
    what time the ferry leaves = What time does the ferry leave?
    why the kettle keeps tripping = Why does the kettle keep tripping?
    when the train gets in = When does the train get in?
    why the sales figures look odd = Why do the sales figures look odd?
    who's got the keys = Who's got the keys?
    where he hid the spare key = Where did you hide the spare key?
    where's he going = Where are you going?
    what's his plan = What's your plan?
    what his plan is = What is your plan?
    who left the gate open = Who left the gate open?
    what about the van = What about the van?
    if there's any room on the ferry = Is there any room on the ferry?
    if there's been a leak = Has there been a leak?
    when the baker gets paid = When does the baker get paid?
    when the bakers get paid = When do the bakers get paid?
    if the baker got paid = Did the baker get paid?
    whether the baker has got paid = Has the baker got paid?
    if the mast is getting fixed = Is the mast getting fixed?
    when the survey gets done = When does the survey get done?
    how often the bins get emptied = How often do the bins get emptied?
    when the list gets put up = When does the list get put up?
    if the pump needs fixing = Does the pump need fixing?
    who puts up the tent = Who puts up the tent?
    who reads the meter = Who reads the meter?
    when the gardener cuts the hedge = When does the gardener cut the hedge?
    if whoever sails first locks the shed = Does whoever sails first lock the shed?
    how much the mast costs = How much does the mast cost?
    what he did with my ladle = What did you do with my ladle?
    what he did last week = What did you do last week?
    what he did = What did you do?
    why he did that = Why did you do that?
    how the hell he did it = How the hell did you do it?
    if he did his homework = Did you do your homework?
    if he did get the parcel = Did you get the parcel?
    what he did say = What did you say?
    if he does weddings = Do you do weddings?
    when he does his rounds = When do you do your rounds?
    what they do with the scrap = What do they do with the scrap?
    what she did with her saw = What did she do with her saw?
    what the vet did with the forms = What did the vet do with the forms?
    what the tiler does on sundays = What does the tiler do on sundays?
    whether the shop does gluten free = Does the shop do gluten free?
    if the vet did the paperwork = Did the vet do the paperwork?
    who did the dishes = Who did the dishes?
    where the hell he's put the ladder = Where the hell have you put the ladder?
    what he's done with my saw = What have you done with my saw?
    what he's cut = What have you cut?
    where he's hurt = Where are you hurt?
    what she's done with my saw = What has she done with my saw?
    where in blazes he put it = Where in blazes did you put it?
    why he hasn't called = Why haven't you called?
    how he'd do it = How would you do it?
    if he'd already eaten = Had you already eaten?
    if he'd come to the party = Would you come to the party?
    if he'd like some soup = Would you like some soup?
    when he dives = When do you dive?
    why he lies = Why do you lie?
    how often he sneezes = How often do you sneeze?
    where he moors the boat = Where do you moor the boat?
    for his notes = Can I have your notes?
    for the new plans = Can I have the new plans?
"""
REMINDED = """
    to taste before he salts = Remember to taste before you salt
    to knock before he barges in = Remember to knock before you barge in
    to call before he leaves and takes the van = Remember to call before you leave and take the van
    to ring when he gets in and feeds cats = Remember to ring when you get in and feed cats
    to sweep when he sands and varnishes = Remember to sweep when you sand and varnish
    to ring when he's in and has a minute = Remember to ring when you're in and have a minute
    to call when he buys nails and screws = Remember to call when you buy nails and screws
    to wait until he sees she eats and naps = Remember to wait until you see she eats and naps
    to measure before he roughly trims it = Remember to measure before you roughly trim it
    to lie down before he dies = Remember to lie down before you die
    that he sometimes snores = That you sometimes snore
    that he always forgets = That you always forget
    that he promised to bring cake = That you promised to bring cake
    he owes us a lunch = You owe us a lunch
    about his appointment = Reminder about your appointment
    of the dentist = Reminder about the dentist
"""
WISHED = """
    a lovely weekend = Have a lovely weekend
    a happy birthday = Happy birthday
    a happy birthday from me = Happy birthday
    a happy birthday from all of us = Happy birthday from all of us
    a speedy recovery = Speedy recovery
    a calm crossing from me = I wish you a calm crossing
    a gentle start = I wish you a gentle start
    all the best for his exam = All the best for your exam
"""
TOLD = """
    the skiff is his now = The skiff is yours now
    his two o'clock is here = Your two o'clock is here
    to not to touch the fence = Don't touch the fence
    the pie was great and tell him that the kids loved it = The pie was great and the kids loved it
    not to park his van there = Don't park your van there
    to ring him = Ring him
    to give him his ladder = Give him his ladder
    to sail with him = Sail with him
    to finish what we gave him = Finish what we gave you
    we will ring him = We will ring you
    that was his ladder = That was your ladder
"""


def rows(table):
    return [line.strip().split(" = ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(
    ("speech", "table"),
    [
        (Speech.ASK, QUESTIONS),
        (Speech.REMIND, REMINDED),
        (Speech.WISH, WISHED),
        (Speech.TELL, TOLD),
    ],
)
def test_what_is_said_of_somebody_is_turned_to_them(speech, table):
    him = Hearers("kevin")
    turned = [(said, ENGLISH.turned(said, speech, him)) for said, _ in rows(table)]
    assert [(said, found and found.text) for said, found in turned] == [
        (said, right) for said, right in rows(table)
    ]
    assert [said for said, found in turned if not found.is_certain] == []


@pytest.mark.parametrize(
    "said",
    [
        "where i put the ladder",
        "where we read it",
        "when the cargo ships arrived",
        "when the money owed comes",
        "why the hotel guests moved leaves us short",
    ],
)
def test_what_may_be_of_now_or_of_then_is_left_as_it_was_spoken_and_heard_first(said):
    turned = ENGLISH.turned(said, Speech.ASK, Hearers("kevin"))
    assert (turned.text.casefold(), turned.is_certain) == (said, False)


HER = """
    thank | anja | for sitting with her so long = Thank you for sitting with her so long
    thank | kevin | for sitting with her so long = Thank you for sitting with her so long
    thank | anna | for driving her home = Thank you for driving her home
    thank | anna | for lending me her saw = Thank you for lending me your saw
    thank | anna | for her help = Thank you for your help
    thank | anna | for all she did = Thank you for all you did
    tell | anna | i can hear her hammering = I can hear you hammering
    tell | anna | i saw her waving from the boat = I saw you waving from the boat
    tell | anna | i like her singing = I like your singing
"""


@pytest.mark.parametrize("row", rows(HER))
def test_her_is_whom_one_does_it_to(row):
    (speech, name, said), right = row[0].split(" | "), row[1]
    turned = ENGLISH.turned(said, Speech(speech), Hearers(name))
    assert (turned.text, turned.is_certain) == (right, True)


def test_whom_one_was_told_to_ring_is_heard_first():
    turned = ENGLISH.turned("for telling me to ring her", Speech.THANK, Hearers("anna"))
    assert not turned.is_certain


def test_what_is_also_asked_of_somebody_is_read_back():
    said = "the pump is mended and ask him for the bill"
    assert not ENGLISH.turned(said, Speech.TELL, Hearers("kevin")).is_certain


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("anna", "mare three's off her hay"),
        ("anna", "mrs dale is in and her lift is broken"),
        ("kevin", "the foal lost his mother"),
        ("kevin", "grandad wants his chair back"),
    ],
)
def test_what_belongs_to_who_was_told_of_before_stays_as_it_was_spoken(name, said):
    turned = ENGLISH.turned(said, Speech.TELL, Hearers(name))
    assert turned is None or turned.text.casefold() == said
