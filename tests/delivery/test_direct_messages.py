"""A message to a person: their direct message is opened first, and the promise holds there too."""

import itertools
from dataclasses import dataclass, field

import pytest

from local.workspace.team.entities import Person
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess
from postbox.inbox.stores.watches import Watches
from postbox.links.stores.links import PERSONAL, Links
from postbox.outbox.commands import Mention, SendMessage
from postbox.outbox.notices import Notice, Notices
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.table import Table
from tests.delivery.observed import dead_letters, queued
from tests.delivery.slack_faults import NOTHING_STORED, STORED

OPEN, POST, HISTORY = "conversations.open", "chat.postMessage", "conversations.history"


@dataclass
class Scene:
    """Giselle, and Bea, whom she never wrote to."""

    world: PlayedInProcess
    bea: Person
    table: Table
    numbers: itertools.count = field(default_factory=lambda: itertools.count(1))

    def send(self, text: str, to: str = "", **details) -> SendMessage:
        """Queue a message to a user, or to another place."""
        workspace, cloud = self.world.parts.workspace, self.world.parts.cloud
        message = SendMessage(
            id=f"message-{next(self.numbers)}",
            link_id=PERSONAL,
            team_id=workspace.team_id,
            conversation_id=to or self.bea.id,
            conversation_name="Bea Ruiz",
            text=text,
            spoken_at=self.world.parts.clock(),
            locale="en-US",
            **details,
        )
        Receipts(self.table).open(message)
        OutboxQueue(cloud.client("sqs"), cloud.outbox_url).send(message)
        self.world.parts.clock.step(1)
        self.world.settle()
        return message

    def receipt(self, message: SendMessage) -> Receipt:
        """Return what became of a message."""
        found = Receipts(self.table).of(message)
        assert found is not None
        return found

    def notices(self) -> list[Notice]:
        """Return the bad news that waits."""
        return Notices(self.table).untold(PERSONAL, "any request")

    def calls(self, method: str) -> int:
        """Return how often a method was called."""
        return self.world.parts.workspace.calls[method]

    def direct(self) -> str | None:
        """Return the direct message of Giselle and Bea, None where there is none."""
        workspace = self.world.parts.workspace
        pair = frozenset({workspace.find_person("Giselle").id, self.bea.id})
        found = workspace.roster.direct.get(pair)
        return found.id if found else None

    def texts(self) -> list[str]:
        """Return what stands in that direct message."""
        return [post.text for post in self.world.posts(self.direct())] if self.direct() else []


@pytest.fixture
def scene(world: PlayedInProcess) -> Scene:
    bea = world.parts.workspace.add_person("Bea Ruiz")
    return Scene(world, bea, Table(world.parts.cloud.client("dynamodb"), TABLE))


def test_a_direct_message_that_is_not_there_is_opened_and_posted_in(scene: Scene):
    assert scene.direct() is None
    message = scene.send("hello Bea")
    assert scene.texts() == ["hello Bea"]
    receipt = scene.receipt(message)
    assert (receipt.state, receipt.conversation_id) == (DeliveryState.CONFIRMED, scene.direct())


def test_one_that_is_open_is_opened_once_by_each_worker(scene: Scene):
    for text in ("one", "two", "three"):
        scene.send(text)
    assert scene.texts() == ["one", "two", "three"]
    assert (scene.calls(OPEN), scene.calls(POST)) == (1, 3)


def test_a_conversation_is_never_opened(scene: Scene):
    scene.send("hello", to=scene.world.parts.workspace.find_conversation("#general").id)
    assert scene.calls(OPEN) == 0


def test_an_answer_in_it_is_a_reply(scene: Scene):
    scene.send("hello Bea")
    watches = Watches(scene.table)
    team_id, now = scene.world.parts.workspace.team_id, scene.world.parts.clock()
    assert PERSONAL in watches.of(team_id, scene.direct(), now)
    assert watches.of(team_id, scene.bea.id, now) == {}
    scene.world.write("Bea", scene.direct(), "hello Giselle")
    scene.world.settle()
    assert scene.world.say("ask slack for replies").heard.endswith("hello Giselle")


@pytest.mark.parametrize("fault", [*NOTHING_STORED, *STORED, "internal_error", "fatal_error"])
@pytest.mark.parametrize("times", ["once", "twice"])
def test_opening_that_goes_wrong_is_tried_again_without_a_doubt(scene: Scene, fault, times):
    scene.world.fail(fault if " for " in fault else f"{fault} {times}", OPEN)
    message = scene.send("hello")
    assert scene.receipt(message).maybe_done_since is None
    assert scene.texts() == []
    scene.world.advance(120)
    assert scene.texts() == ["hello"]
    assert scene.receipt(message).state is DeliveryState.CONFIRMED
    assert (scene.calls(POST), scene.calls(HISTORY), queued(scene.world)) == (1, 0, 0)


@pytest.mark.parametrize("fault", STORED)
def test_a_post_whose_answer_was_lost_is_found_there(scene: Scene, fault):
    scene.world.fail(fault, POST)
    message = scene.send("hello")
    scene.world.advance(60)
    assert scene.texts() == ["hello"]
    assert scene.receipt(message).state is DeliveryState.CONFIRMED
    assert (scene.calls(OPEN), scene.calls(POST), scene.calls(HISTORY)) == (1, 1, 1)


def test_a_limit_on_opening_holds_back_nobody_else(scene: Scene):
    scene.world.fail("429 for 30 s", OPEN)
    scene.send("for Bea")
    general = scene.world.parts.workspace.find_conversation("#general").id
    scene.send("for all", to=general)
    assert [post.text for post in scene.world.posts("#general")] == ["for all"]
    assert scene.texts() == []
    scene.world.advance(40)
    assert scene.texts() == ["for Bea"]


def test_messages_to_a_person_stay_in_order_behind_a_troubled_one(scene: Scene):
    scene.world.fail("500 twice", OPEN)
    for text in ("one", "two", "three"):
        scene.send(text)
    scene.world.advance(60)
    assert scene.texts() == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("user_not_found", FailureReason.NOT_FOUND),
        ("user_disabled", FailureReason.NOT_FOUND),
        ("missing_scope", FailureReason.PERMISSION),
        ("duplicate_message_not_found", FailureReason.OTHER),
        ("something_new", FailureReason.OTHER),
    ],
)
def test_a_person_who_cannot_be_written_to_is_told_of(scene: Scene, code, reason):
    scene.world.fail(code, OPEN)
    message = scene.send("hello", mentions=(Mention(0, 5, "U1"),))
    receipt = scene.receipt(message)
    assert (receipt.state, receipt.reason) == (DeliveryState.FAILED, reason)
    (notice,) = scene.notices()
    assert (notice.text, notice.mentions) == ("hello", (Mention(0, 5, "U1"),))
    assert [letter["reason"] for letter in dead_letters(scene.world)] == [code]
    assert scene.calls(POST) == 0


def test_a_former_member_and_a_stranger_are_told_of(scene: Scene):
    scene.world.parts.workspace.deactivate(scene.bea)
    for message in (scene.send("hello"), scene.send("hello", to="U0NOBODY")):
        assert scene.receipt(message).reason is FailureReason.NOT_FOUND


def test_a_token_without_the_scope_is_refused_by_the_workspace_itself(scene: Scene):
    workspace = scene.world.parts.workspace
    speaker = workspace.find_person("Giselle")
    scene.world.parts.store_token(workspace.install_app(speaker, ["chat:write", "users:read"]))
    assert scene.receipt(scene.send("hello")).reason is FailureReason.PERMISSION


def test_a_token_that_ended_breaks_the_link_and_the_message_waits_for_a_new_one(scene: Scene):
    scene.world.fail("token_revoked", OPEN)
    message = scene.send("hello")
    assert scene.receipt(message).state is DeliveryState.HELD
    scene.world.relink()
    scene.world.advance(10)
    assert scene.texts() == ["hello"]


def test_a_workspace_that_is_being_moved_is_asked_again_later(scene: Scene):
    scene.world.fail("team_added_to_org", OPEN)
    scene.send("hello")
    scene.world.advance(90)
    assert scene.texts() == ["hello"]


def test_a_slack_that_never_opens_it_ends_in_words(scene: Scene):
    scene.world.fail("500 until cleared", OPEN)
    message = scene.send("hello")
    scene.world.advance(1200)
    receipt = scene.receipt(message)
    assert (receipt.state, receipt.reason) == (DeliveryState.FAILED, FailureReason.TOO_OLD)


def test_what_may_have_been_posted_before_the_person_left_is_told_as_a_doubt(scene: Scene):
    """A worker dies over its claim, and the next one cannot open the conversation any more."""
    message = SendMessage(
        id="message-x",
        link_id=PERSONAL,
        team_id=scene.world.parts.workspace.team_id,
        conversation_id=scene.bea.id,
        conversation_name="Bea Ruiz",
        text="hello",
        spoken_at=scene.world.parts.clock(),
        locale="en-US",
    )
    receipts = Receipts(scene.table)
    first = receipts.open(message)
    now = scene.world.parts.clock()
    dead = {"state": DeliveryState.CLAIMED, "claimed_by": "dead", "claimed_until": now - 1}
    receipts.save(first, type(first)(**{**vars(first), **dead, "revision": 1}))
    scene.world.fail("user_disabled", OPEN)
    cloud = scene.world.parts.cloud
    OutboxQueue(cloud.client("sqs"), cloud.outbox_url).send(message)
    scene.world.settle()
    receipt = scene.receipt(message)
    assert (receipt.state, receipt.reason) == (DeliveryState.DOUBTFUL, FailureReason.UNCONFIRMED)


def test_a_link_of_somebody_else_opens_their_own(scene: Scene):
    scene.send("from Giselle")
    workspace = scene.world.parts.workspace
    kevin = workspace.find_person("Kevin")
    scene.world.parts.store_token(workspace.install_app(kevin))
    link = Links(scene.table).get(PERSONAL)
    assert link is not None
    assert link.user_id == kevin.id
    scene.world.advance(301)
    scene.send("from Kevin")
    assert scene.texts() == ["from Giselle"]
    assert [post.text for post in scene.world.posts(_pair(workspace, kevin, scene.bea))] == [
        "from Kevin"
    ]


def _pair(workspace, one: Person, other: Person) -> str:
    return workspace.direct_message(one, other).id


def test_a_note_to_oneself_goes_to_ones_own_conversation(scene: Scene):
    giselle = scene.world.parts.workspace.find_person("Giselle")
    message = scene.send("buy milk", to=giselle.id)
    receipt = scene.receipt(message)
    assert receipt.state is DeliveryState.CONFIRMED
    workspace = scene.world.parts.workspace
    own = workspace.roster.conversations[receipt.conversation_id]
    assert (own.kind, list(own.members)) == ("im", [giselle.id])
    assert [post.text for post in workspace.messages(own)] == ["buy milk"]
    assert scene.world.say("ask slack for replies").heard == "No replies."


def test_a_note_to_oneself_whose_answer_was_lost_is_there_once(scene: Scene):
    giselle = scene.world.parts.workspace.find_person("Giselle")
    scene.world.fail("500 after storing")
    message = scene.send("buy milk", to=giselle.id)
    scene.world.advance(60)
    workspace = scene.world.parts.workspace
    own = workspace.roster.conversations[scene.receipt(message).conversation_id]
    assert [post.text for post in workspace.messages(own)] == ["buy milk"]
