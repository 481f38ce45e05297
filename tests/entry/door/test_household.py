"""Several people around one Echo: who speaks decides whose Slack is meant."""

from collections.abc import Iterator
from typing import Any

import pytest

from local.conversations.steps import Setting
from local.echo.echo import ACCOUNT
from local.world.played import PlayedInProcess, world_for
from tests.delivery.flaky import Flaky, Trouble

PEOPLE = ("Giselle", "Kevin Park", "Ana Lima")
UNLINKED = "Your Slack is not linked yet. Open the Alexa app, where a card leads you to it."
NOT_ONES_OWN = "I recognize your voice, but your own Slack is not linked yet."
ENDED = "Your Slack has to be linked again."
NOT_RECOGNIZED = "I didn't recognize your voice just now. Please say that again, or say stop."


@pytest.fixture
def world() -> Iterator[PlayedInProcess]:
    with world_for(Setting(people=PEOPLE, linked=PEOPLE[:2])) as world:
        yield world


def card(turn: Any) -> str | None:
    response: dict[str, Any] = turn.response["response"]
    found: str | None = response.get("card", {}).get("type")
    return found


def tokens(world: PlayedInProcess) -> dict[str, str]:
    assert world.household is not None
    return {"": world.household.token, **world.household.tokens}


def test_who_linked_nothing_hears_one_sentence_and_gets_a_card(world):
    world.speak_as("another account")
    turn = world.echo.say("open slack")
    assert (turn.heard, card(turn)) == (UNLINKED, "LinkAccount")
    assert not world.echo.session_open


def test_a_recognized_voice_without_a_link_is_not_taken_for_the_account(world):
    world.speak_as("Ana Lima")
    turn = world.echo.say("tell slack to send hi")
    assert (turn.heard or "").startswith(NOT_ONES_OWN)
    assert card(turn) == "LinkAccount"


@pytest.mark.parametrize("token", ["never given out", "x" * 513, "\ud800", ""])
def test_a_token_that_leads_nowhere_is_nobodys(world, token):
    world.echo.speak_as(ACCOUNT, access_token=token)
    turn = world.echo.say("open slack")
    assert (turn.heard or "").startswith(ENDED if token else UNLINKED)
    assert card(turn) == "LinkAccount"


def test_a_token_that_is_over_asks_to_link_again(world):
    world.advance(3601)
    turn = world.echo.say("open slack")
    assert (turn.heard or "").startswith(ENDED)
    assert card(turn) == "LinkAccount"


@pytest.mark.parametrize(
    "person",
    [{}, {"personId": None}, {"accessToken": 5}, {"personId": "x", "accessToken": ""}, None, "x"],
    ids=str,
)
def test_a_voice_of_which_little_is_said_is_not_taken_for_the_account(world, person):
    request = world.echo.say("open slack").request
    request["context"]["System"]["person"] = person
    request["context"]["System"]["user"]["accessToken"] = tokens(world)[""]
    answer = world.parts.skill(request)["response"]
    assert "not linked yet" in answer["outputSpeech"]["ssml"]


def test_a_session_that_a_recognized_voice_began_goes_on_for_it_alone(world):
    world.say("open slack")
    world.say("set my code")
    world.speak_as("an unrecognized voice")
    assert world.say("4821").heard == NOT_RECOGNIZED
    assert world.echo.session_open
    world.speak_as("Giselle")
    assert world.say("4821").heard == "Once more, please."


def test_whose_voice_is_not_recognized_may_end_a_session(world):
    world.say("open slack")
    world.speak_as("an unrecognized voice")
    world.say("stop")
    assert not world.echo.session_open


def test_what_a_session_remembers_of_one_is_not_there_for_another(world):
    world.say("open slack")
    asked = world.echo.say("set my code")
    world.speak_as("Kevin Park")
    taken = world.echo.say("4821")
    assert (taken.heard or "").startswith("I didn't ask for a code.")
    marks = [turn.response["sessionAttributes"]["speaker"] for turn in (asked, taken)]
    assert marks[0] != marks[1]


def test_tokens_and_digits_are_in_no_answer(world):
    world.say("open slack")
    answers = [world.echo.say(words).response for words in ("set my code", "4821", "4821", "help")]
    said = repr(answers)
    assert not any(token in said for token in tokens(world).values())
    assert "4821" not in said


@pytest.mark.parametrize("spoiled", ["get_item", "batch_get_item"])
def test_who_cannot_be_looked_up_hears_nothing(spoiled):
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(people=PEOPLE, linked=PEOPLE[:2]), clients=flaky.clients) as world:
        world.say("open slack")
        flaky.arm(lambda _n, operation: Trouble.REFUSED if operation == spoiled else None)
        heard = world.say("what's new").heard or ""
        assert "mailbox" in heard
