"""How fast Slack's limits let a pile of messages through, whoever posts them: the floor."""

from collections.abc import Mapping
from dataclasses import dataclass

MINUTE = 60


@dataclass(frozen=True)
class Allowance:
    """What Slack lets through: calls a minute for the workspace, and posts in each channel."""

    posts_per_minute: int
    reads_per_minute: int
    posts_per_second: float
    """In one channel, after the burst."""
    burst: float


def least_seconds(posts: Mapping[str, int], reads: int, allowed: Allowance) -> float:
    """Return a time that no schedule can beat, from the start of a minute.

    `posts` holds the number of posts by conversation, all waiting at the start; `reads` is how
    often conversations must be read back.
    """
    in_channels = max((_in_channel(count, allowed) for count in posts.values()), default=0.0)
    return max(
        in_channels,
        _in_windows(sum(posts.values()), allowed.posts_per_minute),
        _in_windows(reads, allowed.reads_per_minute),
    )


def _in_channel(posts: int, allowed: Allowance) -> float:
    return max(0.0, posts - allowed.burst) / allowed.posts_per_second


def _in_windows(calls: int, per_minute: int) -> float:
    """The last call comes at the start of its minute at the earliest."""
    return float(max(0, calls - 1) // per_minute * MINUTE)
