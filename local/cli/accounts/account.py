"""The AWS account: who one is there, what one may do, and the owner's two secrets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from local.cli.accounts.stopped import Stopped, cannot_ask

NEEDED = (
    "apigateway:POST",
    "cloudformation:CreateStack",
    "cloudformation:DescribeStacks",
    "cloudformation:UpdateStack",
    "cloudwatch:PutMetricAlarm",
    "dynamodb:CreateTable",
    "events:PutRule",
    "iam:CreateRole",
    "iam:PassRole",
    "iam:PutRolePolicy",
    "lambda:AddPermission",
    "lambda:CreateEventSourceMapping",
    "lambda:CreateFunction",
    "lambda:GetFunction",
    "lambda:InvokeFunction",
    "logs:CreateLogGroup",
    "s3:CreateBucket",
    "s3:PutObject",
    "sns:CreateTopic",
    "sqs:CreateQueue",
    "ssm:GetParameter",
    "ssm:PutParameter",
)
"""What deploying serverless.yml and setup itself begin with, a service each at least."""
PARAMETERS = {
    "token": "/earshot/{stage}/slack/token",
    "secret": "/earshot/{stage}/slack/signing-secret",
    "client": "/earshot/{stage}/slack/client-secret",
    "alexa": "/earshot/{stage}/alexa/client-secret",
}
"""Where serverless.yml expects the secrets: an owner's first, then those of account linking."""


@dataclass(frozen=True)
class Account:
    """Who one is."""

    number: str
    arn: str

    @property
    def principal(self) -> str | None:
        """What IAM can be asked about: a user or a role; None for the account's root."""
        kind, _, name = self.arn.rpartition(":")[2].partition("/")
        if kind == "assumed-role":
            partition = self.arn.split(":")[1]
            return f"arn:{partition}:iam::{self.number}:role/{name.partition('/')[0]}"
        return None if kind == "root" else self.arn


def account(region: str) -> Account:
    """Ask AWS who one is; raises Stopped where it does not know."""
    try:
        identity = boto3.client("sts", region_name=region).get_caller_identity()
    except (BotoCoreError, ClientError) as error:
        raise Stopped(cannot_ask(error, "AWS does not know you here")) from None
    return Account(identity["Account"], identity["Arn"])


def refused(who: Account, region: str, more: Sequence[str] = ()) -> list[str] | None:
    """Return what IAM would refuse this principal, of what is needed; None where it does not tell.

    `more` is what is needed beside NEEDED.

    IAM is asked about any resource: what a policy allows on named ones only counts as refused.
    """
    if who.principal is None:
        return []
    iam = boto3.client("iam", region_name=region)
    try:
        answer = iam.simulate_principal_policy(
            PolicySourceArn=who.principal, ActionNames=[*NEEDED, *more]
        )
    except (BotoCoreError, ClientError):
        return None
    results = answer["EvaluationResults"]
    return [it["EvalActionName"] for it in results if it["EvalDecision"] != "allowed"]


class Secrets:
    """The secrets, where serverless.yml expects them."""

    def __init__(self, region: str, stage: str) -> None:
        """Those of this stage, in this region."""
        self._ssm: Any = boto3.client("ssm", region_name=region)
        self._stage = stage
        self._open: set[str] = set()

    def get(self, name: str) -> str | None:
        """Return one, by its name in PARAMETERS; None where it was not stored, encrypted."""
        try:
            found = self._ssm.get_parameter(Name=self.parameter(name), WithDecryption=True)
        except ClientError as error:
            if error.response["Error"]["Code"] == "ParameterNotFound":
                return None
            raise _unstorable(self.parameter(name), error) from None
        except BotoCoreError as error:
            raise _unstorable(self.parameter(name), error) from None
        parameter = found["Parameter"]
        if parameter["Type"] != "SecureString":
            self._open.add(name)
            return None
        return str(parameter["Value"])

    def put(self, name: str, value: str) -> None:
        """Store one, encrypted. What was found open goes first: a parameter keeps its type."""
        parameter = self.parameter(name)
        try:
            if name in self._open:
                self._ssm.delete_parameter(Name=parameter)
                self._open.remove(name)
            self._ssm.put_parameter(
                Name=parameter, Value=value, Type="SecureString", Overwrite=True
            )
        except (BotoCoreError, ClientError) as error:
            raise _unstorable(parameter, error) from None

    def parameter(self, name: str) -> str:
        """Return the parameter's name."""
        return PARAMETERS[name].format(stage=self._stage)


def _unstorable(parameter: str, error: Exception) -> Stopped:
    code = error.response["Error"]["Code"] if isinstance(error, ClientError) else str(error)
    return Stopped(f"Parameter Store refuses {parameter} ({code}). See docs/setup.md, permissions.")
