"""A post worker in a process of its own, which kills itself at a chosen point.

Takes one JSON object on standard input: environment, endpoint, now, event, and where to die:
`{"before" | "after": operation of the table, or "slack"}`; nothing else for not at all.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import boto3

from bridge import post_lambda
from bridge.slack.gateway import SlackGateway
from local.world.aws.lambda_context import LambdaContext


def die() -> None:
    """End at once, as when the machine goes away."""
    os.kill(os.getpid(), signal.SIGKILL)


class DyingClient:
    """An AWS client whose process dies around one operation."""

    def __init__(self, real: Any, death: dict[str, str]) -> None:
        self._real = real
        self._death = death

    def __getattr__(self, operation: str) -> Callable[..., Any]:
        real = getattr(self._real, operation)

        def call(**arguments: Any) -> Any:
            if self._death.get("before") == operation:
                die()
            answer = real(**arguments)
            if self._death.get("after") == operation:
                die()
            return answer

        return call


METHODS = ("chat.postMessage", "reactions.add", "chat.scheduleMessage")


def dying_gateway(death: dict[str, str]) -> type[SlackGateway]:
    """Return a gateway whose process dies around the call that is asked for."""

    class DyingGateway(SlackGateway):
        def _call(self, method: str, token: str, **arguments: Any) -> dict[str, Any]:
            if method in METHODS and death.get("before") == "slack":
                die()
            answer = super()._call(method, token, **arguments)
            if method in METHODS and death.get("after") == "slack":
                die()
            return answer

    return DyingGateway


def main() -> None:
    """Handle the event, or die over it."""
    given = json.load(sys.stdin)
    death = given["death"]
    post_lambda.SlackGateway = dying_gateway(death)  # type: ignore[misc]

    def client(service: str, **options: Any) -> Any:
        make: Any = boto3.client
        real = make(service, region_name="us-east-1", endpoint_url=given["endpoint"], **options)
        return DyingClient(real, death) if service == "dynamodb" else real

    def clock() -> float:
        return float(given["now"])

    handler = post_lambda.create_handler(given["environment"], clock, client, slack_timeout=600)
    context = LambdaContext("post", "dying-worker", given["now"] + 10, clock)
    sys.stdout.write(json.dumps(handler(given["event"], context)))


if __name__ == "__main__":
    main()
