"""Which conversations to compare with Slack next. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TypeVar

from postbox.directory.entries import Conversation
from postbox.inbox.backfill import Backfill

T = TypeVar("T")

SENTINELS = 3
"""So many of the liveliest conversations are looked at in every run."""
MOST_SWEPT = 600
"""So many conversations are compared where events may have been lost: 100 minutes at 30 calls in 5.

Each takes a call at least, and the speaker may be in 20,000, nearly all of them silent. Something
was said lately, as far as anybody knows, in the lively ones; a message in a channel that was silent
for two weeks is found when its turn comes in the rounds.
"""
DIRECT = frozenset({"im", "mpim"})


def next_to_compare(
    backfill: Backfill, conversations: Mapping[str, Conversation], lively: Sequence[str], most: int
) -> list[str]:
    """Return at most so many conversation ids in the order in which to compare them.

    `lively` are the ids of those in which something was said last, newest first. Where events may
    have been lost, those that were not compared since come in turn, MOST_SWEPT at the most: direct
    messages in which something was said, other lively ones, direct messages, the rest. Else some of
    the lively ones, and those whose turn it is in the rounds of direct messages and of all others.
    """
    there = [place for place in lively if place in conversations]
    direct, others = _rounds(backfill, conversations)
    if backfill.is_wanted:
        lively_direct = [place for place in there if conversations[place].kind in DIRECT]
        done = set(backfill.done)
        order = dict.fromkeys([*lively_direct, *there, *direct, *others])
        left = [place for place in order if place not in done]
        return left[: max(0, min(most, MOST_SWEPT - len(done)))]
    # Of an app that may make a single call, each row gets every third one.
    sentinels = _rotated(there[:SENTINELS], backfill.runs // 3)
    rounds = [[place for place in row if place not in sentinels] for row in (direct, others)]
    return list(_in_turn(_rotated([sentinels, *rounds], backfill.runs)))[:most]


def _rounds(
    backfill: Backfill, conversations: Mapping[str, Conversation]
) -> tuple[list[str], list[str]]:
    direct = [
        conversation.id for conversation in conversations.values() if conversation.kind in DIRECT
    ]
    others = [
        conversation.id
        for conversation in conversations.values()
        if conversation.kind not in DIRECT
    ]
    return _round(direct, backfill.direct_turn), _round(others, backfill.turn)


def _round(ids: Sequence[str], turn: str) -> list[str]:
    return sorted(ids, key=lambda place: (place <= turn, place))


def _rotated(items: Sequence[T], by: int) -> list[T]:
    start = by % len(items) if items else 0
    return [*items[start:], *items[:start]]


def _in_turn(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for column in zip_longest(*rows):
        yield from (place for place in column if place is not None)
