"""A request to look for what no event told of: with a token, again after trouble, and quietly."""

from dataclasses import dataclass, field, replace

import pytest

from bridge.outbox.engine.delivery import deliver
from bridge.outbox.engine.outcome import AttemptOutcome, Result
from bridge.outbox.services import OutboxServices
from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from bridge.slack.gateway import SlackGateway
from local.world.aws.lambda_context import LambdaContext
from postbox.inbox.stores.inbox import Inbox
from postbox.links.link import Link, LinkState
from postbox.links.stores.links import PERSONAL, Links
from postbox.outbox.commands import CommandKind
from postbox.store.errors import MailboxUnavailable
from postbox.time_left import seconds_left, within
from tests.delivery.actions.conftest import Scene

TOKENS = ["old token", "new token"]


@dataclass
class Fetcher:
    """Finds nothing, or fails as it is told to."""

    trouble: list[Exception] = field(default_factory=list)
    asked: list[tuple[Link, str, float]] = field(default_factory=list)

    def fetch(self, link: Link, token: str) -> str:
        self.asked.append((link, token, seconds_left()))
        if self.trouble:
            raise self.trouble.pop(0)
        return "nothing missing"


class Tokens:
    """One token, and a newer one for who asks for a fresh one."""

    def of(self, link_id: str, *, fresh: bool = False) -> str:
        return TOKENS[fresh]


def fetch(
    scene: Scene, fetcher: Fetcher, received: int = 1, seconds_ago: float = 0
) -> AttemptOutcome:
    services = OutboxServices.of(
        scene.table,
        outbox=scene.outbox,
        tokens=Tokens(),
        slack=SlackGateway("http://127.0.0.1:9/"),
        clock=scene.clock,
        max_message_age=900,
        fetch_missed=fetcher.fetch,
    )
    command = scene.action(CommandKind.FETCH_MISSED, conversation_id="")
    command = replace(command, spoken_at=command.spoken_at - seconds_ago)
    context = LambdaContext("post", "invocation-1", scene.clock() + 9, scene.clock)
    with within(context):
        return deliver([command], services, "worker", received)


def test_it_is_done_with_the_links_token_and_the_time_that_is_left(scene: Scene):
    fetcher = Fetcher()
    outcome = fetch(scene, fetcher)
    assert (outcome.result, outcome.detail) == (Result.CONFIRMED, "nothing missing")
    ((link, token, seconds),) = fetcher.asked
    assert (link.link_id, token, seconds) == (PERSONAL, "old token", 9.0)


@pytest.mark.parametrize(
    ("trouble", "delay"),
    [
        (SlackLimited(40), 40),
        (SlackUnclear("TimeoutError"), 15),
        (SlackUnreachable("gaierror"), 15),
        (SlackRefused("fatal_error"), 15),
        (SlackRefused("team_added_to_org"), 300),
        (MailboxUnavailable("put_item"), 2),
    ],
)
def test_what_may_go_better_later_is_asked_again(scene: Scene, trouble, delay):
    outcome = fetch(scene, Fetcher([trouble]))
    assert (outcome.result, outcome.delay) == (Result.AGAIN, delay)


def test_it_is_asked_less_and_less_often(scene: Scene):
    delays = [fetch(scene, Fetcher([SlackUnclear("x")]), n).delay for n in (1, 4, 6, 100)]
    assert delays == [15, 30, 120, 300]


def test_a_token_that_was_replaced_is_read_anew(scene: Scene):
    fetcher = Fetcher([SlackRefused("invalid_auth")])
    assert fetch(scene, fetcher).result is Result.CONFIRMED
    assert [token for _, token, _ in fetcher.asked] == TOKENS


def test_a_token_that_ended_breaks_the_link_and_drops_it(scene: Scene):
    fetcher = Fetcher([SlackRefused("token_revoked")] * 2)
    assert fetch(scene, fetcher).result is Result.DROPPED
    assert Links(scene.table).get(PERSONAL).state is LinkState.BROKEN
    assert fetch(scene, fetcher).result is Result.DROPPED
    assert len(fetcher.asked) == 2


def test_what_is_refused_for_good_or_a_day_old_is_dropped(scene: Scene):
    assert fetch(scene, Fetcher([SlackRefused("missing_scope")])).result is Result.DROPPED
    fetcher = Fetcher()
    assert fetch(scene, fetcher, seconds_ago=90_000).result is Result.DROPPED
    assert fetcher.asked == []


def test_out_of_the_queue_it_brings_what_no_event_told_of(scene: Scene):
    """Without a receipt: nobody waits for it."""
    scene.workspace.event_trouble.lost = True
    ts = scene.post("nobody told", author="Kevin")
    scene.world.settle()
    scene.do(CommandKind.FETCH_MISSED, conversation_id="")
    found = Inbox(scene.table).get(scene.workspace.team_id, scene.general.id, ts)
    assert found is not None
    assert scene.receipts.actions(PERSONAL, 5) == []
    assert scene.notices() == []
