"""Sessions: how they open, what they keep, and how they end."""

import pytest

from local.echo import PROBLEM

REASK = {"ends": False, "reprompt": "Still there?"}


def test_a_one_shot_is_answered_and_over(echo, skill, answering):
    skill.answers = [answering("Sent to <sub alias='general'>C01</sub> &amp;  co.")]
    turn = echo.say("tell slack to send hi")
    assert (turn.heard, turn.session_open, turn.rejected) == ("Sent to general & co.", False, None)
    assert turn.response == answering("Sent to <sub alias='general'>C01</sub> &amp;  co.")
    assert turn.request == skill.requests[0]
    assert len(skill.requests) == 1


@pytest.mark.parametrize("said", ["any replies", "stop", "slack off today", "", "?", "alexa"])
def test_what_is_not_for_the_skill_never_reaches_it(echo, skill, said):
    turn = echo.say(said)
    assert (turn.heard, turn.note, turn.rejected) == ("", "not for Slack", None)
    assert (turn.request, skill.requests) == ({}, [])


def test_an_open_session_needs_no_name_and_keeps_its_attributes(echo, skill, answering):
    skill.answers = [answering("Yes?", attributes={"at": [1]}, **REASK), answering("Done.")]
    opened = echo.say("open slack")
    assert (opened.session_open, opened.reprompt) == (True, "Still there?")
    assert echo.say("any replies").session_open is False
    first, second = (envelope["session"] for envelope in skill.requests)
    assert (first["new"], second["new"]) == (True, False)
    assert second["attributes"] == {"at": [1]}
    assert first["sessionId"] == second["sessionId"]


def test_attributes_that_are_not_returned_are_gone(echo, skill, answering):
    skill.answers = [
        answering("Yes?", attributes={"at": 1}, **REASK),
        answering("Yes?", **REASK),
        answering("Done."),
    ]
    for said in ("open slack", "any replies", "stop"):
        echo.say(said)
    assert [request["session"]["attributes"] for request in skill.requests] == [{}, {"at": 1}, {}]


def test_a_new_session_starts_afresh(echo, skill, answering):
    skill.answers = [answering("Bye.", attributes={"at": 1})]
    echo.say("open slack")
    echo.say("open slack")
    first, second = (envelope["session"] for envelope in skill.requests)
    assert second["new"]
    assert second["attributes"] == {}
    assert first["sessionId"] != second["sessionId"]


@pytest.mark.parametrize(("ends", "is_open"), [(True, False), (False, True), (None, True)])
def test_the_skill_says_whether_the_session_goes_on(echo, skill, answering, ends, is_open):
    skill.answers = [answering("Yes?", ends=ends)]
    assert echo.say("open slack").session_open is is_open
    assert echo.session_open is is_open


def test_without_a_word_about_it_the_session_is_over(echo, skill):
    speech = {"type": "PlainText", "text": "  Hello\n there. "}
    skill.answers = [{"version": "1.0", "response": {"outputSpeech": speech}}]
    turn = echo.say("open slack")
    assert (turn.heard, turn.session_open) == ("Hello there.", False)


def test_silence_is_prompted_once_and_then_ends_the_session(echo, skill, answering):
    skill.answers = [answering("Yes?", attributes={"at": 1}, **REASK)]
    echo.say("open slack")
    turn = echo.silence()
    assert (turn.heard, turn.session_open, turn.rejected) == ("Still there?", False, None)
    assert turn.request["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert turn.request["session"]["attributes"] == {"at": 1}
    assert skill.requests[1:] == [turn.request]
    assert not echo.session_open


def test_without_a_reprompt_silence_ends_the_session_without_a_word(echo, skill, answering):
    skill.answers = [answering("Yes?", ends=False)]
    echo.say("open slack")
    turn = echo.say("...")
    assert (turn.heard, turn.session_open) == ("", False)
    assert skill.last["reason"] == "EXCEEDED_MAX_REPROMPTS"


def test_silence_without_a_session_is_nothing(echo, skill):
    assert echo.silence() == echo.end_session()
    assert skill.requests == []


@pytest.mark.parametrize("said", ["exit", "Quit.", "alexa, exit"])
def test_alexa_herself_ends_the_session_at_exit(echo, skill, answering, said):
    skill.answers = [answering("Yes?", **REASK)]
    echo.say("open slack")
    assert echo.say(said).session_open is False
    assert (skill.last["type"], skill.last["reason"]) == ("SessionEndedRequest", "USER_INITIATED")


def test_a_session_can_be_ended_from_outside(echo, skill, answering):
    skill.answers = [answering("Yes?", **REASK)]
    echo.say("open slack")
    echo.end_session("ERROR")
    assert skill.last["reason"] == "ERROR"
    assert not echo.session_open


def test_the_skill_that_ended_a_session_is_not_told_so(echo, skill):
    echo.say("open slack")
    echo.silence()
    assert [request["request"]["type"] for request in skill.requests] == ["LaunchRequest"]


def test_calling_the_skill_by_name_in_a_session_stays_in_it(echo, skill, answering):
    skill.answers = [answering("Yes?", **REASK)]
    echo.say("open slack")
    echo.say("tell slack to send hi")
    assert skill.last["intent"]["slots"]["message"]["value"] == "hi"
    assert [request["session"]["new"] for request in skill.requests] == [True, False]


def test_the_wake_word_and_the_name_begin_a_new_session(echo, skill, answering):
    skill.answers = [answering("Yes?", **REASK)]
    echo.say("open slack")
    turn = echo.say("alexa, ask slack for replies")
    kinds = [(request["request"]["type"], request["session"]["new"]) for request in skill.requests]
    assert kinds == [
        ("LaunchRequest", True),
        ("SessionEndedRequest", False),
        ("IntentRequest", True),
    ]
    assert turn.rejected is None


def test_the_last_request_can_come_again_under_its_id(echo, skill, answering):
    skill.answers = [answering("Yes?", attributes={"at": 1}, **REASK), answering("Sent.")]
    echo.say("open slack")
    echo.say("send hi")
    again = echo.repeat_last_request()
    assert skill.requests[2] == skill.requests[1] == again.request
    assert (again.utterance, again.heard, again.session_open) == ("send hi", "Sent.", False)


def test_nothing_can_be_repeated_before_anything_was_said(echo):
    with pytest.raises(LookupError, match="Nothing was asked"):
        echo.repeat_last_request()


def test_a_skill_cannot_reach_into_what_the_echo_keeps(echo, skill, answering):
    attributes = {"at": 1}
    skill.answers = [answering("Yes?", attributes=attributes, **REASK)]
    turn = echo.say("open slack")
    attributes["at"] = 2
    skill.requests[0]["session"]["attributes"]["more"] = 3
    echo.say("any replies")
    assert skill.requests[1]["session"]["attributes"] == {"at": 1}
    assert turn.request["session"]["attributes"] == {}


def test_a_turn_can_be_written_as_json(echo, skill, answering):
    turn = echo.say("open slack").as_dict()
    wanted = {"utterance", "heard", "reprompt", "session_open", "rejected", "request", "response"}
    assert wanted | {"seconds", "note"} <= turn.keys()
    assert turn["heard"] == "Hello." != PROBLEM
