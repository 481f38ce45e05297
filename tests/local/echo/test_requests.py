"""Requests are what Alexa sends, and ask-sdk reads them."""

import json
import re
from datetime import UTC, datetime

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.dialog_state import DialogState
from ask_sdk_model.intent_request import IntentRequest
from ask_sdk_model.launch_request import LaunchRequest
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.session_ended_error_type import SessionEndedErrorType
from ask_sdk_model.session_ended_reason import SessionEndedReason
from ask_sdk_model.session_ended_request import SessionEndedRequest

from tests.local.echo.stand_in_skill import SKILL_ID, StandInSkill, asks, echo_with, ends

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def read_by_the_sdk(event):
    return DefaultSerializer().deserialize(json.dumps(event), RequestEnvelope)


def test_opening_the_skill_is_a_launch_request():
    skill = StandInSkill(asks())
    echo_with(skill).say("open slack")
    envelope = read_by_the_sdk(skill.asked[0])
    assert isinstance(envelope.request, LaunchRequest)
    assert envelope.request.timestamp == datetime.fromtimestamp(1_800_000_000, UTC)
    assert envelope.request.locale == "en-US"
    assert envelope.session.new is True
    assert envelope.session.attributes == {}
    assert envelope.session.application.application_id == SKILL_ID
    assert envelope.context.system.application.application_id == SKILL_ID
    assert envelope.context.system.user.user_id == envelope.session.user.user_id
    assert envelope.context.system.device.device_id
    assert envelope.context.system.api_endpoint == "https://api.amazonalexa.com"


def test_a_message_is_an_intent_request_with_its_slot():
    skill = StandInSkill(ends())
    echo_with(skill).say("tell slack to send I'm giving the demo now")
    request = read_by_the_sdk(skill.asked[0]).request
    assert isinstance(request, IntentRequest)
    assert request.intent.name == "SendMessageIntent"
    assert request.intent.slots["message"].value == "I'm giving the demo now"
    assert request.intent.slots["message"].slot_value.value == "I'm giving the demo now"
    assert request.dialog_state is DialogState.STARTED


def test_a_slot_without_a_value_is_there_without_one():
    skill = StandInSkill(ends())
    echo_with(skill).say("tell slack to send")
    slots = skill.requests[0]["intent"]["slots"]
    assert slots == {"message": {"name": "message", "confirmationStatus": "NONE"}}


def test_an_intent_without_a_dialog_has_no_dialog_state():
    skill = StandInSkill(ends())
    echo_with(skill).say("ask slack for replies")
    assert "dialogState" not in skill.requests[0]
    assert "slots" not in skill.requests[0]["intent"]


def test_the_end_of_a_session_is_read_by_the_sdk_too():
    skill = StandInSkill(asks(reprompt=None))
    echo = echo_with(skill)
    echo.say("open slack")
    echo.silence()
    request = read_by_the_sdk(skill.asked[1]).request
    assert isinstance(request, SessionEndedRequest)
    assert request.reason is SessionEndedReason.EXCEEDED_MAX_REPROMPTS
    assert request.error is None


def test_an_error_has_its_type_and_message():
    skill = StandInSkill({"version": "2.0"})
    echo_with(skill).say("open slack")
    request = read_by_the_sdk(skill.asked[1]).request
    assert request.reason is SessionEndedReason.ERROR
    assert request.error.object_type is SessionEndedErrorType.INVALID_RESPONSE
    assert request.error.message


def test_ids_look_like_alexas_and_never_repeat():
    skill = StandInSkill(ends())
    echo = echo_with(skill)
    for _ in range(20):
        echo.say("ask slack for replies")
    requests = [each["requestId"] for each in skill.requests]
    sessions = [event["session"]["sessionId"] for event in skill.asked]
    assert len({*requests, *sessions}) == 40
    assert all(re.fullmatch(rf"amzn1\.echo-api\.request\.{UUID}", each) for each in requests)
    assert all(re.fullmatch(rf"amzn1\.echo-api\.session\.{UUID}", each) for each in sessions)


def test_the_ids_come_from_the_seed():
    first, again, other = (StandInSkill(ends()) for _ in range(3))
    echo_with(first, seed=7).say("open slack")
    echo_with(again, seed=7).say("open slack")
    echo_with(other, seed=8).say("open slack")
    assert first.asked == again.asked
    assert first.requests[0]["requestId"] != other.requests[0]["requestId"]


def test_timestamps_are_whole_seconds_of_the_clock():
    skill = StandInSkill(ends())
    echo_with(skill).say("open slack")
    assert skill.requests[0]["timestamp"] == "2027-01-15T08:00:00Z"


def test_user_and_device_are_those_given():
    skill = StandInSkill(ends())
    echo_with(skill, user_id="amzn1.ask.account.A", device_id="amzn1.ask.device.B").say(
        "open slack"
    )
    system = skill.asked[0]["context"]["System"]
    assert system["user"] == {"userId": "amzn1.ask.account.A"}
    assert system["device"] == {"deviceId": "amzn1.ask.device.B", "supportedInterfaces": {}}


@pytest.mark.parametrize("changes", ["session", "request", "context"])
def test_a_skill_that_changes_its_event_changes_nothing_else(changes):
    def meddle(event):
        event[changes].clear()
        return asks()

    turn = echo_with(meddle).say("open slack")
    assert turn.request[changes]
