"""What `earshot doctor` looks at in AWS and at Alexa only: alarms, and the skill from both ends."""

import json
from types import SimpleNamespace

import pytest
from botocore.exceptions import ClientError
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.cli.checks import Finding, alarms
from local.cli.checks.account_linking import METADATA, server
from local.cli.checks.alexa import skill
from local.cli.deployment import Deployed
from local.workspace import serve


def in_aws(*confirmed: bool, topic: str = "arn:aws:sns:x:1:alarms"):
    """Return the deployment as one of AWS whose alarms are mailed to so many addresses."""
    arns = [
        "arn:aws:sns:x:1:alarms:5" if has_confirmed else "PendingConfirmation"
        for has_confirmed in confirmed
    ]
    answer = {"Subscriptions": [{"SubscriptionArn": arn} for arn in arns]}
    sns = SimpleNamespace(list_subscriptions_by_topic=lambda TopicArn: answer)  # noqa: N803
    return Deployed("prod", "us-east-1", None, "", "", "", "", topic), sns


@pytest.mark.parametrize(
    ("confirmed", "topic", "found", "mend"),
    [
        (
            [],
            "",
            "reach nobody",
            "Go on with: earshot setup --stage prod --region us-east-1 --alarm-email",
        ),
        ([], "arn", "reach nobody: the address was not confirmed", "Confirm the subscription"),
        ([False], "arn", "reach nobody: the address was not confirmed", "Confirm the subscription"),
        ([False, True], "arn", "are mailed", ""),
    ],
)
def test_it_says_when_alarms_reach_nobody(monkeypatch, confirmed, topic, found, mend):
    there, sns = in_aws(*confirmed, topic=topic)
    monkeypatch.setattr(Deployed, "client", lambda _self, service: {"sns": sns}[service])
    finding = alarms(there)
    assert finding.found == found
    assert finding.mend.startswith(mend)
    assert finding.is_right == (not mend)


def test_a_topic_that_cannot_be_looked_at_is_wrong(monkeypatch):
    def refuse(TopicArn: str) -> None:  # noqa: N803
        raise ClientError({"Error": {"Code": "AuthorizationError"}}, "List")

    there, sns = in_aws()
    sns.list_subscriptions_by_topic = refuse
    monkeypatch.setattr(Deployed, "client", lambda _self, _service: sns)
    assert alarms(there).found == "AuthorizationError"
    assert not alarms(there).is_right


ARN = "arn:aws:lambda:us-east-1:123456789012:function:earshot-prod-skill"
SKILL = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
BUILT = {"lastUpdateRequest": {"status": "SUCCEEDED"}}
RIGHT = {
    "get-skill-manifest": {"manifest": {"apis": {"custom": {"endpoint": {"uri": ARN}}}}},
    "get-skill-status": {"interactionModel": {"en-US": BUILT}},
    "get-skill-enablement-status": {},
}


class Functions:
    """Lambda's API, as far as Alexa's side is looked at."""

    def __init__(self, policy_for: str = SKILL) -> None:
        self._policy_for = policy_for

    def get_function(self, FunctionName: str) -> dict[str, object]:  # noqa: N803
        assert FunctionName == "earshot-prod-skill"
        return {"Configuration": {"FunctionArn": ARN}}

    def get_policy(self, FunctionName: str) -> dict[str, object]:  # noqa: N803
        condition = {"StringEquals": {"lambda:EventSourceToken": self._policy_for}}
        return {"Policy": json.dumps({"Statement": [{"Condition": condition}]})}


def at_alexa(monkeypatch, answers, functions=None, *, several=False) -> dict[str, Finding]:
    """Look at the skill, with an ask-cli that gives these answers, None where it fails."""
    functions = functions or Functions()
    monkeypatch.setattr(Deployed, "client", lambda _self, _service: functions)
    ask = None
    if answers is not None:
        ask = SimpleNamespace(smapi=lambda command, *_arguments: answers[command])
    monkeypatch.setattr("local.cli.checks.alexa.AskCli.find", lambda: None)
    events = "https://api.example/slack/events"
    there = Deployed("prod", "us-east-1", None, "", "", "", events)
    found = skill(there, SKILL, ask, is_for_several=several)
    return {finding.what: finding for finding in found}


def test_account_linking_is_compared_with_where_we_are(monkeypatch):
    stands = {
        "authorizationUrl": "https://api.example/authorize",
        "accessTokenUrl": "https://old.example/token",
    }
    answers = RIGHT | {"get-account-linking-info": {"accountLinkingResponse": stands}}
    found = at_alexa(monkeypatch, answers, several=True)
    assert found["skill's authorizationUrl"].is_right
    token = found["skill's accessTokenUrl"]
    assert token.found == "https://old.example/token"
    assert token.mend.endswith("Account Linking: https://api.example/token")
    none = at_alexa(monkeypatch, RIGHT | {"get-account-linking-info": None}, several=True)
    assert none["skill's authorizationUrl"].found == "none"
    look = at_alexa(monkeypatch, None, several=True)["Alexa skill"].look
    assert "https://api.example/authorize" in look
    assert "Account Linking" not in at_alexa(monkeypatch, None)["Alexa skill"].look


@pytest.mark.parametrize(
    ("status", "body", "found", "is_right"),
    [
        (200, {"issuer": "https://api.example"}, "answers as https://api.example", True),
        (404, None, "does not answer: ", False),
    ],
)
def test_whether_people_can_be_linked_is_asked(status, body, found, is_right):
    async def answer(_request):
        return JSONResponse(body, status) if body else Response("not found", status)

    with serve(Starlette(routes=[Route(METADATA, answer)])) as served:
        events = f"{served.url}/slack/events"
        finding = server(Deployed("prod", "us-east-1", None, "", "", "", events))
    assert finding.found.startswith(found)
    assert finding.is_right == is_right


def test_a_skill_that_is_as_it_should_be_is_right_at_both_ends(monkeypatch):
    found = at_alexa(monkeypatch, RIGHT)
    assert [finding.mark for finding in found.values()] == ["ok "] * 4
    assert set(found) == {
        *("Alexa's permission to call", "skill's endpoint", "model en-US", "skill's testing")
    }


def test_without_ask_cli_it_says_what_to_look_at_and_calls_it_neither_right_nor_wrong(monkeypatch):
    finding = at_alexa(monkeypatch, None)["Alexa skill"]
    assert (finding.mark, finding.is_right) == ("see", True)
    assert ARN in finding.look
    assert SKILL in finding.look


@pytest.mark.parametrize(
    ("command", "answer", "what", "mend"),
    [
        ("get-skill-manifest", None, "skill's endpoint", "list-skills-for-vendor"),
        ("get-skill-manifest", {"manifest": {}}, "skill's endpoint", ARN),
        ("get-skill-status", None, "model en-US", "Build skill"),
        ("get-skill-status", {"interactionModel": {"en-US": {}}}, "model en-US", "Build skill"),
        ("get-skill-enablement-status", None, "skill's testing", "Test tab"),
    ],
)
def test_what_is_wrong_with_the_skill_comes_with_the_click(
    monkeypatch, command, answer, what, mend
):
    finding = at_alexa(monkeypatch, {**RIGHT, command: answer})[what]
    assert not finding.is_right
    assert mend in finding.mend


def test_a_function_that_another_skill_may_call_is_told(monkeypatch):
    finding = at_alexa(monkeypatch, RIGHT, Functions("amzn1.ask.skill.other"))
    mend = finding["Alexa's permission to call"].mend
    assert mend == "Go on with: earshot setup --stage prod --region us-east-1"
