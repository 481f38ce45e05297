"""A link is changed by who saw it as it stands: trouble with an old token ends no new one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import MotoCloud
from local.world.played import PlayedInProcess, world_for
from postbox.links.link import LinkState
from postbox.links.stores.links import PERSONAL, Links
from postbox.store.errors import ConditionFailed
from tests.delivery.observed import texts
from tests.entry.talking import table


class Relinking:
    """Parameter Store, in which the owner puts a new token just as a worker read the old one."""

    def __init__(self, function: str) -> None:
        self.function = function
        self.then: Callable[[], None] = lambda: None
        self.reads = 0

    def clients(self, cloud: MotoCloud) -> Callable[..., Any]:
        def client(function: str, service: str, **options: Any) -> Any:
            real = cloud.client(service, **options)
            return self if (function, service) == (self.function, "ssm") else real

        self.real = cloud.client("ssm")
        return client

    def get_parameter(self, **asked: Any) -> Any:
        answer = self.real.get_parameter(**asked)
        then, self.then = self.then, lambda: None
        then()
        return answer


@contextmanager
def relinked_while(function: str) -> Iterator[tuple[PlayedInProcess, Relinking]]:
    relinking = Relinking(function)
    with world_for(Setting(), clients=relinking.clients) as world:
        yield world, relinking


def state(world: PlayedInProcess) -> LinkState:
    link = Links(table(world)).get(PERSONAL)
    assert link is not None
    return link.state


@pytest.mark.parametrize(
    ("sentence", "method", "left"),
    [
        ("tell slack to send hello", "chat.postMessage", ["good morning", "hello"]),
        ("ask slack to unsend that", "chat.delete", []),
    ],
)
def test_a_worker_with_an_old_token_does_not_end_the_link_of_a_new_one(sentence, method, left):
    with relinked_while("post") as (world, relinking):
        world.say("tell slack to send good morning")
        world.fail("invalid_auth", method)
        relinking.then = world.relink
        world.say(sentence)
        assert state(world) is LinkState.ACTIVE
        world.advance(60)
        assert texts(world) == left


def test_a_refresh_with_an_old_token_does_not_end_the_link_of_a_new_one():
    with relinked_while("refresh") as (world, relinking):
        world.revoke()

        def newer_token() -> None:
            world.token = world.parts.workspace.install_app(world.parts.workspace.speaker)
            world.parts.store_token(world.token)

        relinking.then = newer_token
        assert world.parts.refresh({"detail-type": "Scheduled Event"})["linked"]
        assert state(world) is LinkState.ACTIVE
        assert world.say("tell slack to send hello").heard == "Sent to general."


def test_of_two_that_change_a_link_at_once_one_is_told_to_look_again(world_of_links):
    links = Links(world_of_links)
    before = links.get(PERSONAL)
    assert before is not None
    links.end(before, "token_revoked", 1.0)
    with pytest.raises(ConditionFailed):
        links.end(before, "token_expired", 2.0)
    assert links.get(PERSONAL).problem == "token_revoked"


@pytest.fixture
def world_of_links(world: PlayedInProcess):
    return table(world)
