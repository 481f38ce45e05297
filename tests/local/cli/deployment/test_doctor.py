"""`earshot doctor` finds what is wrong with a deployment, and says how to mend it."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from botocore.exceptions import ClientError
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.cli.accounts.slack_app import USER_SCOPES
from local.cli.checks import Finding, alarms, look
from local.cli.checks.account_linking import METADATA, server
from local.cli.checks.alexa import skill
from local.cli.checks.aws import code, lambda_digest, parameter
from local.cli.checks.slack import clock
from local.cli.commands import doctor
from local.cli.deployment import Deployed
from local.workspace import serve
from local.world.aws.moto_cloud import SIGNING_SECRET_PARAMETER, TOKEN_PARAMETER
from postbox.outbox.queue import DeadLetters
from tests.local.cli.deployment.deployed_world import DeployedWorld, deployed_world


@pytest.fixture
def deployed():
    with deployed_world() as deployed:
        workspace = deployed.world.parts.workspace
        kevin, general = workspace.find_person("Kevin"), workspace.find_conversation("#general")
        workspace.post(kevin, general, "Good morning.")
        deployed.world.settle()
        yield deployed


@pytest.fixture
def called(deployed, monkeypatch):
    """Let the command find that deployment; while it waits, the world goes on."""
    monkeypatch.setattr(doctor, "deployed_as", lambda stage, region: deployed)
    goes_on = SimpleNamespace(
        time=deployed.world.parts.clock, sleep=lambda _seconds: deployed.world.settle()
    )
    monkeypatch.setattr(doctor, "time", goes_on)


def wrong(deployed: DeployedWorld) -> list[Finding]:
    findings = look(deployed, deployed.world.parts.clock)
    return [finding for finding in findings if not finding.is_right]


def only_wrong(deployed: DeployedWorld) -> tuple[str, str, str]:
    (finding,) = wrong(deployed)
    return finding.what, finding.found, finding.mend


def test_where_nothing_is_wrong_it_says_so(earshot, deployed, called):
    result = earshot("doctor")
    assert result.exit_code == 0, result.stdout
    *lines, last = result.stdout.splitlines()
    assert last == "All is well."
    assert len(lines) == 16
    assert all(line.startswith("ok  ") for line in lines)
    assert "ok  loop through Slack: a note to yourself came back as an event" in lines
    assert "ok  events from Slack: the last message came 0 min ago" in lines


def test_the_note_of_the_loop_is_taken_away_again(earshot, deployed, called):
    before = deployed.world.parts.workspace.calls["chat.delete"]
    assert earshot("doctor").exit_code == 0
    assert deployed.world.parts.workspace.calls["chat.delete"] == before + 1


def test_without_the_loop_nothing_is_posted(earshot, deployed, called):
    result = earshot("doctor", "--no-loop")
    assert result.exit_code == 0
    assert "loop" not in result.stdout
    assert deployed.world.parts.workspace.calls["chat.postMessage"] == 0


def test_an_event_that_does_not_come_is_told_with_the_address_that_slack_needs(deployed):
    findings = look(deployed, deployed.world.parts.clock, lambda _seconds: None)
    (finding,) = [finding for finding in findings if not finding.is_right]
    assert (finding.what, finding.found) == ("loop through Slack", "no event within 15 s")
    assert finding.mend.endswith(f"--events-url {deployed.events_url}")


def test_a_deployment_to_which_slack_never_sent_anything_is_told():
    with deployed_world() as silent:
        what, found, mend = only_wrong(silent)
    assert (what, found) == ("events from Slack", "no message ever came")
    assert "slack-manifest --events-url" in mend


def test_scopes_that_the_app_lacks_are_named(deployed):
    workspace = deployed.world.parts.workspace
    scopes = [scope for scope in USER_SCOPES if scope != "reactions:write"]
    token = workspace.install_app(workspace.find_person("Giselle"), scopes)
    deployed.world.parts.store_token(token)
    what, found, mend = only_wrong(deployed)
    assert (what, found) == ("Slack scopes", "the app lacks reactions:write")
    assert "reinstall it" in mend


def test_an_app_that_may_hardly_read_is_told(deployed):
    deployed.world.parts.workspace.limits.limit_reading()
    what, found, mend = only_wrong(deployed)
    assert (what, "once a minute" in found) == ("Slack's rate", True)
    assert "do not distribute it" in mend


def code_of(stage: str, deployed: DeployedWorld, there: dict[str, str], here: dict[str, str]):
    """Return what is found where functions of these digests run, and those would be deployed."""
    deployed.functions.digests = there
    deployed.functions.stage = stage
    return list(code(replace(deployed, stage=stage), lambda: here))


FOUR = ("skill", "post", "receive", "refresh")


def test_a_version_that_is_not_this_one_is_told(deployed):
    here = dict.fromkeys(FOUR, "new")
    (finding,) = code_of("prod", deployed, here, here)
    assert finding.is_right
    (finding,) = code_of("prod", deployed, here | {"post": "old", "skill": "old"}, here)
    assert finding.found == "another version than here: skill, post"
    assert finding.mend.endswith("earshot setup --stage prod --region us-east-1")
    (finding,) = code_of("local", deployed, here | {"post": "old"}, here)
    assert finding.mend.endswith("make demo")
    (finding,) = code_of("prod", deployed, here, {})
    assert (finding.mark, finding.look) == ("see", "make install")
    assert code_of("prod", deployed, {}, here) == []


def test_a_digest_is_as_lambda_tells_it(tmp_path):
    package = tmp_path / "empty.zip"
    package.write_bytes(b"")
    assert lambda_digest(package) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


@pytest.mark.parametrize(
    ("ahead", "found"),
    [(0.0, "as AWS has it"), (-59.0, "as AWS has it"), (61.0, "61 s fast"), (-400, "400 s slow")],
)
def test_a_clock_that_is_off_is_told(ahead, found):
    assert clock(ahead).found == found
    assert clock(ahead).is_right == (abs(ahead) <= 60)


def test_what_is_wrong_is_marked_with_how_to_mend_it(earshot, deployed, called):
    deployed.functions.environments["skill"]["EARSHOT_SKILL_ID"] = " "
    result = earshot("doctor")
    assert result.exit_code == 1
    assert "All is well." not in result.stdout
    lines = result.stdout.splitlines()
    at = lines.index("NOT settings of skill: missing: EARSHOT_SKILL_ID")
    assert lines[at + 1] == "      See docs/configuration.md, then deploy again"


def test_a_doctor_for_a_stack_that_does_not_run_says_how_to_start_one(earshot):
    result = earshot("doctor")
    assert result.exit_code == 1
    assert "make demo" in result.stderr


@pytest.mark.parametrize("function", ["skill", "post", "receive", "refresh"])
def test_a_function_that_is_not_there_is_named_and_nothing_after_it_is_asked(deployed, function):
    del deployed.functions.environments[function]
    *_, last = look(deployed, deployed.world.parts.clock)
    assert (last.what, last.found) == (f"function {function}", "ResourceNotFoundException")
    assert last.mend == "Deploy again: earshot deploy"


def test_every_missing_setting_of_a_function_is_named(deployed):
    deployed.functions.environments["post"] = {"EARSHOT_TABLE": "table"}
    finding = wrong(deployed)[0]
    assert finding.what == "settings of post"
    assert finding.found.startswith("missing: EARSHOT_OUTBOX_URL, EARSHOT_DEAD_LETTER_URL, ")


@pytest.mark.parametrize("name", [TOKEN_PARAMETER, SIGNING_SECRET_PARAMETER])
def test_a_secret_that_was_not_stored_comes_with_the_command_that_asks_for_it(deployed, name):
    deployed.client("ssm").delete_parameter(Name=name)
    finding = wrong(deployed)[0]
    assert (finding.what, finding.found) == (f"parameter {name}", "ParameterNotFound")
    assert finding.mend == "Start the local stack again: make demo"
    at_aws = replace(deployed, stage="prod", region="eu-west-1")
    assert parameter(at_aws, name).mend == (
        "It asks for it: earshot setup --stage prod --region eu-west-1"
    )


def test_a_secret_that_lies_open_is_wrong(deployed):
    ssm = deployed.client("ssm")
    stored = ssm.get_parameter(Name=TOKEN_PARAMETER, WithDecryption=True)["Parameter"]["Value"]
    ssm.delete_parameter(Name=TOKEN_PARAMETER)
    ssm.put_parameter(Name=TOKEN_PARAMETER, Value=stored, Type="String")
    what, found, mend = only_wrong(deployed)
    assert (what, found) == (f"parameter {TOKEN_PARAMETER}", "is not encrypted")
    assert "make demo" in mend


def test_no_finding_holds_a_secret(deployed):
    deployed.world.revoke()
    secrets = {deployed.world.token, deployed.world.parts.workspace.signing_secret}
    for finding in look(deployed, deployed.world.parts.clock):
        assert not any(secret in str(vars(finding)) for secret in secrets)


def test_a_token_that_slack_refuses_is_told_in_slacks_word(deployed):
    deployed.world.revoke()
    what, found, mend = only_wrong(deployed)
    assert (what, found) == ("Slack link", "token_revoked")
    assert "Store a valid token" in mend


def test_a_refresh_that_fails_is_told_in_its_words(deployed):
    deployed.functions.answer = {"errorMessage": "Task timed out", "errorType": "Sandbox.Timedout"}
    assert only_wrong(deployed)[:2] == ("Slack link", "Task timed out")


def test_a_default_conversation_that_is_not_there_is_wrong(deployed):
    deployed.functions.answer = {"linked": True, "default_conversation_found": False}
    what, found, mend = only_wrong(deployed)
    assert (what, found) == ("default conversation", "not found")
    assert "--default-conversation" in mend


def test_an_events_address_that_does_not_answer_is_wrong(deployed):
    deployed = replace(deployed, events_url="http://127.0.0.1:9/slack/events")
    assert only_wrong(deployed) == (
        "events address",
        "ConnectError",
        "Deploy again: earshot deploy",
    )


def test_an_events_address_that_answers_otherwise_is_wrong(deployed):
    deployed = replace(deployed, events_url=deployed.events_url + "/elsewhere")
    what, found, mend = only_wrong(deployed)
    assert (what, found) == ("events address", "answers 404")
    assert mend == "Look at the receive function's log"


def test_messages_that_wait_are_counted_and_it_says_where_to_look(deployed):
    deployed.world.fail("429 for 100 s")
    for number in (1, 2):
        deployed.world.say(f"tell slack to send number {number}")
    what, found, mend = only_wrong(deployed)
    assert (what, found) == ("queue of outbox", "1 waiting")
    assert mend == "the post function's log says why"


def test_dead_letters_are_counted_and_it_says_how_to_see_them(deployed):
    letters = DeadLetters(deployed.client("sqs"), deployed.dead_letter_url)
    for name in ("one", "two"):
        letters.bury("{}", command_id=name, reason="archived")
    what, found, mend = only_wrong(deployed)
    assert (what, found) == ("queue of dead letters", "2 waiting")
    assert mend == "see: earshot outbox list"


def test_a_queue_that_is_not_there_is_wrong(deployed):
    deployed.client("sqs").delete_queue(QueueUrl=deployed.dead_letter_url)
    what, _, mend = only_wrong(deployed)
    assert what == "queue of dead letters"
    assert mend == "Deploy again: earshot deploy"


# ------------------------------------------------------------------------ alarms that are heard


def in_aws(deployed: DeployedWorld, *confirmed: bool, topic: str = "arn:aws:sns:x:1:alarms"):
    """Return the deployment as one of AWS whose alarms are mailed to so many addresses."""
    arns = [
        "arn:aws:sns:x:1:alarms:5" if has_confirmed else "PendingConfirmation"
        for has_confirmed in confirmed
    ]
    answer = {"Subscriptions": [{"SubscriptionArn": arn} for arn in arns]}
    sns = SimpleNamespace(list_subscriptions_by_topic=lambda TopicArn: answer)  # noqa: N803
    return Deployed(
        *("prod", "us-east-1", None, deployed.table, deployed.outbox_url),
        *(deployed.dead_letter_url, deployed.events_url, topic),
    ), sns


@pytest.mark.parametrize(
    ("confirmed", "topic", "found", "mend"),
    [
        ([], "", "reach nobody", "Deploy again with --alarm-email"),
        ([], "arn", "reach nobody: the address was not confirmed", "Confirm the subscription"),
        ([False], "arn", "reach nobody: the address was not confirmed", "Confirm the subscription"),
        ([False, True], "arn", "are mailed", ""),
    ],
)
def test_it_says_when_alarms_reach_nobody(deployed, monkeypatch, confirmed, topic, found, mend):
    there, sns = in_aws(deployed, *confirmed, topic=topic)
    monkeypatch.setattr(Deployed, "client", lambda _self, service: {"sns": sns}[service])
    finding = alarms(there)
    assert finding.found == found
    assert finding.mend.startswith(mend)
    assert finding.is_right == (not mend)


def test_a_topic_that_cannot_be_looked_at_is_wrong(deployed, monkeypatch):
    def refuse(TopicArn: str) -> None:  # noqa: N803
        raise ClientError({"Error": {"Code": "AuthorizationError"}}, "List")

    there, sns = in_aws(deployed)
    sns.list_subscriptions_by_topic = refuse
    monkeypatch.setattr(Deployed, "client", lambda _self, _service: sns)
    assert alarms(there).found == "AuthorizationError"
    assert not alarms(there).is_right


# ------------------------------------------------------------------------ the skill, from both ends

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
    assert finding["Alexa's permission to call"].mend.endswith(SKILL)


@pytest.mark.parametrize("problems", [0, 2])
def test_of_several_people_it_tells_how_many_links_are_looked_after(deployed, problems):
    secret = "/earshot/local/slack/client-secret"
    deployed.world.parts.cloud.put_parameter(secret, "of-the-app")
    deployed.functions.environments["refresh"] |= {
        "EARSHOT_TOKEN_KEY": "key",
        "EARSHOT_SLACK_CLIENT_SECRET_PARAMETER": secret,
    }
    deployed.functions.answer = {"links": 7, "waiting": 0, "problems": problems}
    findings = list(look(deployed, deployed.world.parts.clock))
    (links,) = [finding for finding in findings if finding.what == "Slack links"]
    told = f"7 looked after, 0 wait for their turn, {problems} with problems"
    assert (links.found, links.is_right) == (told, not problems)
    assert not [finding for finding in findings if TOKEN_PARAMETER in str(finding)]
