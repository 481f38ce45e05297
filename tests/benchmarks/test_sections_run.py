"""The sections that need a stack run to their end, with little to do and AWS in this process."""

import os
from types import SimpleNamespace

import pytest

from benchmarks.delivery.scene import START, Setting, play
from benchmarks.delivery.verdict import verdict_on
from benchmarks.inbox import report as inbox
from benchmarks.inbox.population import Size
from local.world.aws.moto_cloud import moto_cloud


@pytest.fixture
def stack():
    with moto_cloud(lambda: START) as cloud:
        yield SimpleNamespace(client=cloud.client, pid=os.getpid())


def test_a_delivery_with_faults_is_played_and_judged(stack):
    chances = {"500": 0.1, "500 after storing": 0.1, "hangs": 0.1}
    scene = play(Setting("with faults", 20, 0.1, chances), stack)
    assert verdict_on(scene).is_clean
    assert scene.calls.unclear_posts > scene.calls.hung > 0


def test_an_inbox_is_filled_asked_and_counted(stack):
    taken = inbox._inbox(stack, Size(40, 10), 1)
    assert taken.keys() == inbox.TURNS.keys()
    assert all(turn.items and turn.calls for turns in taken.values() for turn in turns)
