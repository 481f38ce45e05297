"""Tries of a call to AWS fit into the time that is left: a server takes them and never answers."""

from concurrent.futures import ThreadPoolExecutor
from math import inf

import pytest
from botocore.exceptions import BotoCoreError, ReadTimeoutError

from local.world.aws.lambda_context import LambdaContext
from local.world.clock import SteppedClock
from postbox.store.aws import AFTER_SECONDS, LEAST_SECONDS, NoTimeLeft, quick
from postbox.time_left import seconds_left, shared, within
from tests.entry.faults.hanging import Hanging, silence


@pytest.mark.parametrize(
    ("seconds", "tries"),
    [
        (60.0, [60.0, 58.0, 56.0]),
        (8.0, [8.0, 6.0, 4.0]),
        (6.0, [6.0, 4.0]),
        (5.0, [5.0]),
        (2.0, [2.0]),
        (LEAST_SECONDS, [LEAST_SECONDS]),
        (LEAST_SECONDS - 0.01, []),
        (0.0, []),
    ],
)
def test_no_try_is_begun_without_its_time(monkeypatch, seconds, tries):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    clock = SteppedClock(0.0)
    with silence() as address:
        table = Hanging("any", "dynamodb", address, clock)
        client = table.hanging(config=quick())
        with (
            within(LambdaContext("any", "1", seconds, clock)),
            pytest.raises(BotoCoreError) as failed,
        ):
            client.get_item(TableName="t", Key={"pk": {"S": "a"}, "sk": {"S": "b"}})
    assert table.left == pytest.approx(tries)
    assert isinstance(failed.value, ReadTimeoutError if seconds == 60.0 else NoTimeLeft)
    assert clock() <= max(0.0, seconds - AFTER_SECONDS)


def test_what_is_done_in_threads_has_the_callers_time():
    context = LambdaContext("any", "1", 7.5, lambda: 0.0)
    with ThreadPoolExecutor(2) as pool:
        at_once = shared(pool.map)
        with within(context, 1.0):
            assert list(at_once(lambda _thing: seconds_left(), "ab")) == [6.5, 6.5]
        assert list(at_once(lambda _thing: seconds_left(), "ab")) == [inf, inf]
    assert seconds_left() == inf
