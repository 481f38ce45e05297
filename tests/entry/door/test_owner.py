"""A personal Earshot answers its owner; everybody else hears one sentence, and nothing happens."""

import copy
import threading
from typing import Any

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import SPEAKERS, PlayedInProcess, world_for
from postbox.links.owner import Owner, Speaker
from postbox.links.stores.links import PERSONAL
from postbox.links.stores.owners import Owners
from postbox.store.table import Table
from tests.delivery.flaky import Flaky, Trouble

REFUSED = "This Earshot answers only its owner."
UNKNOWN = "I don't recognize your voice, and this Earshot answers only its owner."


def owners(world: PlayedInProcess) -> Owners:
    return Owners(Table(world.parts.cloud.client("dynamodb"), TABLE))


def bound(world: PlayedInProcess) -> tuple[str, str | None]:
    owner = owners(world).get(PERSONAL)
    assert owner is not None
    return owner.user_id, owner.person_id


def session_ended(of: dict[str, Any], account: str) -> dict[str, Any]:
    """Return the request by which Alexa refuses an answer, as an account's."""
    request: dict[str, Any] = copy.deepcopy(of)
    told = request["request"]["requestId"]
    request["request"] = {
        "type": "SessionEndedRequest",
        "requestId": "another",
        "timestamp": request["request"]["timestamp"],
        "locale": "en-US",
        "reason": "ERROR",
        "error": {"type": "INVALID_RESPONSE", "message": "no"},
    }
    for place in (request["session"], request["context"]["System"]):
        place["user"] = {"userId": account}
    request["session"]["attributes"] = {"request_id": told}
    return request


@pytest.mark.parametrize("said", ["open slack", "tell slack to send hi", "ask slack for replies"])
def test_another_account_posts_nothing_and_hears_nothing(world, said):
    world.write("kevin", "@Kevin", "for your ears only")
    world.say("ask slack for help")
    world.speak_as("another account")
    assert world.say(said).heard == REFUSED
    assert not world.echo.session_open
    world.advance(5)
    assert world.posts("#general") == []
    world.speak_as("the owner")
    assert "for your ears only" in (world.say("ask slack for replies").heard or "")


def test_what_the_owner_was_told_is_not_taken_back_by_a_stranger(world):
    world.write("kevin", "@Kevin", "hello")
    world.settle()
    turn = world.echo.say("ask slack for replies")
    request = session_ended(turn.request, "amzn1.ask.account.ANOTHER")
    assert world.parts.skill(request) == {"version": "1.0", "response": {}}
    assert "hello" not in (world.say("ask slack for replies").heard or "")


def test_the_first_recognized_voice_of_the_account_is_the_owners(world):
    world.say("tell slack to send hi")
    assert bound(world) == SPEAKERS["the owner"]
    world.speak_as("a recognized voice")
    assert world.say("tell slack to send hello").heard == "Sent to general."
    assert bound(world) == SPEAKERS["a recognized voice"]
    world.speak_as("another recognized voice")
    assert world.say("ask slack for replies").heard == REFUSED
    world.speak_as("an unrecognized voice")
    assert (world.say("ask slack for replies").heard or "").startswith(UNKNOWN)
    world.speak_as("a recognized voice")
    assert REFUSED not in (world.say("ask slack for replies").heard or "")


def test_a_conversation_that_the_owner_began_goes_on_when_the_voice_is_not_recognized(world):
    world.speak_as("a recognized voice")
    world.say("ask slack to send a message to general")
    world.speak_as("an unrecognized voice")
    assert "general" in (world.say("running late").heard or "").casefold()
    assert [post.text for post in world.posts("#general")] == ["running late"]


def test_another_recognized_voice_cannot_go_on_with_the_owners_conversation(world):
    world.speak_as("a recognized voice")
    world.say("ask slack to send a message to general")
    world.speak_as("another recognized voice")
    assert world.say("running late").heard == REFUSED
    assert world.posts("#general") == []


def test_the_account_that_the_owner_named_is_answered_and_no_other_becomes_it():
    named = SPEAKERS["another account"][0]
    with world_for(Setting(), environment={"EARSHOT_OWNER_USER_ID": named}) as world:
        assert world.say("tell slack to send hi").heard == REFUSED
        assert owners(world).get(PERSONAL) is None
        world.speak_as("another account")
        assert world.say("tell slack to send hi").heard == "Sent to general."
        assert bound(world)[0] == named


def test_naming_an_account_later_takes_the_place_of_the_first_that_spoke():
    named = SPEAKERS["another account"][0]
    with world_for(Setting(), environment={"EARSHOT_OWNER_USER_ID": named}) as world:
        owners(world).bound(PERSONAL, Speaker(*SPEAKERS["a recognized voice"]), 1.0)
        assert world.say("open slack").heard == REFUSED
        world.speak_as("another account")
        assert world.say("tell slack to send hi").heard == "Sent to general."
        assert bound(world) == (named, None)


def test_the_first_that_spoke_takes_nothing_back_once_another_account_is_named():
    named = SPEAKERS["another account"][0]
    with world_for(Setting(), environment={"EARSHOT_OWNER_USER_ID": named}) as world:
        world.write("kevin", "@Kevin", "for your ears only")
        world.settle()
        world.speak_as("another account")
        turn = world.echo.say("ask slack for replies")
        assert "for your ears only" in str(turn.response)
        # Before anything was named, somebody else had spoken first, and still stands in the table.
        owners(world).reset(PERSONAL)
        owners(world).bound(PERSONAL, Speaker(*SPEAKERS["the owner"]), 1.0)
        ended = session_ended(turn.request, SPEAKERS["the owner"][0])
        assert world.parts.skill(ended) == {"version": "1.0", "response": {}}
        assert "for your ears only" not in (world.say("ask slack for replies").heard or "")


def test_who_cannot_be_looked_up_is_in_doubt_and_hears_nothing():
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        world.write("kevin", "@Kevin", "for your ears only")
        world.settle()
        flaky.arm(lambda _n, _operation: Trouble.REFUSED)
        assert "for your ears" not in (world.say("ask slack for replies").heard or "")
        flaky.disarm()
        assert "for your ears only" in (world.say("ask slack for replies").heard or "")


@pytest.mark.parametrize(
    "damage",
    [
        {"user": {}},
        {"user": {"userId": None}},
        {"user": {"userId": 5}},
        {"user": {"userId": ""}},
        {"person": {}, "user": {"userId": "amzn1.ask.account.ANOTHER"}},
        {"person": {"personId": 5}, "user": {"userId": SPEAKERS["the owner"][0]}},
    ],
    ids=str,
)
def test_a_request_that_does_not_say_who_speaks_is_nobodys(world, damage):
    world.speak_as("a recognized voice")
    request: dict[str, Any] = world.echo.say("tell slack to send hello").request
    request["request"]["requestId"] = "another"
    system = request["context"]["System"]
    system.pop("person")
    system.update(damage)
    request["session"]["user"] = {}
    said = world.parts.skill(request)["response"]["outputSpeech"]["ssml"]
    assert said == f"<speak>{REFUSED}</speak>"
    world.advance(5)
    assert [post.text for post in world.posts("#general")] == ["hello"]


@pytest.mark.parametrize("person", [{}, {"personId": 5}, {"personId": ""}, None, "x", []], ids=str)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_voice_that_nobody_can_read_never_becomes_the_owners(person, is_first):
    with world_for(Setting()) as quiet:
        request: dict[str, Any] = quiet.echo.say("tell slack to send hello").request
    with world_for(Setting()) as world:
        if not is_first:
            world.say("ask slack for help")
        request["context"]["System"]["person"] = person
        said = world.parts.skill(request)["response"]["outputSpeech"]["ssml"]
        assert said == f"<speak>{REFUSED}</speak>"
        assert world.posts("#general") == []
        world.speak_as("a recognized voice")
        assert "Sent to general." in (world.say("tell slack to send hi").heard or "")
        assert bound(world) == SPEAKERS["a recognized voice"]


def test_of_several_that_speak_first_at_once_one_is_the_owner(world):
    kept, found = owners(world), []
    start = threading.Barrier(4)

    def speak(number: int) -> None:
        start.wait()
        found.append(kept.bound(PERSONAL, Speaker(f"account {number}"), 1.0))

    threads = [threading.Thread(target=speak, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert found[0] == kept.get(PERSONAL)


@pytest.mark.parametrize(
    ("owner", "speaker", "goes_on", "heard"),
    [
        (Owner("a"), Speaker("a"), False, True),
        (Owner("a"), Speaker("b"), True, False),
        (Owner(""), Speaker(""), True, False),
        (Owner("a", "x"), Speaker("a", "x"), False, True),
        (Owner("a", "x"), Speaker("a", "y"), True, False),
        (Owner("a", "x"), Speaker("a"), False, False),
        (Owner("a", "x"), Speaker("a"), True, True),
        (Owner("a", "x"), Speaker("b", "x"), True, False),
        (Owner("a"), Speaker("a", "x"), False, False),
    ],
)
def test_who_is_heard(owner, speaker, goes_on, heard):
    assert owner.is_heard_in(speaker, goes_on=goes_on) is heard
