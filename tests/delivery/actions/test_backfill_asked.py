"""A request to look for what no event told of: with a token, again after trouble, and quietly."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from bridge.outbox.actions.delivery import ActionDelivery
from bridge.outbox.actions.services import ActionServices
from bridge.outbox.direct_messages import DirectMessages
from bridge.outbox.outcome import Outcome, Result
from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from bridge.slack.gateway import SlackGateway
from postbox.inbox.inbox import Inbox
from postbox.inbox.watches import Watches
from postbox.links.link import Link, LinkState
from postbox.links.links import PERSONAL, Links
from postbox.outbox.commands import CommandKind
from postbox.store.errors import MailboxUnavailable
from tests.delivery.actions.conftest import Scene

TOKENS = ["old token", "new token"]


@dataclass
class Filler:
    """Fills nothing, or fails as it is told to."""

    trouble: list[Exception] = field(default_factory=list)
    asked: list[tuple[Link, str, float]] = field(default_factory=list)

    def fill(self, link: Link, token: str, time_left: Callable[[], float]) -> str:
        self.asked.append((link, token, time_left()))
        if self.trouble:
            raise self.trouble.pop(0)
        return "nothing missing"


class Tokens:
    """One token, and a newer one for who asks for a fresh one."""

    def of(self, link_id: str, *, fresh: bool = False) -> str:
        return TOKENS[fresh]


def fill(scene: Scene, filler: Filler, received: int = 1, seconds_ago: float = 0) -> Outcome:
    table, outbox = scene.table, scene.outbox
    services = ActionServices(
        action_receipts=scene.action_receipts,
        schedules=scene.schedules,
        links=Links(table),
        read_states=scene.read_states,
        inbox=Inbox(table),
        watches=Watches(table),
        receipts=scene.receipts,
        outbox=outbox,
        tokens=Tokens(),
        slack=SlackGateway("http://127.0.0.1:9/"),
        direct_messages=DirectMessages(),
        clock=scene.clock,
        max_message_age=900,
        fill=filler.fill,
    )
    action = scene.action(CommandKind.FETCH_MISSED, conversation_id="")
    action = replace(action, spoken_at=action.spoken_at - seconds_ago)
    return ActionDelivery(services, lambda: 9.0).act([action], received)


def test_it_is_done_with_the_links_token_and_the_time_that_is_left(scene: Scene):
    filler = Filler()
    outcome = fill(scene, filler)
    assert (outcome.result, outcome.detail) == (Result.DONE, "nothing missing")
    ((link, token, seconds),) = filler.asked
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
    outcome = fill(scene, Filler([trouble]))
    assert (outcome.result, outcome.delay) == (Result.AGAIN, delay)


def test_it_is_asked_less_and_less_often(scene: Scene):
    delays = [fill(scene, Filler([SlackUnclear("x")]), n).delay for n in (1, 4, 6, 100)]
    assert delays == [15, 30, 120, 300]


def test_a_token_that_was_replaced_is_read_anew(scene: Scene):
    filler = Filler([SlackRefused("invalid_auth")])
    assert fill(scene, filler).result is Result.DONE
    assert [token for _, token, _ in filler.asked] == TOKENS


def test_a_token_that_ended_breaks_the_link_and_drops_it(scene: Scene):
    filler = Filler([SlackRefused("token_revoked")] * 2)
    assert fill(scene, filler).result is Result.DROPPED
    assert Links(scene.table).get(PERSONAL).state is LinkState.BROKEN
    assert fill(scene, filler).result is Result.DROPPED
    assert len(filler.asked) == 2


def test_what_is_refused_for_good_or_a_day_old_is_dropped(scene: Scene):
    assert fill(scene, Filler([SlackRefused("missing_scope")])).result is Result.DROPPED
    filler = Filler()
    assert fill(scene, filler, seconds_ago=90_000).result is Result.DROPPED
    assert filler.asked == []


def test_out_of_the_queue_it_brings_what_no_event_told_of(scene: Scene):
    """Without a receipt: nobody waits for it."""
    scene.workspace.event_trouble.lost = True
    ts = scene.post("nobody told", author="Kevin")
    scene.world.settle()
    scene.do(CommandKind.FETCH_MISSED, conversation_id="")
    found = Inbox(scene.table).get(scene.workspace.team_id, scene.general.id, ts)
    assert found is not None
    assert scene.action_receipts.recent(PERSONAL, 5) == []
    assert scene.notices() == []
