"""The room that the Echo stands in: one workspace, one Echo, one deployment."""

import threading
import time
from collections.abc import Callable
from typing import Any

from local.cloud.deployment import Deployment
from local.conversations.steps import Setting
from local.conversations.world import CannotDo
from local.demo.colleagues import Colleagues
from local.demo.morning import TEAM, write_the_morning
from local.echo import DeviceSettings, Echo
from local.interaction_model import InteractionModel
from local.stack.mailbox_wipe import wipe
from local.workspace import EventOutlet, Workspace
from local.world.models import model_for
from local.world.populate import populate

SETTLE_SECONDS = 20.0
STANDSTILL_SECONDS = 5.0
"""Longer than the post function takes for a message, cold or with a Slack that hangs."""
LOOK_AGAIN_SECONDS = 0.05
DEFAULT_CHANNEL = "general"
SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"
"""What serverless.yml gives the local stage."""


class CannotBe(ValueError):
    """The stack cannot be set up as asked; the message says why."""


class Room:
    """What the page and the transcripts talk to."""

    def __init__(
        self,
        deployment: Deployment,
        workspace: Workspace,
        outlet: EventOutlet,
        seed: Callable[[], int],
        address: str,
    ) -> None:
        """Join the parts; each Echo gets a seed, so that its request ids are new to the skill.

        The address is where the routes of `alexa` are served, in time for the first utterance.
        """
        self._deployment = deployment
        self._workspace = workspace
        self._outlet = outlet
        self._seed = seed
        self.alexa = DeviceSettings()
        self.alexa.address = address
        self._turn = threading.Lock()
        self._echo: Echo | None = None
        self._colleagues = Colleagues(workspace, _later)

    def say(self, utterance: str) -> dict[str, Any]:
        """Say something to the Echo."""
        with self._turn:
            return self._standing_echo().say(utterance).as_dict()

    def silence(self) -> dict[str, Any]:
        """Say nothing to the Echo until it gives up."""
        with self._turn:
            return self._standing_echo().silence().as_dict()

    def reset(self, setting: Setting) -> None:
        """Start afresh: nobody wrote anything, nothing waits, the speaker is newly linked."""
        if setting.default_channel != DEFAULT_CHANNEL:
            raise CannotBe(f"The stack's default conversation is {DEFAULT_CHANNEL}.")
        model = _model(setting.locale)
        with self._turn:
            self._colleagues.leave()
            self._workspace.reset()
            token = populate(self._workspace, setting)
            self.alexa.time_zone = setting.timezone
            wipe(self._deployment)
            self._link(token)
            self._echo = self._new_echo(model, setting.locale)

    def enliven(self) -> None:
        """Start afresh with the demo's team: it wrote this morning, and answers what is sent."""
        self.reset(TEAM)
        self.warm_up()
        write_the_morning(self._workspace)
        self._colleagues.come()

    def warm_up(self) -> None:
        """Let each function start once, so that the first message does not wait for it."""
        self._deployment.invoke("skill", {})
        self._deployment.invoke("receive", {})
        self._deployment.invoke("post", {"Records": []})

    def relink(self) -> None:
        """Give Earshot a new token, as its owner would."""
        speaker = self._workspace.speaker
        if speaker is None:
            raise CannotBe("Nobody speaks here yet.")
        self._link(self._workspace.install_app(speaker))

    def settle(self) -> None:
        """Wait until the queue and Slack's events have nothing due.

        Behind a message that waits its whole conversation waits: a queue that stands still is at
        rest, too.
        """
        deadline = time.monotonic() + SETTLE_SECONDS
        queued, since = -1, time.monotonic()
        while (now := time.monotonic()) < deadline:
            before, queued = queued, self._waiting()
            if queued != before or not self._outlet.is_idle:
                since = now
            elif now - since >= (STANDSTILL_SECONDS if queued else LOOK_AGAIN_SECONDS):
                return
            time.sleep(LOOK_AGAIN_SECONDS)

    def queued(self) -> int:
        """Return how many messages are on their way to Slack, waiting or in a worker's hands."""
        return self._count("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")

    def _waiting(self) -> int:
        return self._count("ApproximateNumberOfMessages")

    def _count(self, *names: str) -> int:
        attributes = self._deployment.stack.client("sqs").get_queue_attributes(
            QueueUrl=self._deployment.outbox_url, AttributeNames=list(names)
        )["Attributes"]
        return sum(int(attributes[name]) for name in names)

    def _link(self, token: str) -> None:
        self._deployment.store_secrets(token, self._workspace.signing_secret)
        # MiniStack sends no event when a parameter changes, so what the event does is done here.
        report = self._deployment.invoke("refresh", {"detail-type": "Parameter Store Change"})
        if not report.get("linked"):
            raise CannotBe(f"Earshot could not be linked to Slack: {report.get('problem')}")

    def _standing_echo(self) -> Echo:
        if self._echo is None:
            self._echo = self._new_echo(_model("en-US"), "en-US")
        return self._echo

    def _new_echo(self, model: InteractionModel, locale: str) -> Echo:
        return Echo(
            model,
            lambda event: self._deployment.invoke("skill", event),
            time.time,
            skill_id=SKILL_ID,
            locale=locale,
            seed=self._seed(),
            api_endpoint=self.alexa.address,
        )


def _later(seconds: float, action: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, action)
    timer.daemon = True
    timer.start()


def _model(locale: str) -> InteractionModel:
    try:
        return model_for(locale)
    except CannotDo as problem:
        raise CannotBe(str(problem)) from problem
