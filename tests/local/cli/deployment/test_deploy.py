"""`earshot deploy` hands serverless.yml to osls, and stops before AWS where that cannot work."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from botocore.exceptions import ClientError, NoCredentialsError

from deploy import osls as runner
from local.cli import deployment
from local.cli.accounts import account
from local.cli.deployment import Deployed

ANA = {"Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/ana"}
SKILL_ID = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"


@pytest.fixture
def aws(monkeypatch):
    """Who AWS says that one is; a test that does not change it is known. Keeps who was asked."""
    asked: list[str] = []

    def client(service: str, **_options: object) -> object:
        asked.append(service)
        return SimpleNamespace(get_caller_identity=lambda: ANA)

    monkeypatch.setattr(account, "boto3", SimpleNamespace(client=client))
    return asked


@pytest.fixture
def osls(tmp_path, monkeypatch):
    """A program in the place of osls that writes down how it was called."""
    program = tmp_path / "osls"
    called = tmp_path / "called.json"
    program.write_text(
        "import json, os, sys\n"
        "called = {'arguments': sys.argv[1:], 'at': os.getcwd(), 'environment': {**os.environ}}\n"
        f"json.dump(called, open({str(called)!r}, 'w'))\n"
        "print('it says why')\n"
        "sys.exit(7 if 'broken' in sys.argv else 0)\n"
    )
    monkeypatch.setattr(runner, "OSLS", program)
    monkeypatch.setattr(runner, "NODE", Path(sys.executable))
    return called


@pytest.fixture
def deployed(monkeypatch):
    """What is found in AWS afterwards."""

    class Found(Deployed):
        def client(self, service: str) -> object:
            arn = f"arn:aws:lambda:{self.region}:123456789012:function:{self.function('skill')}"
            configuration = {"Configuration": {"FunctionArn": arn}}
            return SimpleNamespace(get_function=lambda **_asked: configuration)

    def find(stage: str, region: str) -> Deployed:
        return Found(stage, region, None, "", "", "", "https://abc.example.org/slack/events")

    monkeypatch.setattr(deployment, "find", find)


@pytest.mark.parametrize(
    "skill_id",
    [
        "",
        "my-skill",
        "amzn1.ask.skill.",
        SKILL_ID[:-1],
        f"{SKILL_ID}0",
        SKILL_ID.upper(),
        f"{SKILL_ID}\n",
    ],
)
def test_what_is_no_skill_id_is_refused_before_aws_is_asked(earshot, aws, osls, skill_id):
    result = earshot("deploy", "--skill-id", skill_id)
    assert result.exit_code == 2
    assert "amzn1.ask.skill. and 36 characters" in result.stderr
    assert aws == []
    assert not osls.exists()


def test_without_a_skill_id_it_asks_for_one(earshot, aws, osls):
    result = earshot("deploy")
    assert result.exit_code == 2
    assert "--skill-id" in result.stderr
    assert aws == []


@pytest.mark.parametrize("region", ["eu-central-1", "us-east-2", ""])
def test_a_region_from_which_alexa_does_not_call_is_refused_before_aws_is_asked(
    earshot, aws, osls, region
):
    result = earshot("deploy", "--skill-id", SKILL_ID, "--region", region)
    assert result.exit_code == 2
    assert "us-east-1, eu-west-1, us-west-2 and ap-northeast-1" in " ".join(result.stderr.split())
    assert aws == []


def test_without_osls_it_says_how_to_install_it_before_aws_is_asked(
    earshot, aws, tmp_path, monkeypatch
):
    monkeypatch.setattr(runner, "OSLS", tmp_path / "none")
    result = earshot("deploy", "--skill-id", SKILL_ID)
    assert result.exit_code == 1
    assert "make install" in result.stderr
    assert aws == []


@pytest.mark.parametrize(
    "error",
    [NoCredentialsError(), ClientError({"Error": {"Code": "ExpiredToken"}}, "GetCallerIdentity")],
)
def test_to_whom_aws_does_not_know_it_says_to_sign_in(earshot, osls, monkeypatch, error):
    def refuse() -> None:
        raise error

    stranger = SimpleNamespace(client=lambda *_, **__: SimpleNamespace(get_caller_identity=refuse))
    monkeypatch.setattr(account, "boto3", stranger)
    result = earshot("deploy", "--skill-id", SKILL_ID)
    assert result.exit_code == 1
    assert "AWS does not know you here" in result.stderr
    assert "aws sso login" in result.stderr
    assert not osls.exists()


def test_what_is_given_reaches_osls_as_the_parameters_of_serverless_yml(
    earshot, aws, osls, deployed, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AWS_PROFILE", "mine")
    result = earshot(
        "deploy",
        *("--skill-id", SKILL_ID),
        *("--stage", "dev", "--region", "eu-west-1"),
        *("--default-conversation", "voice notes", "--alarm-email", "owner@example.org"),
        *("--summary-model", "us.amazon.nova-lite-v1:0"),
    )
    assert result.exit_code == 0
    called = json.loads(osls.read_text())
    assert called["arguments"] == [
        *("deploy", "--stage", "dev", "--region", "eu-west-1"),
        "--param=alarmEmail=owner@example.org",
        "--param=defaultConversation=voice notes",
        f"--param=skillId={SKILL_ID}",
        "--param=summaryModel=us.amazon.nova-lite-v1:0",
    ]
    assert called["at"] == str(runner.ROOT)
    assert called["environment"]["AWS_PROFILE"] == "mine"


def test_afterwards_it_says_what_is_next(earshot, aws, osls, deployed):
    result = earshot("deploy", "--skill-id", SKILL_ID)
    assert "Deploying to account 123456789012, us-east-1, stage prod" in result.stdout
    assert "arn:aws:lambda:us-east-1:123456789012:function:earshot-prod-skill" in result.stdout
    assert "--events-url https://abc.example.org/slack/events" in result.stdout
    assert "earshot doctor --stage prod --region us-east-1" in result.stdout
    assert not any(
        "alarmEmail" in argument for argument in json.loads(osls.read_text())["arguments"]
    )


def test_where_nobody_gets_the_alarms_it_says_so(earshot, aws, osls, deployed):
    said = earshot("deploy", "--skill-id", SKILL_ID).stdout
    assert (
        "--stage prod --region us-east-1 --alarm-email"
        in said.partition("Alarms: reach nobody.")[2]
    )


def test_the_local_stacks_stage_is_not_deployed_to_aws(earshot, aws, osls):
    result = earshot("deploy", "--skill-id", SKILL_ID, "--stage", "local")
    assert result.exit_code == 2
    assert "The stage local is the stack on this machine." in result.stderr
    assert not osls.exists()


def test_when_osls_fails_the_command_fails(earshot, aws, osls):
    result = earshot("deploy", "--skill-id", SKILL_ID, "--stage", "broken")
    assert result.exit_code == 1
    assert "osls could not deploy" in result.stderr
    assert "it says why" in result.stderr


# ------------------------------------------------------------------------- finding what is deployed


def answering(monkeypatch, answer: dict[str, object] | Exception) -> None:
    def describe_stacks(StackName: str) -> dict[str, object]:  # noqa: N803
        if isinstance(answer, Exception):
            raise answer
        return answer

    stub = SimpleNamespace(describe_stacks=describe_stacks)
    monkeypatch.setattr(deployment, "_client", lambda *_: stub)


def test_a_deployment_is_found_by_its_stage(monkeypatch):
    outputs = {"TableName": "t", "OutboxUrl": "o", "DeadLetterUrl": "d", "EventsUrl": "e"}
    listed = [{"OutputKey": key, "OutputValue": value} for key, value in outputs.items()]
    answering(monkeypatch, {"Stacks": [{"Outputs": listed}]})
    found = deployment.deployed_as("prod", "eu-west-1")
    assert found == Deployed("prod", "eu-west-1", None, "t", "o", "d", "e")
    assert found.function("skill") == "earshot-prod-skill"


@pytest.mark.parametrize(
    ("code", "region", "told"),
    [
        (
            "ValidationError",
            "us-west-2",
            "There is no stack earshot-dev in us-west-2. "
            "Set it up with: earshot setup --stage dev --region us-west-2",
        ),
        ("ValidationError", "eu-central-1", "nor could be: Alexa calls only us-east-1, eu-west-1"),
        ("ExpiredToken", "us-west-2", "does not tell of earshot-dev in us-west-2 (ExpiredToken)."),
        ("ExpiredToken", "us-west-2", "aws sso login"),
    ],
)
def test_a_stage_that_is_not_found_is_told_with_what_to_do(
    earshot, monkeypatch, code, region, told
):
    answering(monkeypatch, ClientError({"Error": {"Code": code}}, "DescribeStacks"))
    result = earshot("doctor", "--stage", "dev", "--region", region)
    assert result.exit_code == 1
    assert told in result.stderr


def test_where_aws_cannot_be_asked_it_says_so(earshot, monkeypatch):
    answering(monkeypatch, NoCredentialsError())
    result = earshot("outbox", "list", "--stage", "prod")
    assert result.exit_code == 1
    assert "AWS cannot be asked: Unable to locate credentials. Sign in first" in result.stderr
