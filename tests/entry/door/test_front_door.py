"""Whatever comes in at the skill's door, Alexa gets a valid answer, and strangers get nothing."""

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from local.world.played import PlayedInProcess

EMPTY: dict[str, Any] = {"version": "1.0", "response": {}}


@pytest.fixture
def request_to_send(world: PlayedInProcess) -> dict[str, Any]:
    """A request as an Echo made it; answered once already."""
    request = copy.deepcopy(world.echo.say("tell slack to send hello").request)
    request["request"]["requestId"] = "another"
    return request


def spoken(answer: dict[str, Any]) -> str:
    return answer["response"].get("outputSpeech", {}).get("ssml", "")


def test_another_skills_request_is_answered_with_nothing_and_posts_nothing(world, request_to_send):
    for place in (request_to_send["context"]["System"], request_to_send["session"]):
        place["application"]["applicationId"] = "amzn1.ask.skill.somebody-elses"
    assert world.parts.skill(request_to_send) == EMPTY
    world.advance(10)
    assert [post.text for post in world.posts("#general")] == ["hello"]


@pytest.mark.parametrize("missing", ["context", "application"])
def test_a_request_that_names_no_skill_is_answered_with_nothing(world, request_to_send, missing):
    request_to_send["session"].pop("application")
    if missing == "context":
        request_to_send.pop("context")
    else:
        request_to_send["context"]["System"].pop("application")
    assert world.parts.skill(request_to_send) == EMPTY


@pytest.mark.parametrize(
    "kind",
    [
        "AlexaSkillEvent.SkillEnabled",
        "System.ExceptionEncountered",
        "CanFulfillIntentRequest",
        "Something.New",
        None,
        5,
    ],
)
def test_requests_of_other_kinds_get_an_empty_answer(world, request_to_send, kind):
    request_to_send["request"]["type"] = kind
    answer = world.parts.skill(request_to_send)
    assert answer["version"] == "1.0"
    assert not spoken(answer)


@pytest.mark.parametrize(
    ("field", "value"),
    [("timestamp", "not a date"), ("timestamp", 5), ("intent", None), ("intent", {"name": None})],
)
def test_a_malformed_request_gets_a_sentence(world, request_to_send, field, value):
    request_to_send["request"][field] = value
    answer = world.parts.skill(request_to_send)
    assert answer["version"] == "1.0"
    assert spoken(answer)


def test_an_intent_that_is_not_known_is_not_understood(world, request_to_send):
    request_to_send["request"]["intent"]["name"] = "OrderPizzaIntent"
    assert "I didn't get that" in spoken(world.parts.skill(request_to_send))


@pytest.mark.parametrize("event", [None, [], "text", 5, {}, {"request": None}, {"request": []}])
def test_what_is_no_request_at_all_gets_an_empty_answer(world, event):
    assert world.parts.skill(event) == EMPTY


def test_a_message_of_more_than_four_thousand_characters_is_refused_in_words(world):
    said = world.say("tell slack to send " + "a" * 4001).heard
    assert said == "That message is too long for one post. Nothing was sent. Say it in parts."
    world.advance(5)
    assert world.posts("#general") == []


def test_a_message_of_four_thousand_characters_is_posted(world):
    assert world.say("tell slack to send " + "a" * 4000).heard == "Sent to general."
    assert len(world.posts("#general")[0].text) == 4000


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_damage_to_a_request_still_gets_a_valid_answer(world, request_to_send, data):
    damaged = copy.deepcopy(request_to_send)
    where: Any = damaged
    for _ in range(data.draw(st.integers(1, 5))):
        key = data.draw(st.sampled_from(sorted(where)))
        if not isinstance(where[key], dict) or not where[key]:
            break
        where = where[key]
    key = data.draw(st.sampled_from(sorted(where)))
    where[key] = data.draw(st.sampled_from([None, "", "text", 7, [], {}, {"a": 1}, True]))
    answer = world.parts.skill(damaged)
    assert answer["version"] == "1.0"
    assert isinstance(answer["response"], dict)


def test_a_language_that_is_not_spoken_is_told_so_and_posts_nothing(world, request_to_send):
    request_to_send["request"]["locale"] = "de-DE"
    answer = world.parts.skill(request_to_send)
    assert "Earshot speaks English only so far. Nothing was done." in spoken(answer)
    assert answer["response"]["shouldEndSession"] is True
    world.advance(10)
    assert [post.text for post in world.posts("#general")] == ["hello"]
