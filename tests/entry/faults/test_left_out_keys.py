"""A busy table leaves keys out of an answer: it is asked again, after a pause, and not for ever."""

from collections.abc import Callable
from typing import Any

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import MotoCloud
from local.world.played import PlayedInProcess, world_for
from postbox.store.table import PAUSES


class Busy:
    """A function's table that answers so many batches without what was asked for."""

    def __init__(self, function: str) -> None:
        self.function = function
        self.left_out = 0
        self.asked = 0

    def clients(self, cloud: MotoCloud) -> Callable[..., Any]:
        def client(function: str, service: str, **options: Any) -> Any:
            real = cloud.client(service, **options)
            return (
                Batches(real, self) if (function, service) == (self.function, "dynamodb") else real
            )

        return client


class Batches:
    def __init__(self, real: Any, busy: Busy) -> None:
        self._real = real
        self._busy = busy

    def batch_get_item(self, **request: Any) -> Any:
        self._busy.asked += 1
        if self._busy.left_out:
            self._busy.left_out -= 1
            return {"Responses": {}, "UnprocessedKeys": request["RequestItems"]}
        return self._real.batch_get_item(**request)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def asked_for_replies(world: PlayedInProcess, busy: Busy, left_out: int) -> tuple[str, float, int]:
    """Return what was heard, the seconds that it took, and how many batches were asked for."""
    world.write("kevin", "@Kevin", "hello")
    world.settle()
    world.advance(2)
    began, busy.left_out, busy.asked = world.parts.clock(), left_out, 0
    heard = world.echo.say("ask slack for replies").heard or ""
    return heard, world.parts.clock() - began, busy.asked


def test_what_was_left_out_is_asked_for_again_after_a_pause():
    busy = Busy("skill")
    with world_for(Setting(), clients=busy.clients) as world:
        heard, usual, _ = asked_for_replies(world, busy, 0)
        assert (heard, usual) == ("Kevin says: hello", 0)
        heard, took, _ = asked_for_replies(world, busy, 3)
        assert heard == "Kevin says: hello"
        assert took == pytest.approx(sum(PAUSES[:2]), abs=0.001)


def test_a_table_that_leaves_out_everything_is_not_asked_without_end():
    busy = Busy("skill")
    with world_for(Setting(), clients=busy.clients) as world:
        heard, took, asked = asked_for_replies(world, busy, 1000)
        assert "mailbox" in heard
        assert took == pytest.approx(sum(PAUSES), abs=0.001)
        assert asked <= 3 * (len(PAUSES) + 1)


@pytest.mark.parametrize("left_out", [2, 1000])
def test_an_event_that_needs_what_was_left_out_is_kept_or_asked_for_again(left_out):
    busy = Busy("receive")
    with world_for(Setting(), clients=busy.clients) as world:
        busy.left_out = left_out
        world.write("kevin", "@Kevin", "hello")
        world.settle()
        assert busy.asked <= 4 * (len(PAUSES) + 1)
        busy.left_out = 0
        world.advance(90)
        assert world.say("ask slack for replies").heard == "Kevin says: hello"
