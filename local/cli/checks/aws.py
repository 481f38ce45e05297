"""AWS: functions with their settings, table, secrets, queues and alarms."""

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from bridge.settings.post import PostSettings
from bridge.settings.receive import ReceiveSettings
from bridge.settings.refresh import RefreshSettings
from deploy.packages import PackagingFailed, build_all
from local.cli.accounts.placement import LOCAL, REGIONS, all_regions
from local.cli.checks.finding import Finding, again, short
from local.cli.deployment import Deployed
from skill.settings import SkillSettings

VARIABLES = {
    "skill": SkillSettings.VARIABLES,
    "post": PostSettings.VARIABLES,
    "receive": ReceiveSettings.VARIABLES,
    "refresh": RefreshSettings.VARIABLES,
}


def settings(
    deployed: Deployed, function: str, variables: Iterable[str]
) -> tuple[dict[str, str], Finding]:
    """Return a function's settings, and whether none is missing; raises botocore's errors."""
    configuration = deployed.client("lambda").get_function_configuration(
        FunctionName=deployed.function(function)
    )
    found: dict[str, str] = configuration.get("Environment", {}).get("Variables", {})
    missing = [name for name in variables if not found.get(name, "").strip()]
    return found, Finding(
        f"settings of {function}",
        "all there" if not missing else f"missing: {', '.join(missing)}",
        again(deployed) if missing else "",
    )


def code(
    deployed: Deployed, built: Callable[[], Mapping[str, str]] | None = None
) -> Iterator[Finding]:
    """Compare what runs there with what this folder would deploy, where AWS tells what runs."""
    runs = {function: _digest_of(deployed, function) for function in VARIABLES}
    if not all(runs.values()):
        return
    here = (built or _built)()
    others = [function for function, digest in runs.items() if here.get(function) != digest]
    if not here:
        yield Finding("code", "cannot be compared: the packages are not built", look="make install")
    elif others:
        found = f"another version than here: {', '.join(others)}"
        yield Finding("code", found, again(deployed))
    else:
        yield Finding("code", "the version that is here")


def _digest_of(deployed: Deployed, function: str) -> str:
    client = deployed.client("lambda")
    found = client.get_function_configuration(FunctionName=deployed.function(function))
    return str(found.get("CodeSha256", ""))


def _built() -> dict[str, str]:
    """Return the digests of the packages of this folder, as Lambda tells them; {} without any."""
    try:
        return {package.function: lambda_digest(package.path) for package in build_all()}
    except PackagingFailed:
        return {}


def lambda_digest(package: Path) -> str:
    """Return a zip's SHA-256 as Lambda tells it."""
    return base64.b64encode(hashlib.sha256(package.read_bytes()).digest()).decode()


def skill_arn(deployed: Deployed) -> str:
    """Return what stands as the endpoint in the skill."""
    described = deployed.client("lambda").get_function(FunctionName=deployed.function("skill"))
    return str(described["Configuration"]["FunctionArn"])


def region(deployed: Deployed) -> Iterator[Finding]:
    """Find out whether Alexa calls functions there."""
    if deployed.stage == LOCAL:
        return
    mend = "" if deployed.region in REGIONS else f"Deploy in {all_regions()}, as another --stage"
    yield Finding("region", deployed.region, mend)


def table(deployed: Deployed) -> Finding:
    """Find out whether the mailbox's table is ready."""
    try:
        described = deployed.client("dynamodb").describe_table(TableName=deployed.table)
    except (ClientError, BotoCoreError) as error:
        return Finding("table", short(error), again(deployed))
    state = described["Table"]["TableStatus"].lower()
    return Finding("table", state, "" if state == "active" else "Wait until it is active")


def parameter(deployed: Deployed, name: str) -> Finding:
    """Find out whether a secret is stored, encrypted."""
    mend = again(deployed)
    try:
        parameter = deployed.client("ssm").get_parameter(Name=name)["Parameter"]
    except (ClientError, BotoCoreError) as error:
        return Finding(f"parameter {name}", short(error), mend)
    if parameter["Type"] != "SecureString":
        return Finding(f"parameter {name}", "is not encrypted", mend)
    return Finding(f"parameter {name}", "stored, encrypted")


def queue(deployed: Deployed, name: str, url: str, mend: str) -> Finding:
    """Count what waits in a queue."""
    try:
        attributes = deployed.client("sqs").get_queue_attributes(
            QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"]
        )["Attributes"]
    except (ClientError, BotoCoreError) as error:
        return Finding(f"queue of {name}", short(error), again(deployed))
    count = int(attributes["ApproximateNumberOfMessages"])
    return Finding(f"queue of {name}", f"{count} waiting", mend if count else "")


def alarms(deployed: Deployed) -> Finding:
    """Find out whether anybody is told when an alarm rings."""
    if deployed.stage == LOCAL:
        return Finding("alarms", "none on the local stack")
    mend = again(deployed, " --alarm-email you@example.org")
    if not deployed.alarm_topic:
        return Finding("alarms", "reach nobody", mend)
    try:
        answer = deployed.client("sns").list_subscriptions_by_topic(TopicArn=deployed.alarm_topic)
    except (ClientError, BotoCoreError) as error:
        return Finding("alarms", short(error), mend)
    # Until its owner confirms, a subscription has no ARN: "PendingConfirmation" stands there.
    told = [
        subscription
        for subscription in answer["Subscriptions"]
        if subscription["SubscriptionArn"].startswith("arn:")
    ]
    if not told:
        mail = "Confirm the subscription in the mail from AWS. None there?"
        return Finding("alarms", "reach nobody: the address was not confirmed", f"{mail} {mend}")
    return Finding("alarms", "are mailed")


def ringing(deployed: Deployed) -> Iterator[Finding]:
    """Name the alarms that ring now."""
    if deployed.stage == LOCAL:
        return
    try:
        answer = deployed.client("cloudwatch").describe_alarms(
            AlarmNamePrefix=f"earshot-{deployed.stage}-", StateValue="ALARM"
        )
    except (ClientError, BotoCoreError) as error:
        yield Finding("ringing alarms", short(error), "Allow yourself cloudwatch:DescribeAlarms")
        return
    names = [alarm["AlarmName"] for alarm in answer["MetricAlarms"]]
    yield Finding(
        "ringing alarms",
        ", ".join(names) or "none",
        "docs/configuration.md, What rings, says what is the case" if names else "",
    )
