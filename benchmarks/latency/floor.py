"""Deploys the floor's Lambdas to the running MiniStack, beside Earshot's."""

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from local.cloud.deployment import Deployment

SOURCE = Path(__file__).with_name("functions.py")
NAME = "floor"
RUNTIME = "python3.13"
SECONDS = 10
TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"Service": "lambda.amazonaws.com"},
            "Action": "sts:AssumeRole",
        }
    ],
}
ALL = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}


@dataclass(frozen=True)
class Floor:
    """What was deployed."""

    deployment: Deployment
    events_url: str

    def invoke(self, function: str, name: str) -> dict[str, Any]:
        """Call one of the functions about the thing of this name."""
        answer = self.deployment.client("lambda").invoke(
            FunctionName=f"{NAME}-{function}", Payload=json.dumps({"id": name}).encode()
        )
        payload = json.loads(answer["Payload"].read())
        if "FunctionError" in answer:
            raise RuntimeError(f"The floor's function {function} failed: {payload}")
        return dict(payload)


def deploy_floor(deployment: Deployment, slack_api_url: str, token: str, channel: str) -> Floor:
    """Make the role, the queue and the functions; the table is Earshot's own."""
    iam, sqs = deployment.client("iam"), deployment.client("sqs")
    role = iam.create_role(RoleName=NAME, AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
    iam.put_role_policy(RoleName=NAME, PolicyName=NAME, PolicyDocument=json.dumps(ALL))
    queue = sqs.create_queue(QueueName=f"{NAME}.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
    environment = {
        "FLOOR_TABLE": deployment.table,
        "FLOOR_QUEUE": queue,
        "FLOOR_SLACK": slack_api_url,
        "FLOOR_TOKEN": token,
        "FLOOR_CHANNEL": channel,
    }
    functions = deployment.client("lambda")
    arns = {
        function: functions.create_function(
            FunctionName=f"{NAME}-{function}",
            Runtime=RUNTIME,
            Handler=f"{SOURCE.stem}.{function}",
            Role=role,
            Timeout=SECONDS,
            Code={"ZipFile": _zip()},
            Environment={"Variables": environment},
        )["FunctionArn"]
        for function in ("ask", "post", "receive", "read")
    }
    attributes = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])
    functions.create_event_source_mapping(
        EventSourceArn=attributes["Attributes"]["QueueArn"],
        FunctionName=arns["post"],
        BatchSize=10,
    )
    return Floor(deployment, _http_api(deployment, arns["receive"]))


def _http_api(deployment: Deployment, function: str) -> str:
    gateway = deployment.client("apigatewayv2")
    api = gateway.create_api(Name=NAME, ProtocolType="HTTP")["ApiId"]
    integration = gateway.create_integration(
        ApiId=api,
        IntegrationType="AWS_PROXY",
        IntegrationUri=function,
        PayloadFormatVersion="2.0",
    )["IntegrationId"]
    gateway.create_route(ApiId=api, RouteKey="POST /events", Target=f"integrations/{integration}")
    gateway.create_stage(ApiId=api, StageName="$default", AutoDeploy=True)
    return f"{deployment.endpoint}/_aws/execute-api/{api}/events"


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(SOURCE, SOURCE.name)
    return packed.getvalue()
