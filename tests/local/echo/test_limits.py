"""Answers that a device would refuse fail the turn, say why, and end the session."""

import pytest

from local.echo import PROBLEM

HELLO = {"type": "SSML", "ssml": "<speak>Hello.</speak>"}
MANY = [{"name": {"value": f"v{at}", "synonyms": ["s"]}} for at in range(51)]


def speech(ssml):
    return {"outputSpeech": {"type": "SSML", "ssml": ssml}}


REFUSED = {
    "nothing": (None, "no JSON object"),
    "a list": ([], "no JSON object"),
    "a text": ("Hello", "no JSON object"),
    "a set": ({"version": {1}}, "not JSON"),
    "not a number": ({"version": "1.0", "response": {"x": float("nan")}}, "not JSON"),
    "a lone surrogate": ({"version": "1.0", "response": {"x": "\ud800"}}, "not JSON"),
    "an error of Lambda": ({"errorMessage": "x", "errorType": "KeyError"}, "no version"),
    "no response": ({"version": "1.0"}, "no response object"),
    "another version": ({"version": 1.0, "response": {}}, 'no version "1.0"'),
    "attributes that are no object": (
        {"version": "1.0", "sessionAttributes": [1], "response": {}},
        "sessionAttributes",
    ),
}
REFUSED_PARTS = {
    "no flag": ({"shouldEndSession": "yes"}, "shouldEndSession"),
    "speech that is no object": ({"outputSpeech": "Hello"}, "outputSpeech is no object"),
    "speech of no kind": ({"outputSpeech": {"text": "Hello"}}, "neither SSML nor PlainText"),
    "speech without words": (speech(" "), "has no ssml"),
    "speech without text": ({"outputSpeech": {"type": "PlainText"}}, "has no text"),
    "speech too long": (speech(f"<speak>{'a' * 7_986}</speak>"), "8,001 characters"),
    "text too long": ({"outputSpeech": {"type": "PlainText", "text": "a" * 8_001}}, "8,001"),
    "unescaped ampersand": (speech("<speak>R & D</speak>"), "not well-formed"),
    "unescaped less-than": (speech("<speak>a < b</speak>"), "not well-formed"),
    "unclosed tag": (speech("<speak><p>Hello</speak>"), "not well-formed"),
    "unknown entity": (speech("<speak>&nbsp;</speak>"), "not well-formed"),
    "control character": (speech("<speak>\x07</speak>"), "not well-formed"),
    "no root": (speech("Hello"), "not well-formed"),
    "another root": (speech("<p>Hello</p>"), "inside <speak>"),
    "document type": (speech("<!DOCTYPE speak []><speak>a</speak>"), "document type"),
    "unknown tag": (speech("<speak><b>Hello</b></speak>"), "no tag <b>"),
    "speak in speak": (speech("<speak><speak>a</speak></speak>"), "inside another tag"),
    "unknown attribute": (speech("<speak><p class='x'>a</p></speak>"), "<p> takes no class"),
    "missing attribute": (speech("<speak><sub>a</sub></speak>"), "<sub> needs alias"),
    "long break": (speech("<speak><break time='11s'/></speak>"), "longer than 10 s"),
    "long break in ms": (speech("<speak><break time='10001ms'/></speak>"), "longer than 10 s"),
    "no duration": (speech("<speak><break time='soon'/></speak>"), "no duration"),
    "no strength": (speech("<speak><break strength='mighty'/></speak>"), "no strength"),
    "unknown reading": (
        speech("<speak><say-as interpret-as='joke'>a</say-as></speak>"),
        "cannot interpret",
    ),
    "plain http": (speech("<speak><audio src='http://a'/></speak>"), "https://"),
    "six sounds": (speech("<speak>" + "<audio src='https://a'/>" * 6 + "</speak>"), "6 <audio>"),
    "reprompt too long": (
        {
            "shouldEndSession": False,
            "reprompt": {"outputSpeech": {"type": "PlainText", "text": "a" * 8_001}},
        },
        "The reprompt",
    ),
    "reprompt of an ended session": ({"reprompt": {"outputSpeech": HELLO}}, "keep the session"),
    "unknown card": ({"card": {"type": "Fancy"}}, "no card of type Fancy"),
    "card that is no object": ({"card": "x"}, "card is no object"),
    "card with a number": ({"card": {"type": "Simple", "title": 1}}, "no text"),
    "card too long": (
        {"card": {"type": "Simple", "title": "t" * 4_000, "content": "c" * 4_001}},
        "8,001 characters",
    ),
    "answer too large": ({"directives": [{"type": "x" * 122_880}]}, "bytes"),
    "directives that are no list": ({"directives": {"type": "x"}}, "directives"),
    "directive without a type": ({"directives": [{}]}, "directives"),
    "unknown directive": ({"directives": [{"type": "Hint"}]}, "no directive Hint"),
    "a picture without a screen": (
        {"directives": [{"type": "Alexa.Presentation.APL.RenderDocument"}]},
        "no screen",
    ),
    "delegation": ({"directives": [{"type": "Dialog.Delegate"}]}, "does not play Dialog.Delegate"),
    "too many dynamic values": (
        {
            "directives": [
                {
                    "type": "Dialog.UpdateDynamicEntities",
                    "updateBehavior": "REPLACE",
                    "types": [{"name": "PLACE", "values": MANY}],
                }
            ]
        },
        "102 dynamic values",
    ),
    "dynamic values without a behaviour": (
        {"directives": [{"type": "Dialog.UpdateDynamicEntities"}]},
        "REPLACE or CLEAR",
    ),
    "misshapen dynamic values": (
        {
            "directives": [
                {
                    "type": "Dialog.UpdateDynamicEntities",
                    "updateBehavior": "REPLACE",
                    "types": ["PLACE"],
                }
            ]
        },
        "not shaped",
    ),
}


def refused(turn, skill, words):
    assert words in (turn.rejected or "")
    assert (turn.heard, turn.session_open) == (PROBLEM, False)
    ended = skill.requests[-1]
    assert (ended["request"]["reason"], ended["session"]["new"]) == ("ERROR", False)
    assert turn.farewell == ended
    return ended["request"]["error"]


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_answer_fails_the_turn(echo, skill, case):
    returned, words = REFUSED[case]
    skill.answers = [returned]
    assert refused(echo.say("open slack"), skill, words)["type"] == "INVALID_RESPONSE"


@pytest.mark.parametrize("case", REFUSED_PARTS)
def test_what_a_device_refuses_fails_the_turn(echo, skill, answering, case):
    part, words = REFUSED_PARTS[case]
    skill.answers = [answering("Hello.", **part)]
    assert refused(echo.say("open slack"), skill, words)["type"] == "INVALID_RESPONSE"


TAKEN = {
    "speech at the limit": speech(f"<speak>{'a' * 7_985}</speak>"),
    "all kinds of tags": speech(
        "<speak><p><s>a <w role='amazon:VB'>read</w></s></p><break time='10s'/><break/>"
        "<prosody rate='slow'>b</prosody><lang xml:lang='fr-FR'>c</lang>"
        "<amazon:effect name='whispered'>d</amazon:effect><voice name='Amy'>e</voice>"
        "<say-as interpret-as='digits'>1</say-as><emphasis level='strong'>f</emphasis></speak>"
    ),
    "five sounds": speech("<speak>" + "<audio src='soundbank://a'/>" * 5 + "</speak>"),
    "no speech at all": {"outputSpeech": None},
    "a card at the limit": {"card": {"type": "Simple", "title": "t", "content": "c" * 7_999}},
    "a card to link": {"card": {"type": "LinkAccount"}},
    "no dynamic values": {
        "directives": [{"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"}]
    },
}


@pytest.mark.parametrize("case", TAKEN)
def test_what_a_device_takes_passes(echo, skill, answering, case):
    skill.answers = [answering("Hello.", **TAKEN[case])]
    assert echo.say("open slack").rejected is None
    assert len(skill.requests) == 1


def test_a_device_with_a_screen_takes_pictures(make_echo, skill, answering):
    picture = {"type": "Alexa.Presentation.APL.RenderDocument", "token": "t", "document": {}}
    skill.answers = [answering("Hello.", directives=[picture])]
    turn = make_echo(has_screen=True).say("open slack")
    assert (turn.rejected, turn.directives) == (None, (picture,))


def test_a_skill_that_raises_fails_the_turn(echo, skill):
    skill.answers = [KeyError("token")]
    error = refused(echo.say("open slack"), skill, "The skill raised KeyError: 'token'")
    assert error["type"] == "INTERNAL_SERVICE_ERROR"


@pytest.mark.parametrize(("seconds", "is_late"), [(8.0, False), (8.1, True)])
def test_alexa_waits_eight_seconds(make_echo, skill, seconds, is_late):
    moments = iter([0.0, seconds, 20.0, 20.1])
    turn = make_echo(timer=lambda: next(moments)).say("open slack")
    assert turn.seconds == seconds
    if is_late:
        assert refused(turn, skill, "took 8.1 s")["type"] == "ENDPOINT_TIMEOUT"
    else:
        assert turn.rejected is None


def test_a_failed_turn_keeps_the_attributes_of_the_last_good_answer(echo, skill, answering):
    skill.answers = [
        answering("Yes?", ends=False, attributes={"at": 1}),
        answering("a & b", ends=False, attributes={"at": 2}),
    ]
    echo.say("open slack")
    refused(echo.say("any replies"), skill, "not well-formed")
    assert skill.requests[-1]["session"]["attributes"] == {"at": 1}
    assert echo.say("any replies").note == "not for Slack"


@pytest.mark.parametrize("part", ["outputSpeech", "reprompt", "card", "directives"])
def test_the_end_of_a_session_is_answered_with_nothing(echo, skill, answering, part):
    content = [{"type": "Hint"}] if part == "directives" else {"type": "Simple"}
    skill.answers = [answering("Yes?", ends=False)]
    skill.farewell = {"version": "1.0", "response": {part: content}}
    echo.say("open slack")
    turn = echo.end_session()
    assert turn.rejected == f"The answer to a SessionEndedRequest must not have {part}."
    assert (turn.heard, turn.session_open) == ("", False)


@pytest.mark.parametrize("farewell", [ValueError("no"), None, {"version": "1.0"}])
def test_a_failure_at_the_end_of_a_session_is_told(echo, skill, answering, farewell):
    skill.answers = [answering("a & b")]
    skill.farewell = farewell
    turn = echo.say("open slack")
    assert "not well-formed" in turn.rejected
    assert any(
        reason in turn.rejected for reason in ("ValueError", "no JSON object", "no response")
    )
