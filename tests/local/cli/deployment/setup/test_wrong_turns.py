"""`earshot setup` on a wrong turn says the one thing to do, makes nothing, and goes on later."""

import json

import boto3
import pytest

from local.cli.accounts.account import NEEDED, Account
from local.cli.accounts.slack_app import USER_SCOPES
from local.cli.accounts.stopped import Stopped
from local.cli.setup import guide
from tests.local.cli.deployment.setup.conftest import SKILL_ID, STAGE, Bench

pytestmark = pytest.mark.stack


def test_a_region_from_which_alexa_does_not_call_is_refused_before_anything_is_made(bench: Bench):
    bench.region = "eu-central-1"
    result = bench.setup()
    assert result.exit_code == 1
    assert "Alexa calls no function in eu-central-1, only in us-east-1, eu-west-1" in result.stderr
    assert bench.is_untouched()


def test_the_local_stacks_stage_is_refused_before_anything_is_made(bench: Bench):
    result = bench.earshot("setup", "--stage", "local", "--region", "us-east-1")
    assert result.exit_code == 2
    assert "The stage local is the stack on this machine." in result.stderr
    assert bench.is_untouched()


def test_a_region_that_is_typed_wrong_is_asked_for_again(bench: Bench):
    bench.region = ""
    result = bench.setup("frankfurt", "eu-west-1")
    assert "Alexa calls no function in frankfurt" in result.stdout
    assert "Region: eu-west-1" in result.stdout


def test_without_credentials_it_says_how_to_sign_in(bench: Bench, monkeypatch, tmp_path):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)
    result = bench.setup()
    assert result.exit_code == 1
    assert "AWS does not know you here" in result.stderr
    assert "aws sso login" in result.stderr
    assert "earshot setup again: it goes on from here" in result.stderr
    assert bench.is_untouched()


def test_permissions_that_are_missing_are_named_and_no_is_the_default(bench: Bench, monkeypatch):
    iam = bench.cloud.client("iam")
    iam.create_user(UserName="narrow")
    allowed = [action for action in NEEDED if action not in {"iam:PassRole", "s3:CreateBucket"}]
    statement = {"Effect": "Allow", "Action": [*allowed, "iam:Simulate*"], "Resource": "*"}
    iam.put_user_policy(
        UserName="narrow",
        PolicyName="most",
        PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [statement]}),
    )
    key = iam.create_access_key(UserName="narrow")["AccessKey"]
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", key["AccessKeyId"])
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", key["SecretAccessKey"])
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)
    result = bench.setup("")
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)
    assert result.exit_code == 1
    denied = result.stdout.partition("IAM would refuse you:")[2].partition("docs/")[0].split()
    assert denied == ["iam:PassRole", "s3:CreateBucket"]
    assert "Ask whoever looks after the account" in result.stderr
    assert bench.is_untouched()


@pytest.mark.parametrize(
    ("arn", "principal"),
    [
        ("arn:aws:iam::1:root", None),
        ("arn:aws:iam::1:user/team/ana", "arn:aws:iam::1:user/team/ana"),
        ("arn:aws:sts::1:assumed-role/Builder/ana", "arn:aws:iam::1:role/Builder"),
    ],
)
def test_iam_is_asked_about_the_user_or_the_role_behind_a_session(arn, principal):
    assert Account("1", arn).principal == principal


def test_a_token_that_slack_refuses_is_asked_for_again_and_never_shown(bench: Bench):
    bad = "xoxp-000-not-of-this-workspace"
    result = bench.setup("xoxb-a-bot", bad, bench.token, bench.secret)
    assert "a bot's; a User OAuth Token begins with xoxp-" in result.stdout
    assert "Slack does not take this token (invalid_auth)" in result.stdout
    assert "Slack takes the token: giselle" in result.stdout
    assert bench.stored("slack/token") == bench.token
    shown = result.stdout + result.stderr
    assert not any(secret in shown for secret in (bad, bench.token, bench.secret))


def test_an_app_that_may_too_little_is_told_which_scopes_are_missing(bench: Bench):
    giselle = bench.workspace.find_person("Giselle")
    scopes = [scope for scope in USER_SCOPES if scope != "reactions:write"]
    narrow = bench.workspace.install_app(giselle, scopes)
    result = bench.setup(narrow)
    assert "The app lacks reactions:write." in result.stdout
    assert "Reinstall" in result.stdout
    assert bench.stored("slack/token") is None


def test_a_signing_secret_that_is_none_is_asked_for_again(bench: Bench):
    result = bench.setup(bench.token, "not it", bench.secret)
    assert "A Signing Secret is 32 digits" in result.stdout
    assert bench.stored("slack/signing-secret") == bench.secret


def test_cut_off_in_the_middle_it_goes_on_without_asking_again(bench: Bench):
    cut = bench.setup(bench.token, bench.secret)
    assert cut.exit_code == 1
    assert "Skill ID" in cut.stdout
    assert "it goes on from here" in cut.stderr
    again = bench.setup("my-skill", SKILL_ID)
    assert "User OAuth Token (not shown)" not in again.stdout
    assert "A skill id looks like amzn1.ask.skill." in again.stdout
    assert f"Skill: {SKILL_ID}" in again.stdout
    third = bench.setup()
    assert "Skill ID:" not in third.stdout
    assert "Channel for messages" in third.stdout


def test_a_channel_that_was_named_wrong_and_a_mail_address_are_said_anew(bench: Bench, monkeypatch):
    given: list[dict[str, str]] = []

    def stop(_stage: str, _region: str, parameters: dict[str, str], _on_line: object) -> None:
        given.append(parameters)
        raise Stopped("No further.")

    monkeypatch.setattr(guide, "deploy_once", stop)
    bench.setup(bench.token, bench.secret, SKILL_ID, "genral", "")
    bench.options = ["--default-conversation", "#random", "--alarm-email", "a@example.org"]
    bench.setup()
    bench.options = ["--alarm-email", "nobody"]
    assert "That is no mail address. (nobody)" in bench.setup().stderr
    bench.options = []
    bench.setup()
    told = [(one["defaultConversation"], one["alarmEmail"]) for one in given]
    assert told == [("genral", ""), ("random", "a@example.org"), ("random", "a@example.org")]


def test_what_it_keeps_beside_the_account_holds_no_secret(bench: Bench):
    bench.setup(bench.token, bench.secret, SKILL_ID)
    kept = "".join(path.read_text() for path in bench.folder.iterdir())
    assert SKILL_ID in kept
    assert bench.token not in kept
    assert bench.secret not in kept


def test_a_stored_token_that_was_revoked_is_asked_for_anew(bench: Bench):
    bench.setup(bench.token, bench.secret)
    bench.workspace.revoke(bench.token)
    token = bench.workspace.install_app(bench.workspace.find_person("Giselle"))
    result = bench.setup(token)
    assert "The stored token: Slack does not take this token (token_revoked)" in result.stdout
    assert bench.stored("slack/token") == token


def test_a_token_that_lies_open_is_asked_for_and_replaced_by_an_encrypted_one(bench: Bench):
    ssm = bench.cloud.client("ssm")
    ssm.put_parameter(Name=f"/earshot/{STAGE}/slack/token", Value=bench.token, Type="String")
    bench.setup(bench.token, bench.secret)
    assert bench.stored("slack/token") == bench.token


def test_a_stage_stays_in_the_region_where_it_was_begun(bench: Bench):
    bench.setup()
    bench.region = "eu-west-1"
    result = bench.setup()
    assert result.exit_code == 1
    assert "This stage was set up in us-east-1." in result.stderr
