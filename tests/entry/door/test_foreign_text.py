"""What others put into names, ids and texts keeps no message back, no answer and no line."""

import copy
import json
import unicodedata
from xml.etree import ElementTree

import pytest

from local.conversations.steps import Setting
from local.world.played import PlayedInProcess, world_for
from tests.delivery.observed import texts
from tests.entry.door.log_lines import as_in_a_lambda
from tests.entry.door.slack_requests import ask, event

HALF = "\ud83d"
LONG = "x" * 3000
TURNING = "\u202e\u2066\u200f"


@pytest.mark.parametrize("odd", [f"a{HALF}", HALF * 2000, LONG, "a\x00b", "a#b"], ids=ascii)
@pytest.mark.parametrize("name", ["requestId", "sessionId", "userId", "deviceId", "personId"])
def test_an_odd_id_of_alexas_keeps_no_message_back(name, odd):
    with world_for(Setting()) as quiet:
        request = copy.deepcopy(quiet.echo.say("tell slack to send hello").request)
    with world_for(Setting()) as world:
        system, session = request["context"]["System"], request["session"]
        if name == "userId":
            system["user"]["userId"] = session["user"]["userId"] = odd
        elif name == "personId":
            system["person"] = {"personId": odd}
        else:
            where = {"requestId": request["request"], "deviceId": system["device"]}
            where.get(name, session)[name] = odd
        answer = world.parts.skill(request)
        assert "Sent to general." in answer["response"]["outputSpeech"]["ssml"]
        assert texts(world) == ["hello"]


def test_half_a_character_costs_no_line_of_the_log(caplog):
    with world_for(Setting(), loud=True) as world:
        request = copy.deepcopy(world.echo.say("tell slack to send hello").request)
        request["request"]["requestId"] = f"another{HALF}"
        world.parts.skill(request)
        assert ask(world, event(world, event_id=f"Ev{HALF}"))["statusCode"] == 200
    assert all(as_in_a_lambda(record).encode() for record in caplog.records)
    told = {record.message for record in caplog.records if "another" in as_in_a_lambda(record)}
    assert "answered" in told


def test_what_is_answered_can_be_sent(world: PlayedInProcess):
    answer = ask(world, json.dumps({"type": "url_verification", "challenge": HALF}).encode())
    assert answer["body"].encode().decode() == "\ufffd"


@pytest.mark.parametrize(
    "more",
    [
        {"text": f"{TURNING}walrus"},
        {"text": "walrus", "username": f"Jen{TURNING}kins", "user": None, "bot_id": "B1"},
        {"text": "walrus", "files": [{"title": f"plan{TURNING}.pdf", "filetype": "pdf"}]},
        {"text": "", "blocks": [{"type": "markdown", "text": f"wal{TURNING}rus"}]},
    ],
    ids=["text", "name", "file", "block"],
)
def test_what_turns_the_direction_of_writing_is_not_spoken(world, more):
    told = {**json.loads(event(world))["event"], **more}
    assert ask(world, event(world, event=told))["statusCode"] == 200
    response = world.echo.say("ask slack for replies").response["response"]
    assert "walrus" in response["outputSpeech"]["ssml"]
    assert not turning(json.dumps(response, ensure_ascii=False))


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("<{}@U0OUT|zoe> walrus", "zoe walrus"),
        ("a walrus at <ht{}tps://github.com/a/b>", "a walrus at a link to github dot com"),
        ("a walrus :ta{}da:", "a walrus, party popper"),
        ("- a walrus\n{}- a seal", "a list of two: a walrus. a seal"),
    ],
    ids=["mention", "link", "emoji", "list"],
)
def test_it_hides_no_markup_from_who_reads_it(world, written, spoken):
    told = {**json.loads(event(world))["event"], "text": written.format(TURNING)}
    assert ask(world, event(world, event=told))["statusCode"] == 200
    response = world.echo.say("ask slack for replies").response["response"]
    assert f"says: {spoken}" in response["outputSpeech"]["ssml"]


def test_nor_in_a_name_by_which_somebody_is_offered():
    with world_for(Setting(people=(f"Kevin{TURNING} Park", "Kevin Stone"))) as world:
        ssml = world.echo.say("tell slack to tell kevin hello").response["response"]
        spoken = ssml["outputSpeech"]["ssml"]
        assert ElementTree.fromstring(spoken).itertext()
        assert "Kevin Park" in spoken
        assert not turning(spoken)


def turning(text: str) -> list[str]:
    return [one for one in text if unicodedata.category(one) == "Cf"]


@pytest.mark.parametrize("answer", ["launch underscore", "the launch underscore", "the first one"])
def test_channels_that_differ_by_a_sign_alone_are_offered_so_that_one_can_be_chosen(answer):
    with world_for(Setting(channels=("general", "launch-", "launch_"))) as world:
        heard = world.say("tell slack to send hello to launch").heard
        assert heard == "launch underscore or launch dash?"
        world.say(answer)
        world.advance(5)
        assert (texts(world, "#launch-"), texts(world, "#launch_")) == ([], ["hello"])


@pytest.mark.parametrize("answer", ["q dash three", "q dash 3", "the first one"])
def test_so_are_those_that_differ_by_what_nobody_hears(answer):
    with world_for(Setting(channels=("general", "q3", "q-3"))) as world:
        heard = world.say("tell slack to send hello to q three").heard
        assert heard == "q dash 3 or q3?"
        world.say(answer)
        world.advance(5)
        assert (texts(world, "#q3"), texts(world, "#q-3")) == ([], ["hello"])
