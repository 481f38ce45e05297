"""Requests are what Alexa sends, and ask-sdk reads them."""

import json
import re
from datetime import UTC, datetime

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.dialog_state import DialogState
from ask_sdk_model.intent_request import IntentRequest
from ask_sdk_model.launch_request import LaunchRequest
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.session_ended_error_type import SessionEndedErrorType
from ask_sdk_model.session_ended_reason import SessionEndedReason
from ask_sdk_model.session_ended_request import SessionEndedRequest

REASK = {"ends": False, "reprompt": "Still there?"}
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def read_by_the_sdk(event):
    return DefaultSerializer().deserialize(json.dumps(event), RequestEnvelope)


def test_opening_the_skill_is_a_launch_request(echo, skill):
    echo.say("open slack")
    envelope = read_by_the_sdk(skill.requests[0])
    assert isinstance(envelope.request, LaunchRequest)
    assert envelope.request.timestamp == datetime.fromtimestamp(1_790_000_000, UTC)
    assert envelope.request.locale == "en-US"
    assert envelope.session.new is True
    assert envelope.session.attributes == {}
    applications = {
        envelope.session.application.application_id,
        envelope.context.system.application.application_id,
    }
    assert applications == {"amzn1.ask.skill.7f9d4b4e"}
    assert envelope.context.system.user.user_id == envelope.session.user.user_id
    assert envelope.context.system.device.device_id
    assert envelope.context.system.api_endpoint == "https://api.amazonalexa.com"


def test_a_message_is_an_intent_request_with_its_slot(echo, skill):
    echo.say("tell slack to send I'm giving the demo now")
    request = read_by_the_sdk(skill.requests[0]).request
    assert isinstance(request, IntentRequest)
    assert request.intent.name == "SendMessageIntent"
    assert request.intent.slots["message"].value == "I'm giving the demo now"
    assert request.intent.slots["message"].slot_value.value == "I'm giving the demo now"
    assert request.dialog_state is DialogState.STARTED


def test_a_slot_without_a_value_is_there_without_one(echo, skill):
    echo.say("tell slack to send")
    empty = {"message": {"name": "message", "confirmationStatus": "NONE"}}
    assert skill.last["intent"]["slots"] == empty


def test_an_intent_without_a_dialog_has_no_dialog_state(echo, skill):
    echo.say("ask slack to skip that")
    assert "dialogState" not in skill.last
    assert "slots" not in skill.last["intent"]


def test_the_end_of_a_session_is_read_by_the_sdk_too(echo, skill, answering):
    skill.answers = [answering("Yes?", **REASK)]
    echo.say("open slack")
    echo.end_session("EXCEEDED_MAX_REPROMPTS")
    request = read_by_the_sdk(skill.requests[1]).request
    assert isinstance(request, SessionEndedRequest)
    assert request.reason is SessionEndedReason.EXCEEDED_MAX_REPROMPTS
    assert request.error is None


def test_an_error_has_its_type_and_message(echo, skill):
    skill.answers = [{"version": "2.0"}]
    echo.say("open slack")
    request = read_by_the_sdk(skill.requests[1]).request
    assert request.reason is SessionEndedReason.ERROR
    assert request.error.object_type is SessionEndedErrorType.INVALID_RESPONSE
    assert request.error.message


def test_ids_look_like_alexas_and_never_repeat(echo, skill):
    for _ in range(20):
        echo.say("ask slack for replies")
    requests = [request["request"]["requestId"] for request in skill.requests]
    sessions = [request["session"]["sessionId"] for request in skill.requests]
    assert len({*requests, *sessions}) == 40
    assert all(re.fullmatch(rf"amzn1\.echo-api\.request\.{UUID}", request) for request in requests)
    assert all(re.fullmatch(rf"amzn1\.echo-api\.session\.{UUID}", session) for session in sessions)


def test_the_ids_come_from_the_seed(make_echo):
    first, again, other = (make_echo(seed=seed).say("open slack").request for seed in (7, 7, 8))
    assert first == again
    assert first["request"]["requestId"] != other["request"]["requestId"]


def test_timestamps_are_whole_seconds_of_the_clock(echo, skill):
    echo.say("open slack")
    assert skill.last["timestamp"] == "2026-09-21T14:13:20Z"


def test_user_device_and_locale_are_those_given(make_echo, skill):
    make_echo(user_id="amzn1.A", device_id="amzn1.B", locale="en-GB").say("open slack")
    system = skill.requests[0]["context"]["System"]
    assert system["user"] == {"userId": "amzn1.A"}
    assert system["device"] == {"deviceId": "amzn1.B", "supportedInterfaces": {}}
    assert skill.last["locale"] == "en-GB"


def test_a_device_with_a_screen_says_so_in_a_way_the_sdk_reads(make_echo, skill):
    make_echo(has_screen=True).say("open slack")
    context = read_by_the_sdk(skill.requests[0]).context
    apl = context.system.device.supported_interfaces.alexa_presentation_apl
    assert apl.runtime.max_version == "1.21"
    assert context.viewport.pixel_width == 1024
