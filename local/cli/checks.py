"""What `earshot doctor` looks at: each check finds its one thing right, or says how to mend it."""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
from botocore.exceptions import BotoCoreError, ClientError

from bridge.settings import PostSettings, ReceiveSettings, RefreshSettings
from local.cli.deployment import LOCAL, Deployed
from skill.settings import SkillSettings

VARIABLES = {
    "skill": SkillSettings.VARIABLES,
    "post": PostSettings.VARIABLES,
    "receive": ReceiveSettings.VARIABLES,
    "refresh": RefreshSettings.VARIABLES,
}
CHALLENGE = "earshot doctor"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` is empty where it is right."""

    what: str
    found: str
    mend: str = ""

    @property
    def is_right(self) -> bool:
        """Whether nothing needs mending."""
        return not self.mend


def look(deployed: Deployed, now: Callable[[], float]) -> Iterator[Finding]:
    """Yield a finding for each thing, the ones that others rest on first."""
    settings: dict[str, str] = {}
    for function, variables in VARIABLES.items():
        try:
            found = _variables(deployed, function)
        except (ClientError, BotoCoreError) as error:
            yield Finding(f"function {function}", _short(error), "Deploy again: earshot deploy")
            return
        settings |= found
        missing = [name for name in variables if not found.get(name, "").strip()]
        yield Finding(
            f"settings of {function}",
            "all there" if not missing else f"missing: {', '.join(missing)}",
            "See docs/configuration.md, then deploy again" if missing else "",
        )
    for name in ("EARSHOT_TOKEN_PARAMETER", "EARSHOT_SIGNING_SECRET_PARAMETER"):
        yield _parameter(deployed, settings.get(name, ""))
    yield link(deployed)
    yield events_address(deployed, settings.get("EARSHOT_SIGNING_SECRET_PARAMETER", ""), now())
    yield _queue(deployed, "outbox", deployed.outbox_url, "the post function's log says why")
    yield _queue(deployed, "dead letters", deployed.dead_letter_url, "see: earshot outbox list")
    yield alarms(deployed)


def skill_arn(deployed: Deployed) -> str:
    """Return what stands as the endpoint in the skill."""
    described = deployed.client("lambda").get_function(FunctionName=deployed.function("skill"))
    return str(described["Configuration"]["FunctionArn"])


def _variables(deployed: Deployed, function: str) -> dict[str, str]:
    configuration = deployed.client("lambda").get_function_configuration(
        FunctionName=deployed.function(function)
    )
    variables: dict[str, str] = configuration.get("Environment", {}).get("Variables", {})
    return variables


def _parameter(deployed: Deployed, name: str) -> Finding:
    mend = f"aws ssm put-parameter --type SecureString --overwrite --name {name} --value ..."
    try:
        parameter = deployed.client("ssm").get_parameter(Name=name)["Parameter"]
    except (ClientError, BotoCoreError) as error:
        return Finding(f"parameter {name}", _short(error), mend)
    if parameter["Type"] != "SecureString":
        return Finding(f"parameter {name}", "is not encrypted", mend)
    return Finding(f"parameter {name}", "stored, encrypted")


def link(deployed: Deployed) -> Finding:
    """Have the refresh function look: it alone may read the token."""
    try:
        answer = deployed.client("lambda").invoke(
            FunctionName=deployed.function("refresh"), Payload=b'{"detail-type": "doctor"}'
        )
        report: dict[str, Any] = json.loads(answer["Payload"].read())
    except (ClientError, BotoCoreError, ValueError) as error:
        return Finding("Slack link", _short(error), "Look at the refresh function's log")
    if not report.get("linked"):
        problem = report.get("problem") or report.get("errorMessage") or "unknown"
        return Finding("Slack link", str(problem), "Store a valid token: see docs/configuration.md")
    if not report.get("default_conversation_found"):
        return Finding(
            "default conversation",
            "not found",
            "Join it in Slack, or deploy with --default-conversation",
        )
    return Finding("Slack link", "Slack takes the token")


def events_address(deployed: Deployed, parameter: str, now: float) -> Finding:
    """Ask as Slack asks when an events address is saved."""
    try:
        secret = deployed.client("ssm").get_parameter(Name=parameter, WithDecryption=True)
    except (ClientError, BotoCoreError) as error:
        return Finding("events address", _short(error), "Store the signing secret first")
    body = json.dumps({"type": "url_verification", "challenge": CHALLENGE}).encode()
    try:
        answer = httpx.post(
            deployed.events_url,
            content=body,
            headers=signed_headers(secret["Parameter"]["Value"], body, now),
            timeout=10,
        )
    except httpx.HTTPError as error:
        return Finding("events address", _short(error), "Deploy again: earshot deploy")
    if answer.status_code != 200 or answer.text != CHALLENGE:
        mend = "Look at the receive function's log"
        return Finding("events address", f"answers {answer.status_code}", mend)
    return Finding("events address", deployed.events_url)


def signed_headers(secret: str, body: bytes, now: float) -> dict[str, str]:
    """Return the headers with which Slack would send this body."""
    timestamp = str(int(now))
    signed = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return {
        "content-type": "application/json",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": f"v0={digest}",
    }


def _queue(deployed: Deployed, name: str, url: str, mend: str) -> Finding:
    try:
        attributes = deployed.client("sqs").get_queue_attributes(
            QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"]
        )["Attributes"]
    except (ClientError, BotoCoreError) as error:
        return Finding(f"queue of {name}", _short(error), "Deploy again: earshot deploy")
    count = int(attributes["ApproximateNumberOfMessages"])
    return Finding(f"queue of {name}", f"{count} waiting", mend if count else "")


def alarms(deployed: Deployed) -> Finding:
    """Find out whether anybody is told when an alarm rings."""
    if deployed.stage == LOCAL:
        return Finding("alarms", "none on the local stack")
    if not deployed.alarm_topic:
        return Finding("alarms", "reach nobody", "Deploy again with --alarm-email")
    try:
        answer = deployed.client("sns").list_subscriptions_by_topic(TopicArn=deployed.alarm_topic)
    except (ClientError, BotoCoreError) as error:
        return Finding("alarms", _short(error), "Deploy again with --alarm-email")
    # Until its owner confirms, a subscription has no ARN: "PendingConfirmation" stands there.
    told = [
        subscription
        for subscription in answer["Subscriptions"]
        if subscription["SubscriptionArn"].startswith("arn:")
    ]
    if not told:
        mend = "Confirm the subscription in the mail from AWS; none there? Deploy again"
        return Finding("alarms", "reach nobody: the address was not confirmed", mend)
    return Finding("alarms", "are mailed")


def _short(error: Exception) -> str:
    if isinstance(error, ClientError):
        return str(error.response.get("Error", {}).get("Code", "refused"))
    return type(error).__name__
