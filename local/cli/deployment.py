"""A deployment as the command line sees it: AWS's, or the running local stack's."""

from dataclasses import dataclass
from typing import Any

import typer

from local.cli.accounts.placement import (
    LOCAL,
    REGIONS,
    NotAStage,
    all_regions,
    is_region,
    stage_named,
)
from local.cli.accounts.stopped import SIGN_IN, cannot_ask
from local.cli.stack_file import running_stack

NOT_FOUND = 1
SERVICE = "earshot"
CLOCK_IS_OFF = ("RequestExpired", "SignatureDoesNotMatch", "InvalidSignatureException")


@dataclass(frozen=True)
class Deployed:
    """Where a deployment's parts are, and clients for them."""

    stage: str
    region: str
    endpoint: str | None
    """The local cloud's address; None for AWS."""
    table: str
    outbox_url: str
    dead_letter_url: str
    events_url: str
    alarm_topic: str = ""
    """Where alarms go; "" where they go nowhere."""

    def client(self, service: str) -> Any:
        """Return a client for this deployment."""
        return _client(service, self.region, self.endpoint)

    def function(self, name: str) -> str:
        """Return the deployed name of a function."""
        return f"{SERVICE}-{self.stage}-{name}"


def find(stage: str, region: str, endpoint: str | None = None) -> Deployed:
    """Return the deployment of this stage, or end the command and say what is missing."""
    # boto3 takes longer to import than all the rest: what asks nobody need not wait for it.
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    if not is_region(region):
        raise _ended(f"{region!r} is no region of AWS. Alexa calls {all_regions()}.")
    name = f"{SERVICE}-{stage}"
    try:
        stacks = _client("cloudformation", region, endpoint).describe_stacks(StackName=name)
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code", "refused")
        raise _ended(_why_not_found(code, stage, region)) from None
    except BotoCoreError as error:
        raise _ended(cannot_ask(error)) from None
    (stack,) = stacks["Stacks"]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
    if "EventsUrl" not in outputs:
        # Deploying was cut off, or failed: there is not more of it than its bucket.
        go_on = f"earshot setup --stage {stage} --region {region}"
        raise _ended(f"{name} is half made ({stack['StackStatus']}). Go on with: {go_on}")
    return Deployed(
        stage=stage,
        region=region,
        endpoint=endpoint,
        table=outputs["TableName"],
        outbox_url=outputs["OutboxUrl"],
        dead_letter_url=outputs["DeadLetterUrl"],
        events_url=outputs["EventsUrl"],
        alarm_topic=outputs.get("AlarmTopicArn", ""),
    )


def _why_not_found(code: str, stage: str, region: str) -> str:
    """Return what to do where AWS does not describe a stack."""
    name = f"{SERVICE}-{stage}"
    if code in CLOCK_IS_OFF:
        return f"AWS refuses this machine's signature ({code}): look at its clock and credentials."
    if code != "ValidationError":
        return f"AWS does not tell of {name} in {region} ({code}). {SIGN_IN}"
    if region not in REGIONS:
        return (
            f"There is no stack {name} in {region}, nor could be: Alexa calls only {all_regions()}."
        )
    where = f"--stage {stage} --region {region}"
    return f"There is no stack {name} in {region}. Set it up with: earshot setup {where}"


def _ended(why: str) -> typer.Exit:
    typer.echo(why, err=True)
    return typer.Exit(NOT_FOUND)


def deployed_as(stage: str, region: str) -> Deployed:
    """Return a deployment by its stage; `local` is the running stack."""
    try:
        stage_named(stage)
    except NotAStage as problem:
        raise _ended(str(problem)) from None
    if stage != LOCAL:
        return find(stage, region)
    running = running_stack()
    return Deployed(
        LOCAL,
        region,
        running.aws_endpoint,
        running.table,
        running.outbox_url,
        running.dead_letter_url,
        running.events_url,
    )


def _client(service: str, region: str, endpoint: str | None) -> Any:
    import boto3  # noqa: PLC0415

    make: Any = boto3.client
    if endpoint is None:
        return make(service, region_name=region)
    return make(
        service,
        region_name=region,
        endpoint_url=endpoint,
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
