"""What is unusual is read back: texts that are not said as messages are."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.carrier import Carrier
from skill.understanding.doubts.sign import SignKind
from skill.understanding.names.candidate import EXACT, Candidate, Kind as Named
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, verdict_on

PEOPLE = (
    Person("U1", "Lena Ruiz"),
    Person("U2", "Omar Haddad"),
    Person("U3", "Joan Low"),
    Person("U4", "Drew Barnes"),
    Person("U5", "Ivo Kral"),
    Person("U6", "Sunil Rau"),
    Person("UM", "Mira Holt"),
)
CHANNELS = (Conversation("C1", "general", "channel"), Conversation("C2", "kitchen", "channel"))
ME = Candidate("UM", "Mira Holt", Named.PERSON, EXACT, "the speaker")
UNDERSTANDING = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH, ME)


judge = partial(verdict_on, UNDERSTANDING)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("recipient: lena fine and omar tomorrow", SignKind.SECOND),
        ("recipient: lena the crates are packed cc omar", SignKind.SECOND),
        ("recipient: lena except omar the crates are packed", SignKind.NEGATED),
        ("recipient: lena the crates are packed except omar", SignKind.NEGATED),
        ("recipient: lena the crates are packed anywhere but kitchen", SignKind.NEGATED),
        ("recipient: lena the crates are packed just not in the kitchen", SignKind.NEGATED),
        ("recipient: lena the crates are packed to all but omar", SignKind.NEGATED),
        ("recipient: lena when she wakes up that the soup is in the oven", SignKind.CONDITION),
        ("recipient: lena the crates are packed would you", SignKind.COMMAND),
        ("recipient: lena yes to that", SignKind.LONE),
        ("recipient: lena because of the", SignKind.UNFINISHED),
        ("recipient: lena quote we never sleep", SignKind.MARK),
        ("recipient: lena three things colon salt oil bread", SignKind.MARK),
        ("recipient: lena no comma salt oil bread", SignKind.MARK),
        ("recipient: sunil row the kiln is on", SignKind.NEARLY_NAMED),
        ("text: lena the drawings from last week", SignKind.THING),
        ("text: lena a reminder on monday that the kiln is on", SignKind.THING),
        ("text: lena the kiln omar haddad talked about", SignKind.THING),
        ("text: lena the parcel for omar haddad i told you about", SignKind.THING),
        ("text: drew those names on the wall", SignKind.NAME_FIRST),
        ("text: a short word to lena the crates are packed", SignKind.TO_NAME),
        ("text: to the people of the upper floor the heating is back", SignKind.LED),
        ("text: tomorrow", SignKind.THING),
        ("text: with", SignKind.THING),
        ("text: joan wants her keys back", SignKind.NAME_WITHIN),
        ("text: it in the kitchen", SignKind.COMMAND),
        ("bare: fix what i just sent to nine", SignKind.COMMAND),
        ("text: unsend it quick before joan looks", SignKind.COMMAND),
        ("text: unpost the thing about the kiln", SignKind.COMMAND),
        ("text: take it down before omar reads it", SignKind.COMMAND),
        ("text: the last one it's the oven not the kiln", SignKind.COMMAND),
        ("text: i misspoke it was the oven not the kiln", SignKind.COMMAND),
        ("text: the last thing i wrote should say oven", SignKind.COMMAND),
        ("text: a heart on the last thing lena wrote", SignKind.COMMAND),
        ("text: a thumbs up on what omar said", SignKind.COMMAND),
        ("text: three cheers to the last message joan posted", SignKind.COMMAND),
        ("recipient: lena the crates are packed not now dad", SignKind.GROPING),
        ("recipient: omar put that down the kiln is hot", SignKind.GROPING),
        ("recipient: lena in dutch that the kiln is hot", SignKind.MARK),
        ("recipient: omar with a smiley the kiln is on", SignKind.MARK),
        ("recipient: general an at channel the kiln is on", SignKind.MENTION),
        ("recipient: general at lena look at the kiln", SignKind.MENTION),
        ("recipient: myself that for the record in kitchen the kiln is on", SignKind.LED),
        ("text: good morning could you tell omar the kiln is on", SignKind.NAME_WITHIN),
        ("text: not to post anything before noon", SignKind.COMMAND),
        ("text: somebody saw omar crying all morning", SignKind.SENSITIVE),
        ("bare: who has called for me", SignKind.COMMAND),
        ("bare: anyone asking after me", SignKind.COMMAND),
        ("ask: one of the cooks for the recipe", SignKind.TELLING),
    ],
)
def test_what_is_not_plain_is_not_sent(said, kind):
    verdict = judge(said)
    assert verdict.action is not Action.SEND
    assert kind in {sign.kind for sign in verdict.signs}


@pytest.mark.parametrize(
    "said",
    [
        "recipient: lena i met ivo and omar in town",
        "recipient: lena i don't know where it is",
        "recipient: lena the quote is too high",
        "recipient: lena can you quote for forty chairs",
        "recipient: lena there is a question mark over the picnic",
        "recipient: lena the comma is missing on the sign",
        "text: they forgot another colon",
        "recipient: lena when you are back call the bank",
        "recipient: joan the kiln is on",
        "recipient: lena yes",
        "text: lena ruiz the oven on the left is broken",
        "text: does anybody know where the keys are",
        "text: many thanks to the night shift",
        "text: many happy returns",
        "recipient: joan the parcel for lena ruiz needs a stamp",
        "text: bon voyage everyone",
        "bare: who wants the last piece of cake",
    ],
)
def test_what_is_plain_is_sent(said):
    verdict = judge(said)
    assert verdict.action is Action.SEND, verdict.why


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("recipient: ivo room four oh one no four oh two", "room four oh two"),
        ("recipient: ivo the code ends in nine oh nine no nine oh five", None),
    ],
)
def test_a_number_said_with_oh_is_corrected_whole(said, text):
    verdict = judge(said)
    if text:
        assert verdict.messages[0].text == text
    assert "nine oh nine oh" not in verdict.messages[0].text


def test_a_group_message_that_does_not_exist_is_not_two_direct_ones_in_silence():
    verdict = judge("text: a message to the group with lena and omar saying soup is ready")
    assert verdict.action is Action.READ_BACK
    assert [resolution.candidates[0].name for resolution in verdict.messages[0].resolutions] == [
        "Lena Ruiz",
        "Omar Haddad",
    ]


def test_what_is_in_doubt_stays_so_while_it_is_asked_who_is_meant():
    people = (*PEOPLE, Person("U7", "Ivo Stein"))
    two = Understanding(resolver(Directory.of(people, CHANNELS)), ENGLISH, ME)
    verdict = two.judge("ivo fine and omar tomorrow", Carrier.RECIPIENT)
    assert verdict.action is Action.WHICH
    assert verdict.is_doubtful
    assert not two.judge("ivo the soup is ready", Carrier.RECIPIENT).is_doubtful


@pytest.mark.parametrize(
    "said",
    [
        "recipient: lena is the kit order late",
        "recipient: lena the grant money is here",
        "recipient: lena i meant to ring the glazier but i forgot",
        "recipient: lena saying i meant to lock the shed",
        "recipient: lena saying answer with yes or no or you get no seat",
        "recipient: lena saying no smoking in the shed tonight",
        "recipient: lena it rained and that's that",
        "recipient: lena saying my phone's nearly flat",
        "recipient: lena saying our bus is late and that was that",
        "recipient: lena saying the sign saying keep out has gone",
        "recipient: lena saying the poster saying free soup is wrong",
        "recipient: lena who told you that it was cancelled",
        "recipient: lena what i wanted to say was that it works",
        "recipient: lena saying read the label before you cook it",
    ],
)
def test_what_only_looks_unusual_is_sent(said):
    assert judge(said).action is Action.SEND


@pytest.mark.parametrize(
    "said",
    [
        "recipient: lena the kiln is hot mateo climb off that until noon",
        "recipient: lena i meant to send it to omar",
        "recipient: lena my phone from work",
        "recipient: lena dear that the crates are packed",
        "recipient: lena read the messages",
    ],
)
def test_what_is_unusual_is_still_read_back(said):
    assert judge(said).action is not Action.SEND
