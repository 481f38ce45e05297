"""What is asked for wrongly, or cannot be had, is told in a sentence; nothing raises."""

import errno
from types import SimpleNamespace

import httpx
import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, NoCredentialsError

from local.cli import deployment
from local.cli.commands.deployment import audit, outbox
from local.cli.in_words import in_words
from postbox.store.errors import MailboxUnavailable

ARN = "arn:aws:lambda:us-east-1:123456789012:function:earshot-prod-skill"
SKILL_ID = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
WRONG = [
    ("hepl", "No such command 'hepl'."),
    ("outbox hepl", "No such command 'hepl'."),
    ("up --port many", "--port"),
    ("explain --directory {folder}/names.json --locale de-DE hello", "does not speak de-DE"),
    ("explain --directory {folder}/none.json hello", "none.json cannot be read: No such file"),
    ("explain --directory {folder} hello", "cannot be read: Is a directory"),
    ("render --locale de-DE", "does not speak de-DE"),
    ("render --timezone Berlin", "Say one such as Europe/Berlin"),
    ("render --links all", "--links"),
    ("try --workspace {folder}/none.json", "none.json cannot be read: No such file"),
    ("play {folder}/none.txt", "none.txt: cannot be read: No such file"),
    ("audit --trail yesterday", "A day is written as 2026-11-29."),
    ("doctor --stage prod --region frankfurt", "'frankfurt' is no region of AWS. Alexa calls us-"),
    ("doctor --stage", "requires an argument"),
    ("doctor --stage a/b", "'a/b' cannot be a stage: letters, digits and hyphens"),
    ("setup --stage ../up", "'../up' cannot be a stage"),
    ("setup --stage local", "The stage local is the stack on this machine."),
    ("setup --stage {long}", "20 at most"),
    (f"deploy --skill-id {SKILL_ID} --stage a_b", "'a_b' cannot be a stage"),
    (f"deploy --skill-id {SKILL_ID} --region eu-central-1", "no function in eu-central-1"),
    ("deploy --skill-id mine", "A skill id looks like amzn1.ask.skill."),
    ("slack-manifest --events-url http://here", "https:// addresses only"),
    ("skill-package --lambda-arn mine", "not the ARN of a Lambda function"),
    (f"skill-package --lambda-arn {ARN} --folder /proc/x", "Name another one with --folder."),
    ("forget", "Missing argument"),
    ("say", "Missing argument"),
]


def test_every_wrong_use_is_told_in_a_sentence(earshot, tmp_path):
    (tmp_path / "names.json").write_text('{"people": [], "channels": []}')
    for use, said in WRONG:
        arguments = use.format(folder=tmp_path, long="x" * 21).split()
        result = earshot(*arguments)
        assert result.exit_code in {1, 2}, use
        assert said in " ".join(result.stderr.replace("'\n", "'").split()), (use, result.stderr)
        assert "Traceback" not in result.output


def test_a_phrase_without_a_word_is_not_explained(earshot):
    assert "There is no phrase." in earshot("explain", " ").stderr


def test_a_log_that_is_not_there_is_named(earshot, monkeypatch):
    monkeypatch.setattr(audit, "deployed_as", lambda *_where: None)
    result = earshot("audit", "/nowhere.log")
    assert (result.exit_code, result.stderr) == (1, "/nowhere.log: No such file or directory.\n")


def test_what_aws_refuses_halfway_is_told_with_where_permissions_stand(earshot, monkeypatch):
    def refuse(_service: str) -> None:
        raise ClientError({"Error": {"Code": "AccessDeniedException"}}, "Query")

    there = SimpleNamespace(client=refuse, table="", dead_letter_url="")
    monkeypatch.setattr(outbox, "deployed_as", lambda *_where: there)
    result = earshot("outbox", "list", "--stage", "prod")
    assert result.exit_code == 1
    assert result.stderr.startswith("AWS refuses Query (AccessDeniedException): docs/setup.md")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NoCredentialsError(), "Sign in first"),
        (EndpointConnectionError(endpoint_url="https://sts"), "AWS cannot be reached"),
        (MailboxUnavailable("query: Throttled"), "earshot doctor"),
        (httpx.ReadTimeout("timed out"), "No answer came (ReadTimeout: timed out)."),
        (httpx.InvalidURL("no host"), "No answer came (InvalidURL: no host)."),
    ],
)
def test_what_others_fail_with_is_told_in_words(error, said):
    told = in_words(error)
    assert told is not None
    assert said in told


def test_a_fault_of_our_own_and_a_closed_pipe_stay_what_they_are():
    assert in_words(KeyError("ours")) is None
    assert in_words(BrokenPipeError(errno.EPIPE, "Broken pipe", "out")) is None


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("RequestExpired", "look at its clock"),
        ("AccessDenied", "Sign in first"),
        ("ValidationError", "Set it up with: earshot setup --stage prod --region us-east-1"),
        (None, "earshot-prod is half made (ROLLBACK_COMPLETE). Go on with: earshot setup --stage"),
    ],
)
def test_a_deployment_that_is_not_there_or_half_made_is_told(earshot, monkeypatch, error, said):
    def describe(StackName: str) -> dict[str, object]:  # noqa: N803
        assert StackName == "earshot-prod"
        if error:
            raise ClientError({"Error": {"Code": error}}, "DescribeStacks")
        bucket = {"OutputKey": "ServerlessDeploymentBucketName", "OutputValue": "b"}
        return {"Stacks": [{"StackStatus": "ROLLBACK_COMPLETE", "Outputs": [bucket]}]}

    cloud = SimpleNamespace(describe_stacks=describe)
    monkeypatch.setattr(deployment, "_client", lambda *_where: cloud)
    result = earshot("doctor", "--stage", "prod")
    assert result.exit_code == 1
    assert said in result.stderr
