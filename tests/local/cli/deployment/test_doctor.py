"""`earshot doctor` finds what is wrong with a deployment, and says how to mend it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from local.cli.accounts.slack_app import USER_SCOPES
from local.cli.checks import Finding, link, look
from local.cli.checks.aws import code, lambda_digest, parameter
from local.cli.checks.finding import again
from local.cli.checks.slack import NOTE, Account, loop, rate
from local.cli.checks.slack_events import clock
from local.cli.commands.deployment import doctor
from local.world.aws.moto_cloud import SIGNING_SECRET_PARAMETER, TOKEN_PARAMETER
from postbox.outbox.queue import DeadLetters
from tests.local.cli.deployment.deployed_world import DeployedWorld, deployed_world

OFTEN = "histories may be read as often as Earshot does"
AGAIN = "Start the local stack again: make demo"


@pytest.fixture
def deployed():
    with deployed_world() as deployed:
        write(deployed, "Good morning.")
        deployed.world.settle()
        yield deployed


def account_of(deployed: DeployedWorld) -> Account:
    api_url = deployed.functions.environments["post"]["EARSHOT_SLACK_API_URL"]
    return Account(deployed, api_url, TOKEN_PARAMETER)


def write(deployed: DeployedWorld, text: str) -> None:
    workspace = deployed.world.parts.workspace
    kevin, general = workspace.find_person("Kevin"), workspace.find_conversation("#general")
    workspace.post(kevin, general, text)


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
    assert "ok  messages from Slack: the newest that is known was written 0 min ago" in lines


def test_the_note_of_the_loop_is_taken_away_again(earshot, deployed, called):
    before = deployed.world.parts.workspace.calls["chat.delete"]
    assert earshot("doctor").exit_code == 0
    assert deployed.world.parts.workspace.calls["chat.delete"] == before + 1


def test_without_the_loop_nothing_is_posted(earshot, deployed, called):
    result = earshot("doctor", "--no-loop")
    assert result.exit_code == 0
    assert "loop through" not in result.stdout
    assert "see messages from Slack" in result.stdout
    assert "without --no-loop" in result.stdout
    assert deployed.world.parts.workspace.calls["chat.postMessage"] == 0


def test_an_event_that_does_not_come_is_told_with_the_address_that_slack_needs(deployed):
    findings = look(deployed, deployed.world.parts.clock, lambda _seconds: None)
    (finding,) = [finding for finding in findings if not finding.is_right]
    assert (finding.what, finding.found) == ("loop through Slack", "no event within 15 s")
    assert finding.mend.endswith(f"--events-url {deployed.events_url}")


def test_a_deployment_to_which_slack_never_sent_anything_is_told():
    with deployed_world() as silent:
        what, found, mend = only_wrong(silent)
    assert (what, found) == ("messages from Slack", "none ever came")
    assert "slack-manifest --events-url" in mend


def test_scopes_that_the_app_lacks_are_named(deployed):
    workspace = deployed.world.parts.workspace
    scopes = [scope for scope in USER_SCOPES if scope != "reactions:write"]
    token = workspace.install_app(workspace.find_person("Giselle"), scopes)
    deployed.world.parts.store_token(token)
    what, found, mend = only_wrong(deployed)
    assert (what, found) == ("Slack scopes", "the app lacks reactions:write")
    assert "reinstall it" in mend


def rated(deployed: DeployedWorld) -> tuple[Finding, int]:
    """Return what is found of the app's rate, and with how many reads."""
    workspace = deployed.world.parts.workspace
    before = workspace.calls["conversations.history"]
    (finding,) = rate(account_of(deployed))
    return finding, workspace.calls["conversations.history"] - before


def test_an_app_that_may_hardly_read_is_told_by_one_page_where_much_is_written(deployed):
    """By two reads only where there is less than such an app gets at a time."""
    assert rated(deployed) == (Finding("Slack's rate", OFTEN), 2)
    deployed.world.parts.workspace.limits.limit_reading()
    deployed.world.advance(60)
    assert rated(deployed)[1] == 2
    for number in range(20):
        write(deployed, f"note {number}")
    deployed.world.advance(60)
    finding, reads = rated(deployed)
    assert ("once a minute" in finding.found, reads) == (True, 1)
    assert "do not distribute it" in finding.mend
    deployed.world.parts.workspace.limits.limit_reading(False)
    deployed.world.advance(60)
    assert rated(deployed) == (Finding("Slack's rate", OFTEN), 1)


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
    assert finding.mend == AGAIN
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
    assert lines[at + 1] == "      Start the local stack again: make demo"


def test_a_doctor_for_a_stack_that_does_not_run_says_how_to_start_one(earshot):
    result = earshot("doctor")
    assert result.exit_code == 1
    assert "make demo" in result.stderr


def test_a_function_that_is_not_there_is_named_and_nothing_after_it_is_asked(deployed):
    everything = deployed.functions.environments
    for function in FOUR:
        deployed.functions.environments = {
            name: found for name, found in everything.items() if name != function
        }
        *_, last = look(deployed, deployed.world.parts.clock)
        assert (last.what, last.found) == (f"function {function}", "ResourceNotFoundException")
        assert last.mend == AGAIN


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
    assert finding.mend == AGAIN
    at_aws = replace(deployed, stage="prod", region="eu-west-1")
    assert parameter(at_aws, name).mend == (
        "Go on with: earshot setup --stage prod --region eu-west-1"
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
    assert (what, found, mend) == ("Slack link", "token_revoked", AGAIN)
    at_aws = replace(deployed, stage="prod", region="eu-west-1")
    assert again(at_aws) == "Go on with: earshot setup --stage prod --region eu-west-1"


REPORTS = [
    ({"errorMessage": "Task timed out", "errorType": "Sandbox.Timedout"}, "Task timed out"),
    ({"linked": False, "problem": "link: MailboxUnavailable"}, "link: MailboxUnavailable"),
    (["no report"], "unknown"),
    (
        {"linked": True, "default_conversation_found": True, "problem": "names: TimeoutError"},
        "stands, but looking after it failed: names: TimeoutError",
    ),
]


def test_a_refresh_that_fails_is_told_in_its_words_and_no_token_is_asked_for(deployed):
    for answer, found in REPORTS:
        deployed.functions.answer = answer
        what, told, mend = only_wrong(deployed)
        assert (what, told) == ("Slack link", found)
        assert mend.startswith("Wait five minutes")


def test_a_default_conversation_that_is_not_there_is_wrong(deployed):
    deployed.functions.answer = {"linked": True, "default_conversation_found": False}
    what, found, mend = only_wrong(deployed)
    assert (what, found) == ("default conversation", "not found")
    assert mend.startswith("Join it in Slack.")
    at_aws = replace(deployed, stage="prod")
    deployed.functions.stage = "prod"
    assert link(at_aws).mend.endswith("--region us-east-1 --default-conversation NAME")


def test_an_events_address_that_does_not_answer_is_wrong(deployed):
    deployed = replace(deployed, events_url="http://127.0.0.1:9/slack/events")
    assert only_wrong(deployed) == (
        "events address",
        "ConnectError",
        AGAIN,
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
    assert (what, mend) == ("queue of dead letters", AGAIN)


def test_a_table_that_is_gone_stops_no_other_check(deployed):
    deployed.client("dynamodb").delete_table(TableName=deployed.table)
    told = {finding.what: finding for finding in look(deployed, deployed.world.parts.clock)}
    assert told["table"].found == "ResourceNotFoundException"
    (went_round,) = loop(account_of(deployed), lambda _seconds: None)
    for finding in (went_round, told["messages from Slack"]):
        assert finding.found == "cannot be looked for: the table does not answer"
    assert told["queue of dead letters"].is_right
    kept = deployed.world.parts.workspace
    texts = [message.text for place in kept.conversations for message in kept.messages(place)]
    assert NOTE not in texts


def test_a_slack_that_fails_is_not_put_down_to_the_token(deployed):
    for fault, found in [("500", "HTTP 500"), ("429 for 30 s", "ratelimited")]:
        deployed.world.fail(fault)
        (finding,) = loop(account_of(deployed), lambda _seconds: None)
        assert finding.found == f"cannot post: {found}"
        assert finding.mend.startswith("Look at slack-status.com")


def test_of_several_people_it_tells_how_many_links_are_looked_after(deployed):
    secret = "/earshot/local/slack/client-secret"
    deployed.world.parts.cloud.put_parameter(secret, "of-the-app")
    deployed.functions.environments["refresh"] |= {
        "EARSHOT_TOKEN_KEY": "key",
        "EARSHOT_SLACK_CLIENT_SECRET_PARAMETER": secret,
    }
    for problems in (0, 2):
        deployed.functions.answer = {"links": 7, "waiting": 0, "problems": problems}
        findings = list(look(deployed, deployed.world.parts.clock))
        (links,) = [finding for finding in findings if finding.what == "Slack links"]
        told = f"7 looked after, 0 wait for their turn, {problems} with problems"
        assert (links.found, links.is_right) == (told, not problems)
        assert not [finding for finding in findings if TOKEN_PARAMETER in str(finding)]
