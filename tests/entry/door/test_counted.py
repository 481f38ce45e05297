"""What a function catches and answers is counted: Lambda itself sees no error there."""

import json
from collections.abc import Callable, Iterator

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import SIGNING_SECRET_PARAMETER
from local.world.played import PlayedInProcess, world_for
from tests.delivery.flaky import Flaky, Trouble

Counted = Callable[[], list[tuple[str, str]]]


@pytest.fixture
def flaky() -> Flaky:
    return Flaky("skill", "dynamodb")


@pytest.fixture
def loud(flaky: Flaky) -> Iterator[PlayedInProcess]:
    with world_for(Setting(), loud=True, clients=flaky.clients) as world:
        yield world


@pytest.fixture
def counted(loud: PlayedInProcess, capsys: pytest.CaptureFixture[str]) -> Counted:
    """Return what was counted since the last time: by which function, and its name."""
    capsys.readouterr()

    def counted() -> list[tuple[str, str]]:
        lines = map(json.loads, capsys.readouterr().out.splitlines())
        found = []
        for line in lines:
            for told in line.get("_aws", {}).get("CloudWatchMetrics", []):
                assert told["Namespace"] == "Earshot"
                assert told["Dimensions"] == [["service"]]
                found += [(line["service"], metric["Name"]) for metric in told["Metrics"]]
        return found

    return counted


def test_a_request_that_goes_well_counts_no_failure(loud, counted):
    loud.say("tell slack to send hello")
    assert [name for _, name in counted()] == ["PostSucceeded", "SecondsUntilPosted"]


@pytest.mark.parametrize("said", ["open slack", "ask slack for replies", "tell slack to send hi"])
def test_a_request_that_ends_in_a_sentence_about_trouble_is_counted(loud, counted, flaky, said):
    flaky.arm(lambda _n, _operation: Trouble.REFUSED)
    loud.say(said)
    assert set(counted()) == {("skill", "RequestFailed")}


def test_a_message_that_the_queue_does_not_take_is_counted(capsys):
    flaky = Flaky("skill", "sqs")
    with world_for(Setting(), loud=True, clients=flaky.clients) as world:
        flaky.arm(lambda _n, _operation: Trouble.REFUSED)
        world.say("tell slack to send hello")
    assert '"RequestFailed"' in capsys.readouterr().out


def test_a_request_that_ask_sdk_cannot_read_is_counted(loud, counted):
    request = loud.echo.say("ask slack for help").request
    counted()
    request["request"]["timestamp"] = "not a date"
    loud.parts.skill(request)
    assert counted() == [("skill", "RequestFailed")]


def test_an_answer_that_alexa_could_not_use_is_counted(loud, counted):
    loud.say("open slack")
    counted()
    loud.echo.end_session("ERROR")
    assert counted() == [("skill", "RequestFailed")]


@pytest.mark.parametrize("kind", ["AlexaSkillEvent.SkillEnabled", "Something.New", None])
def test_requests_of_other_kinds_and_of_strangers_are_no_failures(loud, counted, kind):
    request = loud.echo.say("ask slack for help").request
    counted()
    request["request"]["type"] = kind
    loud.parts.skill(request)
    request["request"]["type"] = "IntentRequest"
    request["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.another"
    loud.parts.skill(request)
    assert counted() == []


def test_an_event_that_is_answered_503_is_counted_and_a_forged_one_is_not(loud, counted):
    forged = {"headers": {}, "body": "{}", "isBase64Encoded": False}
    assert loud.parts.receive(forged)["statusCode"] == 401
    assert counted() == []


def test_an_event_that_cannot_be_checked_for_want_of_the_secret_is_counted(loud, counted):
    loud.parts.cloud.client("ssm").delete_parameter(Name=SIGNING_SECRET_PARAMETER)
    loud.parts.clock.step(400)
    loud.write("kevin", "#general", "hello")
    counted()
    loud.settle()
    assert ("receive", "EventNotKept") in counted()


def test_a_run_that_slack_refused_is_counted_and_one_that_went_well_is_not(loud, counted):
    loud.advance(400)
    assert ("refresh", "RefreshFailed") not in counted()
    loud.revoke()
    loud.advance(300)
    assert ("refresh", "RefreshFailed") in counted()
