"""Tries of a call to AWS, and pauses between them, fit into the time that is left."""

from concurrent.futures import ThreadPoolExecutor
from math import inf

import pytest
from botocore.exceptions import BotoCoreError, ClientError, ReadTimeoutError

from local.world.aws.lambda_context import LambdaContext
from local.world.clock import SteppedClock
from postbox.store.aws import (
    AFTER_SECONDS,
    CONNECTING_SECONDS,
    NoTimeLeft,
    quick,
)
from postbox.time_left import LEAST_SECONDS, seconds_left, shared, within
from tests.entry.faults.hanging import Hanging, silence

GET = {"TableName": "t", "Key": {"pk": {"S": "a"}, "sk": {"S": "b"}}}


@pytest.fixture(autouse=True)
def _credentials(monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")


@pytest.mark.parametrize(
    ("seconds", "tries"),
    [
        (60.0, [60.0, 56.2, 51.4]),
        (12.0, [12.0, 8.2, 3.4]),
        (8.0, [8.0, 4.2]),
        (7.0, [7.0, 3.2]),
        (6.0, [6.0]),
        (2.0, [2.0]),
        (LEAST_SECONDS, [LEAST_SECONDS]),
        (LEAST_SECONDS - 0.01, []),
        (0.0, []),
    ],
)
def test_no_try_is_begun_without_its_time(seconds, tries):
    clock = SteppedClock(0.0)
    with silence() as address:
        table = Hanging("any", "dynamodb", address, clock)
        client = table.hanging(config=quick())
        with (
            table.patient(),
            within(LambdaContext("any", "1", seconds, clock)),
            pytest.raises(BotoCoreError) as failed,
        ):
            client.get_item(**GET)
    assert table.left == pytest.approx(tries)
    assert isinstance(failed.value, ReadTimeoutError if seconds == 60.0 else NoTimeLeft)
    assert clock() <= max(0.0, seconds - AFTER_SECONDS)


@pytest.mark.parametrize("code", ["ThrottlingException", "InternalServerError"])
@pytest.mark.parametrize("headers", [{}, {"x-amz-retry-after": "9000"}])
@pytest.mark.parametrize("seconds", [60.0, 11.0, 9.0, 6.0, 5.0, 4.0, 2.0, LEAST_SECONDS])
def test_who_has_no_room_is_asked_again_only_where_the_pause_fits_as_well(code, headers, seconds):
    clock = SteppedClock(0.0)
    table = Hanging("any", "dynamodb", "http://127.0.0.1:9", clock, refusal=code, headers=headers)
    client = table.hanging(config=quick())
    with (
        table.patient(),
        within(LambdaContext("any", "1", seconds, clock)),
        pytest.raises(ClientError, match=code),
    ):
        client.get_item(**GET)
    longest = CONNECTING_SECONDS + quick().read_timeout + AFTER_SECONDS
    assert len(table.left) == 3 if seconds == 60.0 else len(table.left) < 4
    assert all(left >= longest for left in table.left[1:])
    assert clock() <= seconds - AFTER_SECONDS


def test_what_is_done_in_threads_has_the_callers_time():
    context = LambdaContext("any", "1", 7.5, lambda: 0.0)
    with ThreadPoolExecutor(2) as pool:
        at_once = shared(pool.map)
        with within(context, 1.0):
            assert list(at_once(lambda _thing: seconds_left(), "ab")) == [6.5, 6.5]
        assert list(at_once(lambda _thing: seconds_left(), "ab")) == [inf, inf]
    assert seconds_left() == inf
