"""What serverless.yml compiles to is what the handlers rely on."""

import importlib
from collections.abc import Callable

import pytest

from bridge.outbox.delays import VISIBILITY_SECONDS, most_receives
from bridge.settings.post import PostSettings
from bridge.settings.receive import ReceiveSettings
from bridge.settings.refresh import RefreshSettings
from deploy import osls
from deploy.template import EXAMPLE_SKILL_ID
from skill.settings import SkillSettings
from tests.deploy.conftest import GIVEN_LOCALLY
from tests.deploy.reading import FUNCTIONS, Template, function, of_type, properties, text

SETTINGS = {
    "skill": SkillSettings,
    "post": PostSettings,
    "receive": ReceiveSettings,
    "refresh": RefreshSettings,
}
SLACK_WAITS = 3
SLACKS_MOST_EVENTS_AN_HOUR = 30_000
"""https://docs.slack.dev/apis/events-api, "Rate limiting": for an app in a workspace."""
ALEXA_WAITS = 8


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_is_given_the_very_variables_that_it_reads(template: Template, name: str):
    given = function(template, name)["Environment"]["Variables"]
    assert set(given) == {*SETTINGS[name].VARIABLES, *getattr(SETTINGS[name], "MAY_BE_BLANK", ())}
    SETTINGS[name].from_environment({variable: text(value) for variable, value in given.items()})


def test_there_are_four_functions_and_no_more(template: Template):
    names = {
        function["FunctionName"] for function in of_type(template, "AWS::Lambda::Function").values()
    }
    assert names == {f"earshot-prod-{name}" for name in FUNCTIONS}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_runs_its_own_package_on_python_3_13_and_arm(template: Template, name: str):
    deployed = function(template, name)
    assert deployed["Runtime"] == "python3.13"
    assert deployed["Architectures"] == ["arm64"]
    assert deployed["Code"]["S3Key"].endswith(f"/{name}.zip")
    module, handler = deployed["Handler"].rsplit(".", 1)
    assert callable(getattr(importlib.import_module(module), handler))


def test_a_function_ends_when_nobody_waits_for_it_any_more(template: Template):
    timeouts = {name: function(template, name)["Timeout"] for name in FUNCTIONS}
    assert timeouts == {"skill": ALEXA_WAITS, "post": 10, "receive": 5, "refresh": 60}
    assert timeouts["receive"] > SLACK_WAITS


@pytest.mark.parametrize("name", FUNCTIONS)
def test_logs_are_kept_for_two_weeks(template: Template, name: str):
    group = properties(template, f"{name.capitalize()}LogGroup")
    assert group == {"LogGroupName": f"/aws/lambda/earshot-prod-{name}", "RetentionInDays": 14}


# ------------------------------------------------------------------------------------ who may call


def test_only_alexa_with_this_skills_id_may_call_the_skill(template: Template):
    allowed = properties(template, "SkillLambdaPermissionAlexaSkill1")
    assert allowed["Principal"] == "alexa-appkit.amazon.com"
    assert allowed["EventSourceToken"] == EXAMPLE_SKILL_ID
    given = function(template, "skill")["Environment"]["Variables"]
    assert given["EARSHOT_SKILL_ID"] == EXAMPLE_SKILL_ID


def test_every_permission_to_call_names_who_and_for_what(template: Template):
    allowed = {
        (text(permission["FunctionName"]), permission["Principal"], "SourceArn" in permission)
        for permission in of_type(template, "AWS::Lambda::Permission").values()
    }
    assert allowed == {
        ("SkillLambdaFunction.Arn", "alexa-appkit.amazon.com", False),
        ("ReceiveLambdaFunction.Arn", "apigateway.amazonaws.com", True),
        ("RefreshLambdaFunction.Arn", "events.amazonaws.com", True),
    }
    assert of_type(template, "AWS::Lambda::Url") == {}


def test_without_a_skill_id_nothing_is_compiled_and_it_is_named(tmp_path):
    with pytest.raises(osls.OslsFailed, match=r"EARSHOT_SKILL_ID.*param"):
        osls.run(["package", "--stage", "prod", "--package", str(tmp_path)], environment={})


def test_the_only_way_in_from_outside_is_slacks_events_by_post(template: Template):
    (route,) = of_type(template, "AWS::ApiGatewayV2::Route").values()
    (integration,) = of_type(template, "AWS::ApiGatewayV2::Integration").values()
    assert route["RouteKey"] == "POST /slack/events"
    assert integration["PayloadFormatVersion"] == "2.0"
    assert text(integration["IntegrationUri"]) == "ReceiveLambdaFunction.Arn"


# ----------------------------------------------------------------------------------- the mailbox


def test_a_queued_message_is_not_seen_twice_while_it_is_posted(template: Template):
    outbox = properties(template, "Outbox")
    assert outbox["VisibilityTimeout"] >= 2 * function(template, "post")["Timeout"]
    assert outbox["VisibilityTimeout"] == VISIBILITY_SECONDS


@pytest.mark.parametrize("age", [None, "100", "3600", "43200"])
def test_what_every_worker_dies_over_blocks_its_conversation_no_longer_than_its_age(
    compiled: Callable[..., Template], age: str | None
):
    given = compiled(**({"maxMessageAge": age, "oldestMessageAlarm": "30"} if age else {}))
    outbox = properties(given, "Outbox")
    receives = outbox["RedrivePolicy"]["maxReceiveCount"]
    assert receives == most_receives(float(age or 900))
    assert 5 <= receives <= 1000
    assert receives * outbox["VisibilityTimeout"] <= float(age or 900)


def test_the_queues_keep_order_are_encrypted_and_keep_what_was_given_up(template: Template):
    outbox, dead_letters = properties(template, "Outbox"), properties(template, "DeadLetters")
    assert outbox["QueueName"] == "earshot-outbox-prod.fifo"
    assert dead_letters["QueueName"] == "earshot-dead-letters-prod.fifo"
    for queue in (outbox, dead_letters):
        assert queue["FifoQueue"] is True
        assert queue["SqsManagedSseEnabled"] is True
    redrive = outbox["RedrivePolicy"]
    assert text(redrive["deadLetterTargetArn"]) == "DeadLetters.Arn"
    assert dead_letters["MessageRetentionPeriod"] == 14 * 24 * 3600


def test_the_post_function_takes_batches_and_reports_what_has_to_come_back(template: Template):
    (source,) = of_type(template, "AWS::Lambda::EventSourceMapping").values()
    assert text(source["EventSourceArn"]) == "Outbox.Arn"
    assert text(source["FunctionName"]) == "PostLambdaFunction.Arn"
    assert source["BatchSize"] == 10
    assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_the_table_expires_what_is_old_is_encrypted_and_can_be_restored(template: Template):
    table = properties(template, "Table")
    assert table["TableName"] == "earshot-prod"
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    keys = {key["AttributeName"]: key["KeyType"] for key in table["KeySchema"]}
    assert keys == {"pk": "HASH", "sk": "RANGE"}
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["SSESpecification"] == {"SSEEnabled": True}


def test_the_table_outlives_its_stack_and_careless_hands_but_not_a_local_one(
    template: Template, local_template: Template
):
    assert template["Resources"]["Table"]["DeletionPolicy"] == "Retain"
    assert properties(template, "Table")["DeletionProtectionEnabled"] is True
    assert local_template["Resources"]["Table"]["DeletionPolicy"] == "Delete"
    assert properties(local_template, "Table")["DeletionProtectionEnabled"] is False


# ------------------------------------------------------------------------------ what it may cost


def test_the_public_endpoint_lets_in_what_slack_sends_and_little_more(
    template: Template, local_template: Template
):
    (stage,) = of_type(template, "AWS::ApiGatewayV2::Stage").values()
    limits = {name: int(value) for name, value in stage["DefaultRouteSettings"].items()}
    assert limits == {"ThrottlingRateLimit": 50, "ThrottlingBurstLimit": 100}
    assert limits["ThrottlingRateLimit"] * 3600 > 5 * SLACKS_MOST_EVENTS_AN_HOUR
    (stage,) = of_type(local_template, "AWS::ApiGatewayV2::Stage").values()
    assert stage["DefaultRouteSettings"]["ThrottlingRateLimit"] == "7"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_concurrency_is_set_aside_unless_it_is_asked_for(
    template: Template, local_template: Template, name: str
):
    assert "ReservedConcurrentExecutions" not in function(template, name)
    asked = GIVEN_LOCALLY.get(f"{name}Concurrency")
    given = function(local_template, name).get("ReservedConcurrentExecutions")
    assert given == (int(asked) if asked else None)


# ----------------------------------------------------------------------------- schedule, settings


def test_refresh_runs_every_five_minutes_and_when_a_token_is_stored(template: Template):
    rules = list(of_type(template, "AWS::Events::Rule").values())
    for rule in rules:
        assert [text(target["Arn"]) for target in rule["Targets"]] == ["RefreshLambdaFunction.Arn"]
        assert rule["State"] == "ENABLED"
    (schedule,) = [rule["ScheduleExpression"] for rule in rules if "ScheduleExpression" in rule]
    (pattern,) = [rule["EventPattern"] for rule in rules if "EventPattern" in rule]
    assert schedule == "rate(5 minutes)"
    assert pattern == {
        "source": ["aws.ssm"],
        "detail-type": ["Parameter Store Change"],
        "detail": {"name": ["/earshot/prod/slack/token"], "operation": ["Create", "Update"]},
    }


def test_settings_have_the_documented_defaults(template: Template):
    given = {}
    for name in FUNCTIONS:
        given.update(function(template, name)["Environment"]["Variables"])
    plain = {name: value for name, value in given.items() if isinstance(value, str)}
    assert plain == {
        "EARSHOT_SKILL_ID": EXAMPLE_SKILL_ID,
        "EARSHOT_SLACK_API_URL": "https://slack.com/api/",
        "EARSHOT_TOKEN_PARAMETER": "/earshot/prod/slack/token",
        "EARSHOT_SIGNING_SECRET_PARAMETER": "/earshot/prod/slack/signing-secret",
        "EARSHOT_DEFAULT_CONVERSATION": "general",
        "EARSHOT_MAX_MESSAGE_AGE": "900",
        "EARSHOT_UNDO_SECONDS": "300",
        "EARSHOT_ALEXA_LOOPBACK": "no",
        "EARSHOT_SUMMARIES_PER_DAY": "50",
        "EARSHOT_ACCOUNTS": "no",
        "EARSHOT_ALEXA_PIN": "no",
        "EARSHOT_SUMMARY_MODEL": "",
        "EARSHOT_OWNER_USER_ID": "",
        "EARSHOT_TOKEN_KEY": "",
        "EARSHOT_SLACK_CLIENT_ID": "",
        "EARSHOT_SLACK_CLIENT_SECRET_PARAMETER": "",
    }


@pytest.mark.parametrize(
    ("name", "variable", "parameter"),
    [
        ("skill", "EARSHOT_MAX_MESSAGE_AGE", "maxMessageAge"),
        ("post", "EARSHOT_MAX_MESSAGE_AGE", "maxMessageAge"),
        ("refresh", "EARSHOT_MAX_MESSAGE_AGE", "maxMessageAge"),
        ("post", "EARSHOT_SLACK_API_URL", "slackApiUrl"),
        ("refresh", "EARSHOT_SLACK_API_URL", "slackApiUrl"),
        ("post", "EARSHOT_TOKEN_PARAMETER", "tokenParameter"),
        ("refresh", "EARSHOT_TOKEN_PARAMETER", "tokenParameter"),
        ("refresh", "EARSHOT_DEFAULT_CONVERSATION", "defaultConversation"),
        ("skill", "EARSHOT_SUMMARY_MODEL", "summaryModel"),
        ("skill", "EARSHOT_OWNER_USER_ID", "ownerUserId"),
    ],
)
def test_a_setting_given_at_deployment_reaches_every_function_that_reads_it(
    local_template: Template, name: str, variable: str, parameter: str
):
    given = function(local_template, name)["Environment"]["Variables"]
    assert given[variable] == GIVEN_LOCALLY[parameter]


def test_the_command_line_finds_what_it_needs_among_the_outputs(template: Template):
    needed = {
        "EventsUrl",
        "EventsApiId",
        "OutboxUrl",
        "DeadLetterUrl",
        "TableName",
        "SkillFunctionArn",
        "TokenParameter",
        "SigningSecretParameter",
    }
    assert needed <= set(template["Outputs"])
    events_url = text(template["Outputs"]["EventsUrl"]["Value"])
    assert events_url == "https://HttpApi.execute-api.Region.URLSuffix/slack/events"
