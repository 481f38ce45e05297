"""Which conversations to compare with Slack next. Pure."""

from collections.abc import Mapping, Sequence

from mailbox.directory import Conversation
from mailbox.filling import Filling

SENTINELS = 3
"""So many of the liveliest conversations are looked at in every run."""


def next_to_compare(
    filling: Filling, conversations: Mapping[str, Conversation], lively: Sequence[str], most: int
) -> list[str]:
    """Return at most so many conversation ids in the order in which to compare them.

    `lively` are the ids of those in which something was said last, newest first. Where events may
    have been lost, all that were not compared since come in turn: direct messages, the lively ones,
    the rest. Else some of the lively ones, and those whose turn it is in the round of all.
    """
    there = [each for each in lively if each in conversations]
    if filling.is_wanted:
        done = set(filling.done)
        direct = [each.id for each in conversations.values() if each.kind in {"im", "mpim"}]
        order = dict.fromkeys([*_first(there, direct), *there, *direct, *conversations])
        return [each for each in order if each not in done][:most]
    sentinels = there[:SENTINELS]
    round_ = _round(sorted(conversations), filling.turn)
    return list(dict.fromkeys([*sentinels, *round_]))[:most]


def _first(lively: Sequence[str], direct: Sequence[str]) -> list[str]:
    return [each for each in lively if each in set(direct)]


def _round(ids: Sequence[str], turn: str) -> list[str]:
    after = [each for each in ids if each > turn]
    return [*after, *(each for each in ids if each <= turn)]
