"""The whole of Earshot in one process: the four handlers, moto, a real Slack workspace over HTTP.

Time is simulated. It moves while somebody speaks, while the skill waits for a receipt, and when a
transcript says so; with it run the queue, Slack's events and the schedule.
"""

import logging
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from random import Random
from threading import Thread
from typing import Any

from starlette.applications import Starlette
from starlette.routing import Mount

from bridge import authorize_lambda, post_lambda, receive_lambda, refresh_lambda
from local.echo import DeviceSettings
from local.workspace import EventOutlet, Workspace, create_app, serve
from local.world.aws.event_source import EventSource
from local.world.aws.lambda_context import LambdaContext
from local.world.aws.moto_cloud import (
    SIGNING_SECRET_PARAMETER,
    TOKEN_PARAMETER,
    MotoCloud,
    SlackOfPeople,
    moto_cloud,
)
from local.world.aws.table_access import GuardedClient, Refusals, access_for_several, access_of
from local.world.clock import PumpedSleep, SteppedClock
from local.world.patience import Patience
from skill import alexa_lambda

Client = Callable[..., Any]
"""Makes a client for an AWS service, as boto3.client does."""
Clients = Callable[..., Any]
"""The same, given the name of the function that asks before the service's."""

Join = Callable[[Thread, float], None]
"""Waits for a thread, as Thread.join does."""

START = 1_790_000_000.0
REFRESH_EVERY = 300.0
LONGEST_ANSWER = 8.0
ENDLESS = 600.0
"""Real seconds, which no call takes: what hangs ends by `Patience`."""
MOST_BATCHES = 1000
ISSUER = "https://earshot.local"
"""Where account linking is, in a world for several people."""
SERVICES = ("skill", "post", "receive", "refresh")
FOR_SEVERAL = "authorize"
"""The function that is there for several people alone."""
STEPS = 50
"""In so many steps a long time passes while something is under way."""
QUIET_STEPS = 24
"""And in so many, or one for each run of the schedule, while nothing is."""


class InProcess:
    """Handlers, queue, events and schedule around one workspace; tests reach for its parts."""

    def __init__(
        self,
        clock: SteppedClock,
        cloud: MotoCloud,
        workspace: Workspace,
        environment: Mapping[str, str],
        *,
        alexa: DeviceSettings,
        clients: Clients | None = None,
        join: Join = Thread.join,
    ) -> None:
        """Wire the functions as they are deployed; `clients` may give one of them other clients."""
        self.clock = clock
        self.cloud = cloud
        self.workspace = workspace
        self.environment = environment
        self.alexa = alexa
        self.refusals = Refusals()
        client, for_several = cloud.client, "EARSHOT_ISSUER" in environment

        def client_of(function: str) -> Client:
            made = partial(clients, function) if clients else client

            def of_its_role(service: str, **options: Any) -> Any:
                real = made(service, **options)
                if service != "dynamodb":
                    return real
                access = access_for_several if for_several else access_of
                return GuardedClient(real, function, access(function), self.refusals)

            return of_its_role

        self._created: dict[str, Callable[[], Callable[[Any, Any], Any]]] = {}
        self._handlers: dict[str, Callable[[Any, Any], Any]] = {}
        self.skill = self._function(
            "skill",
            LONGEST_ANSWER,
            lambda: alexa_lambda.create_handler(
                environment,
                clock,
                PumpedSleep(clock, self.pump),
                client_of("skill"),
                join,
                device_timeouts=(ENDLESS, ENDLESS),
            ),
        )
        self.post = self._function(
            "post",
            10,
            lambda: post_lambda.create_handler(
                environment, clock, client_of("post"), clock.step, slack_timeout=ENDLESS
            ),
        )
        self.receive = self._function(
            "receive",
            5,
            lambda: receive_lambda.create_handler(
                environment, clock, client_of("receive"), clock.step
            ),
        )
        self.refresh = self._function(
            "refresh",
            60,
            lambda: refresh_lambda.create_handler(
                environment, clock, client_of("refresh"), clock.step, slack_timeout=ENDLESS
            ),
        )
        self.authorize: Callable[[Any], Any] | None = None
        if for_several:
            random_bytes = Random(workspace.team_id).randbytes
            self.authorize = self._function(
                "authorize",
                10,
                lambda: authorize_lambda.create_handler(
                    environment,
                    clock,
                    client_of("authorize"),
                    slack_timeout=ENDLESS,
                    random_bytes=random_bytes,
                ),
            )
        self.queue = EventSource(client("sqs"), cloud.outbox_url, self.post)
        self.outlet = EventOutlet(workspace, self._deliver_event, clock)
        self._next_refresh = clock() + REFRESH_EVERY

    def pump(self) -> None:
        """Do what is due now, until nothing is left of it."""
        for _ in range(MOST_BATCHES):
            if self.clock() >= self._next_refresh:
                self._next_refresh = self.clock() + REFRESH_EVERY
                self.refresh({"detail-type": refresh_lambda.SCHEDULED})
            if not self.queue.poll() + self.outlet.deliver_due():
                return
        raise RuntimeError("the queue never came to rest")

    def advance(self, seconds: float) -> None:
        """Let time pass in small steps, everything running; where nothing does, in larger ones."""
        end = self.clock() + seconds
        step, quiet = max(1.0, seconds / STEPS), max(REFRESH_EVERY, seconds / QUIET_STEPS)
        while (left := end - self.clock()) > 0:
            rest = self._rest(quiet) if left > step else left
            self.clock.step(min(left, max(step, rest)))
            self.pump()

    def _rest(self, most: float) -> float:
        """Return for how long nothing waits for its time but the schedule, `most` at most."""
        if not self.queue.is_empty():
            return 0.0
        due = self.outlet.next_due()
        return most if due is None else min(most, due - self.clock())

    def store_token(self, token: str) -> None:
        """Put a token where the owner does; the refresh function runs as the rule says."""
        self.cloud.put_parameter(TOKEN_PARAMETER, token)
        self.refresh({"detail-type": "Parameter Store Change"})
        self.pump()

    def start_cold(self, *functions: str) -> None:
        """Let functions, or all, begin anew, as Lambda does now and then: they remember nothing."""
        for name in functions or self._created:
            self._handlers[name] = self._created[name]()

    def _function(
        self, name: str, timeout: float, create: Callable[[], Callable[[Any, Any], Any]]
    ) -> Callable[[Any], Any]:
        self._created[name], self._handlers[name] = create, create()

        def invoke(event: Any) -> Any:
            context = LambdaContext(name, str(uuid.uuid4()), self.clock() + timeout, self.clock)
            return self._handlers[name](event, context)

        return invoke

    def _deliver_event(self, headers: Mapping[str, str], body: bytes) -> int:
        answer = self.receive(
            {
                "version": "2.0",
                "routeKey": "POST /slack/events",
                "headers": {name.lower(): value for name, value in headers.items()},
                "body": body.decode(),
                "isBase64Encoded": False,
            }
        )
        return int(answer["statusCode"])


def _to_the_end(thread: Thread, _seconds: float) -> None:
    thread.join(ENDLESS)


@contextmanager
def in_process(  # noqa: PLR0913 - what a test may want to set, most by name
    clock: SteppedClock,
    workspace: Workspace,
    *,
    default_conversation: str,
    max_message_age: float,
    clients: Callable[[MotoCloud], Clients] | None = None,
    loud: bool = False,
    environment: Mapping[str, str] | None = None,
    join: Join | None = None,
    for_several: bool = False,
) -> Iterator[InProcess]:
    """Yield a wired world around a workspace, which is put on a loopback address.

    One for several people has account linking, and no owner.
    """
    alexa, patience = DeviceSettings(), Patience()
    app = Starlette(routes=[*alexa.routes, Mount("/", create_app(workspace, patience.hang))])
    with moto_cloud(clock, loud=loud) as cloud, serve(app) as server, patience.kept():
        alexa.address = server.url
        cloud.put_parameter(SIGNING_SECRET_PARAMETER, workspace.signing_secret)
        usual = cloud.environment(server.api_url, default_conversation, max_message_age)
        if for_several:
            ours, consent = workspace.consents.app, f"{server.url}/oauth/v2/authorize"
            slack = SlackOfPeople(ours.client_id, ours.client_secret, consent)
            usual = {**usual, **cloud.accounts_environment(slack, ISSUER)}
        world = InProcess(
            clock,
            cloud,
            workspace,
            {**usual, **(environment or {})},
            alexa=alexa,
            clients=clients(cloud) if clients else None,
            join=join or _to_the_end,
        )
        for service in (*SERVICES, FOR_SEVERAL):
            # The environment counts only for the first logger of its name in a process.
            logger, level = logging.getLogger(service), logging.INFO if loud else logging.CRITICAL
            if logger.level != level:
                logger.setLevel(level)
        yield world
        world.refusals.check()
