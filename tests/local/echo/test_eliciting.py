"""While a slot is asked for: what is the answer, and what is something else."""

import pytest

from local.echo.directives import Asked
from local.echo.utterances.understanding import Understanding

WHAT = Asked("SendMessageIntent", "message")
WHOM = Asked("RecipientIntent", "recipient")
WHICH = Asked("RecipientIntent", "number")
FALLBACK = "AMAZON.FallbackIntent"

ASK_WHOM = {
    "type": "Dialog.ElicitSlot",
    "slotToElicit": "recipient",
    "updatedIntent": {"name": "RecipientIntent"},
}
POST_MORTEM = {
    "type": "Dialog.UpdateDynamicEntities",
    "updateBehavior": "REPLACE",
    "types": [{"name": "RECIPIENT", "values": [{"id": "C1", "name": {"value": "post mortem"}}]}],
}


@pytest.fixture(scope="module")
def understanding(model):
    return Understanding(model)


@pytest.mark.parametrize(
    "said",
    [
        "tell him I'm late",
        "let me know when you are there",
        "to be honest, no",
        "to Ana instead",
        "add milk to the list",
        "change it to noon",
        "send it to the printer",
        "remember the milk",
        "forget the milk",
        "two",
        "the second one",
        "Kevin",
        "slack let me know",
        "Slack send is broken",
        "alexa to be fair",
    ],
)
def test_dictation_takes_whatever_is_no_sample_of_its_own(understanding, said):
    message = said.removeprefix("send ")
    meaning = understanding.following(said, WHAT)
    assert (meaning.intent, meaning.slots) == ("SendMessageIntent", {"message": message})


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("send it", "AMAZON.YesIntent"),
        ("forget it", "AMAZON.CancelIntent"),
        ("cancel it", "NeverMindIntent"),
        ("never mind", "AMAZON.CancelIntent"),
        ("send it again", "SendAgainIntent"),
        ("change it", "ChangeMessageIntent"),
        ("stop", "AMAZON.StopIntent"),
        ("no", "AMAZON.NoIntent"),
        ("Slack, any replies?", "ReadRepliesIntent"),
    ],
)
@pytest.mark.parametrize("asked", [WHAT, WHOM, WHICH], ids=["what", "whom", "which"])
def test_a_sample_without_a_slot_is_meant_as_ever(understanding, said, intent, asked):
    meaning = understanding.following(said, asked)
    assert (meaning.intent, meaning.slots) == (intent, {})


@pytest.mark.parametrize(
    "said", ["tell slack to tell ana I'm late", "ask slack to tell ana I'm late"]
)
def test_who_calls_the_skill_by_name_is_not_dictating(understanding, said):
    meaning = understanding.following(said, WHAT)
    assert (meaning.intent, meaning.slots) == ("TellIntent", {"message": "ana I'm late"})


@pytest.mark.parametrize(
    ("said", "recipient"),
    [
        ("Kevin", "Kevin"),
        ("kevin please", "kevin"),
        ("to Kevin Park", "Kevin Park"),
        ("it's Ana", "Ana"),
        ("the dev ops channel", "dev ops"),
        ("to the random channel", "random"),
        ("channel general", "general"),
        ("kevin and ana", "kevin and ana"),
        ("some name nobody has", "some name nobody has"),
        ("🎉", "🎉"),
        ("to Ana please", "Ana"),
        ("send it to Ana", "Ana"),
        ("alexa, to Kevin", "Kevin"),
    ],
)
def test_a_name_is_an_answer_with_and_without_its_carrier(understanding, said, recipient):
    meaning = understanding.following(said, WHOM)
    assert (meaning.intent, meaning.slots) == ("RecipientIntent", {"recipient": recipient})


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("the second one", "RecipientIntent", {"position": "2"}),
        ("number two", "RecipientIntent", {"number": "2"}),
        ("two", "RecipientIntent", {"number": "2"}),
        ("add call me", "AddToMessageIntent", {"message": "call me"}),
        ("change it to noon", "ChangeMessageIntent", {"message": "noon"}),
        ("tell kevin I'm late", "TellIntent", {"message": "kevin I'm late"}),
        (
            "send running late to general",
            "SendMessageIntent",
            {"message": "running late to general"},
        ),
        ("when I say the boss I mean ana", "TeachNameIntent", {"teaching": "the boss I mean ana"}),
    ],
)
def test_what_has_a_carrier_is_no_name(understanding, said, intent, slots):
    meaning = understanding.following(said, WHOM)
    assert (meaning.intent, meaning.slots) == (intent, slots)


def test_a_name_that_is_known_is_never_taken_apart(echo, understanding, skill, answering):
    assert understanding.following("post mortem", WHOM).intent == "SendMessageIntent"
    skill.answers = [answering("To whom?", ends=False, directives=[POST_MORTEM, ASK_WHOM])]
    echo.say("open slack")
    for said in ("Post mortem", "to post mortem", "the post mortem channel"):
        echo.say(said)
        assert skill.last["intent"]["name"] == "RecipientIntent"
        assert skill.last["intent"]["slots"]["recipient"]["value"].lower() == "post mortem"


def test_a_number_is_no_other_words(understanding):
    meaning = understanding.following("Kevin", WHICH)
    assert (meaning.intent, meaning.slots) == (FALLBACK, {})
    assert understanding.following("number two", WHICH).slots == {"number": "2"}


def test_what_the_intent_holds_already_is_kept(understanding):
    asked = Asked("RecipientIntent", "recipient", {"recipient": "kevin", "number": None})
    meaning = understanding.following("the second one", asked)
    assert meaning.slots == {"recipient": "kevin", "number": None, "position": "2"}
    assert understanding.following("add hello", asked).slots == {"message": "hello"}
