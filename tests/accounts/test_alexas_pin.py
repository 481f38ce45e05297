"""Alexa's own PIN stands for the code of one's own link, and for nothing else."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from local.conversations.steps import Setting
from local.echo import voice_pin
from local.world.played import PlayedInProcess, world_for

UNTOLD = "the vault opens with nine"
PEOPLE = ("Giselle", "Kevin Park", "Ana Lima")


def asked(world: PlayedInProcess, place: str = "") -> Any:
    """Let a code be asked for before reading; return the turn in which something is to be read."""
    for said in (f"ask slack to ask for a code before reading my messages{place}", "0482", "0482"):
        world.say(said)
    world.say("stop")
    world.write("Ana Lima", "@Ana Lima", UNTOLD)
    world.settle()
    return world.echo.say("ask slack for replies")


@pytest.fixture
def world() -> Iterator[PlayedInProcess]:
    setting = Setting(people=PEOPLE, linked=PEOPLE[:2], pins=(("Giselle", "2468"),))
    with world_for(setting) as world:
        yield world


def resumed(turn: Any, **cause: Any) -> dict[str, Any]:
    """Return how Alexa comes back from the PIN of a turn, with some of it changed."""
    request = copy.deepcopy(turn.request)
    (order,) = turn.directives
    usual = voice_pin.cause(order["token"], {"status": "ACHIEVED"})
    request["request"] = {
        **{name: request["request"][name] for name in ("locale", "timestamp")},
        "type": "SessionResumedRequest",
        "requestId": "amzn1.echo-api.request.resumed",
        "cause": {**usual, **cause},
    }
    attributes = turn.response["sessionAttributes"]
    request["session"] = {**request["session"], "new": False, "attributes": attributes}
    return request


def test_what_alexa_says_of_the_pin_counts_for_what_was_asked_and_only_if_it_was_right(world):
    turn = asked(world)
    assert UNTOLD not in str(turn.response)
    for cause in (
        {"token": "another request"},
        {"token": None},
        {"status": {"code": "500", "message": "x"}},
        {"status": None},
        {"result": {"status": "NOT_ACHIEVED"}},
        {"result": {"status": "NOT_ENABLED", "reason": "VERIFICATION_METHOD_NOT_SETUP"}},
        {"result": {}},
        {"result": None},
    ):
        answer = str(world.parts.skill(resumed(turn, **cause)))
        assert UNTOLD not in answer, cause
        assert "What's your code?" in answer, cause
    assert UNTOLD in str(world.parts.skill(resumed(turn)))


def test_a_pin_that_was_right_for_one_is_nothing_for_another_voice(world):
    turn = asked(world)
    world.speak_as("Kevin Park")
    kevins = world.echo.say("ask slack for help").request
    request = resumed(turn)
    request["context"] = kevins["context"]
    assert UNTOLD not in str(world.parts.skill(request))
    without = resumed(turn)
    del without["context"]["System"]["person"]
    assert UNTOLD not in str(world.parts.skill(without))


def test_the_code_of_a_household_is_no_persons_and_is_asked_for_itself(world):
    turn = asked(world, " in this household")
    assert "code" in turn.heard
    assert voice_pin.START not in [order["type"] for order in turn.directives]


def test_where_it_is_not_set_up_the_code_is_asked_for():
    with world_for(Setting(people=PEOPLE, linked=PEOPLE[:2])) as world:
        assert asked(world).heard == "What's your code?"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"uri": "connection://AMAZON.PrintPDF/1"}, "starts no connection"),
        ({"input": {}}, "level 400 by VOICE_PIN"),
        ({"onCompletion": "SEND_ERRORS_ONLY"}, "RESUME_SESSION"),
        ({"token": ""}, "with a token"),
    ],
)
def test_the_echo_takes_no_other_way_of_asking_for_a_pin(world, changes, said):
    (order,) = asked(world).directives
    assert voice_pin.problems(order, {}) == []
    (problem,) = voice_pin.problems({**order, **changes}, {})
    assert said in problem
    assert voice_pin.problems(order, {"shouldEndSession": True})
