"""serverless.yml deployed to MiniStack, IAM enforced: all four functions do their work."""

import json
import time

import boto3
import httpx
import pytest
from botocore.exceptions import ClientError

from local.cli.checks import signed_headers
from local.cloud import FunctionFailed, deploy
from local.cloud.ministack import REGION
from local.workspace import EventOutlet, http_transport
from tests.local.cloud.conftest import Cloud
from tests.patience import eventually

pytestmark = pytest.mark.stack


@pytest.fixture(autouse=True)
def no_open_session(cloud: Cloud) -> None:
    """What another test left open is no part of this one: after a reading a text answers it."""
    cloud.echo.end_session()


def texts(cloud: Cloud, place: str) -> list[str]:
    conversation = cloud.workspace.find_conversation(place)
    return [message.text for message in cloud.workspace.messages(conversation)]


def as_role_of(cloud: Cloud, function: str, service: str):
    """Return a client that may do what this function's role may."""
    name = cloud.deployment.function(function)
    deployed = cloud.stack.client("lambda").get_function_configuration(FunctionName=name)
    taken = cloud.stack.client("sts").assume_role(RoleArn=deployed["Role"], RoleSessionName="test")
    return boto3.client(
        service,
        region_name=REGION,
        endpoint_url=cloud.stack.endpoint,
        aws_access_key_id=taken["Credentials"]["AccessKeyId"],
        aws_secret_access_key=taken["Credentials"]["SecretAccessKey"],
        aws_session_token=taken["Credentials"]["SessionToken"],
    )


def test_what_is_said_gets_through_skill_queue_and_post_to_slack(cloud: Cloud):
    turn = cloud.echo.say("tell slack to send the kettle is on")
    assert turn.rejected is None
    assert turn.heard in {"Sent to general.", "On its way to general."}
    assert eventually(lambda: "the kettle is on" in texts(cloud, "#general"))
    assert texts(cloud, "#general").count("the kettle is on") == 1


def test_what_kevin_writes_gets_through_the_http_endpoint_to_the_voice(cloud: Cloud):
    outlet = EventOutlet(cloud.workspace, http_transport(cloud.deployment.events_url), time.time)
    # A function that starts cold on a busy machine may take longer than Slack waits.
    assert eventually(outlet.verify_url)
    kevin, giselle = map(cloud.workspace.find_person, ("Kevin Park", "Giselle"))
    direct = cloud.workspace.direct_message(kevin, giselle)
    cloud.workspace.post(kevin, direct, "Is there tea & cake?")
    assert eventually(lambda: outlet.deliver_due() == 0 and outlet.is_idle)
    outlet.close()
    assert "Is there tea & cake?" in cloud.echo.say("ask slack for replies").heard


def test_an_unsigned_event_is_turned_away(cloud: Cloud):
    answer = httpx.post(cloud.deployment.events_url, json={"type": "event_callback"})
    assert answer.status_code == 401


def test_slack_can_verify_the_address(cloud: Cloud):
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1a"}).encode()
    headers = signed_headers(cloud.workspace.signing_secret, body, time.time())
    answer = httpx.post(cloud.deployment.events_url, content=body, headers=headers)
    assert (answer.status_code, answer.text) == (200, "3eZbrw1a")


def test_what_slack_never_calls_is_not_there(cloud: Cloud):
    assert httpx.get(cloud.deployment.events_url).status_code == 404
    assert httpx.post(f"{cloud.deployment.events_url}/more").status_code == 404


def test_another_skill_is_not_answered(cloud: Cloud):
    request = cloud.echo.say("open slack").request
    cloud.echo.end_session("USER_INITIATED")
    foreign = json.loads(json.dumps(request).replace("00000000-0000", "11111111-0000"))
    answer = cloud.deployment.invoke("skill", foreign)
    assert "outputSpeech" not in answer.get("response", {})


def test_a_function_that_raises_is_an_error_with_its_words(cloud: Cloud):
    with pytest.raises(FunctionFailed, match="Records"):
        cloud.deployment.invoke("post", {})


@pytest.mark.parametrize(
    ("function", "service", "operation"),
    [
        ("skill", "sqs", "receive_message"),
        ("receive", "sqs", "send_message"),
        ("skill", "ssm", "get_parameter"),
        ("receive", "ssm", "get_parameter"),
        ("skill", "dynamodb", "scan"),
    ],
)
def test_a_role_that_needs_no_more_may_no_more(
    cloud: Cloud, function: str, service: str, operation: str
):
    arguments = {
        "receive_message": {"QueueUrl": cloud.deployment.outbox_url},
        "send_message": {"QueueUrl": cloud.deployment.outbox_url, "MessageBody": "{}"},
        "get_parameter": {"Name": cloud.deployment.token_parameter, "WithDecryption": True},
        "scan": {"TableName": cloud.deployment.table},
    }[operation]
    if operation == "send_message":
        arguments |= {"MessageGroupId": "any", "MessageDeduplicationId": "any"}
    client = as_role_of(cloud, function, service)
    with pytest.raises(ClientError, match=r"AccessDenied|not authorized"):
        getattr(client, operation)(**arguments)


def test_what_ministack_drops_is_set_afterwards(cloud: Cloud):
    tables = cloud.deployment.client("dynamodb")
    expiry = tables.describe_time_to_live(TableName=cloud.deployment.table)
    assert expiry["TimeToLiveDescription"]["TimeToLiveStatus"] in {"ENABLED", "ENABLING"}
    assert expiry["TimeToLiveDescription"]["AttributeName"] == "expires_at"
    backups = tables.describe_continuous_backups(TableName=cloud.deployment.table)
    recovery = backups["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
    assert recovery["PointInTimeRecoveryStatus"] == "ENABLED"


def test_logs_hold_what_happened_and_not_what_was_said(cloud: Cloud):
    cloud.echo.say("tell slack to send the talk is about swordfish")
    assert eventually(lambda: "the talk is about swordfish" in texts(cloud, "#general"))
    assert eventually(
        lambda: any('"result":"confirmed"' in line for line in cloud.deployment.log("post"))
    )
    for function in ("skill", "post", "receive", "refresh"):
        log = "\n".join(cloud.deployment.log(function))
        assert "swordfish" not in log
        assert "xoxp-" not in log


def test_progress_is_shown_and_the_same_is_not_deployed_again(cloud: Cloud):
    assert any("earshot-local" in line for line in cloud.printed)
    printed: list[str] = []
    again = deploy(cloud.stack, {"slackApiUrl": cloud.slack_api_url}, on_line=printed.append)
    assert printed == ["Deployed already, and nothing has changed"]
    assert again == cloud.deployment
