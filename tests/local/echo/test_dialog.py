"""What the skill asks for, and where the answer goes."""

import pytest

from local.echo import Echo
from local.interaction_model import InteractionModel

ELICIT = {
    "type": "Dialog.ElicitSlot",
    "slotToElicit": "message",
    "updatedIntent": {"name": "SendMessageIntent"},
}


@pytest.fixture
def asking(skill, answering):
    """A skill that asks for the message and then is content."""

    def asks(**directive):
        wanted = {key: value for key, value in (ELICIT | directive).items() if value is not None}
        question = answering("What?", ends=False, reprompt="Well?", directives=[wanted])
        skill.answers = [question, answering("Sent.")]

    asks()
    return asks


def sent(skill):
    intent = skill.last["intent"]
    return intent["name"], intent.get("slots", {}).get("message", {}).get("value")


@pytest.mark.parametrize(
    "said",
    [
        "I'm giving the demo now",
        "replies are late, sorry!",
        "Alexa is on call",
        "the last thing: <b>{x}</b> & [y]",
        ", well",
        "🎉",
        "שלום, עולם",
        "yes we can",
        "slack and the weather",
    ],
)
def test_the_next_utterance_is_what_was_asked_for(echo, skill, asking, said):
    assert echo.say("tell slack to send").session_open
    turn = echo.say(f" {said} ")
    assert (sent(skill), turn.heard) == (("SendMessageIntent", said), "Sent.")
    assert skill.last["dialogState"] == "IN_PROGRESS"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("stop", "AMAZON.StopIntent"),
        ("Cancel!", "AMAZON.CancelIntent"),
        ("never mind", "AMAZON.CancelIntent"),
        ("help", "AMAZON.HelpIntent"),
        ("alexa, stop", "AMAZON.StopIntent"),
        ("Alexa help", "AMAZON.HelpIntent"),
        ("did it go through?", "DeliveryStatusIntent"),
        ("ask slack for replies", "ReadRepliesIntent"),
    ],
)
def test_a_sample_of_its_own_is_no_answer(echo, skill, asking, said, intent):
    echo.say("tell slack to send")
    echo.say(said)
    assert sent(skill) == (intent, None)


@pytest.mark.parametrize("said", ["send I'm late", "tell slack to say I'm late"])
def test_an_answer_may_have_its_carrier(echo, skill, asking, said):
    echo.say("tell slack to send")
    echo.say(said)
    assert sent(skill) == ("SendMessageIntent", "I'm late")
    assert skill.last["dialogState"] == "IN_PROGRESS"


def test_a_question_is_forgotten_when_nobody_answers(echo, skill, asking):
    echo.say("tell slack to send")
    assert echo.silence().heard == "Well?"
    assert echo.say("running late").note == "not for Slack"


def test_a_question_is_forgotten_with_its_session(echo, skill, asking):
    echo.say("tell slack to send")
    echo.say("alexa, ask slack for replies")
    assert sent(skill) == ("ReadRepliesIntent", None)
    echo.say("open slack")
    assert skill.last["type"] == "LaunchRequest"


def test_the_intent_that_was_asked_is_meant_without_updated_intent(echo, skill, asking):
    asking(updatedIntent=None)
    echo.say("tell slack to send")
    echo.say("running late")
    assert sent(skill) == ("SendMessageIntent", "running late")


def test_another_intent_may_ask_for_the_slot(echo, skill, asking):
    echo.say("open slack")
    echo.say("running late")
    assert sent(skill) == ("SendMessageIntent", "running late")


@pytest.mark.parametrize(
    ("directive", "words"),
    [
        ({"slotToElicit": "text"}, "asks for text, which is no slot of SendMessageIntent"),
        ({"slotToElicit": None}, "asks for None"),
        ({"updatedIntent": {"name": "PostIntent"}}, "PostIntent, which the model does not have"),
        ({"updatedIntent": "SendMessageIntent"}, "no object"),
        ({"updatedIntent": None}, "needs updatedIntent"),
    ],
)
def test_a_question_for_what_is_not_there_is_refused(echo, asking, directive, words):
    asking(**directive)
    assert words in echo.say("open slack").rejected


def test_a_question_that_ends_the_session_is_refused(echo, skill, answering):
    skill.answers = [answering("What?", directives=[ELICIT])]
    assert "ends the session" in echo.say("open slack").rejected


def test_two_questions_are_refused(echo, skill, answering):
    skill.answers = [answering("What?", ends=False, directives=[ELICIT, ELICIT])]
    assert "one slot only" in echo.say("open slack").rejected


def test_a_slot_without_a_dialog_is_not_asked_for_and_the_turn_says_so(
    tmp_path, model, skill, asking
):
    bare = InteractionModel(
        model.locale, model.invocation_name, model.intents, model.types, dialog={}
    )
    echo = Echo(bare, skill, lambda: 0.0, skill_id="s")
    turn = echo.say("tell slack to send")
    assert "SendMessageIntent is not in dialog.intents" in turn.rejected
    assert (turn.heard, turn.session_open) == ("What?", True)
    echo.say("mostly cloudy")
    assert sent(skill) == ("CorrectionIntent", None)
    assert "dialogState" not in skill.requests[0]["request"]
