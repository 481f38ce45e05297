"""The room that the Echos stand in: one workspace, one deployment, and who speaks."""

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from local.cloud.deployment import Deployment, FunctionFailed
from local.conversations.steps import Setting
from local.conversations.world import CannotDo
from local.demo.colleagues import Colleagues
from local.demo.morning import TEAM, write_the_morning
from local.echo import DeviceSettings
from local.interaction_model import InteractionModel
from local.stack.alexa_accounts import Holder
from local.stack.at_rest import is_at_rest
from local.stack.echoes import Echos, speakers
from local.stack.household import standing
from local.stack.last_receipt import last_receipt
from local.stack.people import People
from local.workspace import EventOutlet, Workspace
from local.world.models import model_for
from local.world.populate import populate
from postbox.links.stores.due import DueLinks
from postbox.links.stores.links import PERSONAL
from postbox.outbox.receipt import Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.table import Table

SETTLE_SECONDS = 20.0
LOOK_AGAIN_SECONDS = 0.05
DEFAULT_CHANNEL = "general"
LOCALE = "en-US"


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
        people: People | None = None,
    ) -> None:
        """Join the parts; each Echo gets a seed, so that its request ids are new to the skill.

        The address is where the routes of the device settings are served, in time for the first
        utterance. `people` are those of a deployment with accounts; without, one person is linked,
        and owns it.
        """
        self._deployment = deployment
        self._table = Table(deployment.client("dynamodb"), deployment.table)
        self._workspace = workspace
        self._outlet = outlet
        self.settings = DeviceSettings()
        self._turn = threading.Lock()
        self._people = people
        self._echos = Echos(
            lambda event: deployment.invoke("skill", event),
            seed,
            address,
            people.token if people else lambda _user_id, _person_id: None,
        )
        self._echos.begin(_model(LOCALE), LOCALE)
        self._waits_for_a_link = False
        self._colleagues = Colleagues(workspace, _later)

    def say(self, utterance: str) -> dict[str, Any]:
        """Say something to the Echo."""
        with self._turn:
            return self._echos.standing_echo().say(utterance).as_dict()

    def silence(self) -> dict[str, Any]:
        """Say nothing to the Echo until it gives up."""
        with self._turn:
            return self._echos.standing_echo().silence().as_dict()

    def speaker(self) -> str:
        """Name who stands before which Echo; "" where nobody chose."""
        return self._echos.standing.told

    def speakers(self) -> dict[str, Any]:
        """Return who may stand before which Echo, who does, and whose Slack is linked there."""
        with self._turn:
            people = self._people
            who_linked = people.who_linked if people else lambda _user_id, _person_id: ""
            return {
                **speakers(self._echos.standing, who_linked),
                "listens": self._echos.listens,
                "accounts_linked_here": people is not None,
            }

    def stand(self, asked: Mapping[str, Any]) -> None:
        """Let somebody else speak, or at another Echo; raises NotThere."""
        with self._turn:
            self._echos.standing = standing(asked)
            self._look_as_the_speaker()

    def holder(self, *, voice: bool) -> Holder:
        """Return for whom the Alexa app links now: the account, or the voice that speaks."""
        here = self._echos.standing
        return Holder(here.account.user_id, here.person_id if voice else None)

    def have_linked(self, holder: Holder, access_token: str) -> None:
        """Go on with what was just linked; the demo's team writes when somebody can hear it."""
        assert self._people is not None
        self._people.have_linked(holder, access_token)
        self._look_as_the_speaker()
        if self._waits_for_a_link:
            self._waits_for_a_link = False
            write_the_morning(self._workspace)

    def disable(self) -> None:
        """Disable the skill in the Alexa app of the account that speaks."""
        if self._people is None:
            raise CannotBe("Here one person is linked, by the owner's token: nothing to disable.")
        with self._turn:
            self._people.disable(self._echos.standing.account.user_id)
            self._look_as_the_speaker()

    def reset(self, setting: Setting) -> None:
        """Start afresh: nobody wrote anything, nothing waits, the speaker is newly linked."""
        if setting.default_channel != DEFAULT_CHANNEL:
            raise CannotBe(f"The stack's default conversation is {DEFAULT_CHANNEL}.")
        model = _model(setting.locale)
        with self._turn:
            self._colleagues.leave()
            self._waits_for_a_link = False
            self._workspace.reset()
            token = populate(self._workspace, setting)
            self.settings.time_zone = setting.timezone
            self._deployment.wipe()
            if self._people is None:
                self._link(token)
            else:
                self._people.begin()
            self._echos.begin(model, setting.locale)
            self._look_as_the_speaker()

    def enliven(self) -> None:
        """Start afresh with the demo's team: it wrote this morning, and answers what is sent.

        Functions start meanwhile: one after the other they take most of a start.
        """
        self._deployment.client("lambda")  # Made by one thread, for all.
        skill = self._start_aside("skill")
        self.reset(TEAM)
        # Not before the secret is there with which it looks at what comes.
        self._start_aside("receive")
        self._start_aside("post")
        # Alexa waits eight seconds for it, and no longer; for the others she need not.
        skill.join()
        self._waits_for_a_link = self._people is not None
        if not self._waits_for_a_link:
            write_the_morning(self._workspace)
        self._colleagues.come()

    def warm_up(self) -> None:
        """Let each function start once, so that the first message does not wait for it."""
        for name in ("skill", "receive", "post"):
            self._start(name)

    def _start(self, name: str) -> None:
        self._deployment.invoke(name, {"Records": []} if name == "post" else {})

    def _start_aside(self, name: str) -> threading.Thread:
        def start() -> None:
            # Whoever needs the function is told of what is wrong with it.
            with suppress(FunctionFailed, BotoCoreError, ClientError):
                self._start(name)

        starting = threading.Thread(target=start, daemon=True)
        starting.start()
        return starting

    def relink(self) -> None:
        """Give Earshot a new token, as its owner would."""
        speaker = self._workspace.speaker
        if speaker is None or self._people is not None:
            raise CannotBe("Nobody is linked here by the owner's token.")
        self._link(self._workspace.install_app(speaker))

    def settle(self) -> None:
        """Wait until the queue and Slack's events have nothing due, at two looks in a row."""
        deadline, looks = time.monotonic() + SETTLE_SECONDS, 0
        while looks < 2 and time.monotonic() < deadline:
            looks = looks + 1 if self._is_at_rest() else 0
            time.sleep(LOOK_AGAIN_SECONDS)

    def _is_at_rest(self) -> bool:
        queued = self._deployment.queued()
        links = [PERSONAL, *(turn.link_id for turn in DueLinks(self._table).all())]
        receipts = Receipts(self._table)
        unsettled = [receipt for link_id in links for receipt in receipts.unsettled(link_id)]
        known = (receipt for receipt in unsettled if isinstance(receipt, Receipt))
        return self._outlet.is_idle and is_at_rest(known, queued)

    def queued(self) -> int:
        """Return how many messages are on their way to Slack, waiting or in a worker's hands."""
        return self._deployment.queued(in_hand=True)

    def receipt(self) -> str:
        """Say what became of the last message of the one who speaks; "" where there was none."""
        people = self._people
        link_id = people.link_id(self._echos.standing) if people else PERSONAL
        return last_receipt(self._table, link_id) if link_id else ""

    def _link(self, token: str) -> None:
        self._deployment.store_secrets(token, self._workspace.signing_secret)
        # MiniStack sends no event when a parameter changes, so what the event does is done here.
        report = self._deployment.invoke("refresh", {"detail-type": "Parameter Store Change"})
        if not report.get("linked"):
            raise CannotBe(f"Earshot could not be linked to Slack: {report.get('problem')}")

    def _look_as_the_speaker(self) -> None:
        """Show Slack as the one who speaks sees it, where that is known."""
        if self._people is not None:
            self._workspace.show_to(self._people.slack_person(self._echos.standing))
        self._workspace.tell("speaker")


def _later(seconds: float, action: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, action)
    timer.daemon = True
    timer.start()


def _model(locale: str) -> InteractionModel:
    try:
        return model_for(locale)
    except CannotDo as problem:
        raise CannotBe(str(problem)) from problem
