"""The floor of a delivery follows from Slack's limits."""

from collections import Counter

import pytest
from hypothesis import given, strategies as st

from benchmarks.delivery.limits import Allowance, least_seconds
from local.workspace.faults.limits import Limits

SLACK = Allowance(posts_per_minute=300, reads_per_minute=50, posts_per_second=1, burst=10)


@pytest.mark.parametrize(
    ("posts", "reads", "expected"),
    [
        ({}, 0, 0),
        ({"C1": 10}, 0, 0),
        ({"C1": 40}, 0, 30),
        ({"C1": 40, "C2": 11}, 0, 30),
        (dict.fromkeys(range(40), 10), 0, 60),
        (dict.fromkeys(range(30), 10), 0, 0),
        ({"C1": 40}, 50, 30),
        ({"C1": 40}, 51, 60),
        ({"C1": 40}, 151, 180),
    ],
)
def test_the_tightest_limit_decides(posts, reads, expected):
    assert least_seconds(posts, reads, SLACK) == expected


@given(st.lists(st.integers(0, 120), min_size=1, max_size=8))
def test_not_even_a_poster_who_never_rests_is_faster(counts):
    limits = Limits()
    limits.per_minute["chat.postMessage"] = 100
    left = Counter({f"C{number}": count for number, count in enumerate(counts)})
    posts, tick, last = dict(left), 0, 0.0
    while left.total():
        now = tick / 4
        for channel in [channel for channel, count in left.items() if count]:
            while left[channel] and limits.check("chat.postMessage", channel, now) is None:
                left[channel] -= 1
                last = now
        tick += 1
    allowed = Allowance(100, 50, limits.posts_per_second, limits.post_burst)
    assert least_seconds(posts, 0, allowed) <= last
