"""A deployment made of a world in this process: its functions answer where Lambda would."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from local.cli.deployment import Deployed
from local.conversations.steps import Setting
from local.workspace import serve
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess, world_for


class Functions:
    """Lambda's API, as far as the command line calls it."""

    def __init__(self, world: PlayedInProcess) -> None:
        self.environments = {
            name: dict(world.parts.environment) for name in ("skill", "post", "receive", "refresh")
        }
        self.stage = "local"
        self.digests: dict[str, str] = {}
        """What the code of each would be told as; nothing where that is not asked."""
        self.answer: Any = None
        """What the refresh function answers instead of doing its work."""
        self._refresh = world.parts.refresh

    def get_function_configuration(self, FunctionName: str) -> dict[str, Any]:  # noqa: N803
        name = FunctionName.removeprefix(f"earshot-{self.stage}-")
        if name not in self.environments:
            raise ClientError({"Error": {"Code": "ResourceNotFoundException"}}, "Get")
        environment = {"Variables": self.environments[name]}
        return {"Environment": environment, "CodeSha256": self.digests.get(name, "")}

    def invoke(self, FunctionName: str, Payload: bytes) -> dict[str, Any]:  # noqa: N803
        assert FunctionName == f"earshot-{self.stage}-refresh"
        answer = self.answer or self._refresh(json.loads(Payload))
        return {"Payload": io.BytesIO(json.dumps(answer).encode())}


@dataclass(frozen=True, kw_only=True)
class DeployedWorld(Deployed):
    """The deployment, with the world to do harm to."""

    world: PlayedInProcess
    functions: Functions

    def client(self, service: str) -> Any:
        return self.functions if service == "lambda" else self.world.parts.cloud.client(service)


@contextmanager
def deployed_world() -> Iterator[DeployedWorld]:
    with world_for(Setting()) as world:

        async def receive(request: Request) -> Response:
            event = {
                "version": "2.0",
                "headers": dict(request.headers),
                "body": (await request.body()).decode(),
                "isBase64Encoded": False,
            }
            answer = await run_in_threadpool(world.parts.receive, event)
            return Response(answer["body"], answer["statusCode"], answer["headers"])

        routes = [Route("/slack/events", receive, methods=["POST"])]
        with serve(Starlette(routes=routes)) as server:
            cloud = world.parts.cloud
            yield DeployedWorld(
                stage="local",
                region="us-east-1",
                endpoint=None,
                table=TABLE,
                outbox_url=cloud.outbox_url,
                dead_letter_url=cloud.dead_letter_url,
                events_url=f"http://127.0.0.1:{server.port}/slack/events",
                world=world,
                functions=Functions(world),
            )
