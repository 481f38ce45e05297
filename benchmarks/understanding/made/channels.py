"""The channels of the workspace, named as teams name them."""

import re
from collections.abc import Sequence
from itertools import product
from random import Random

from benchmarks.understanding.made.banks import Bank, Pattern
from postbox.directory.entries import Conversation

PRIVATE = 0.12
"""Share of channels that are private."""


def make_channels(bank: Bank, number: int, rng: Random) -> list[Conversation]:
    """Make so many channels of a part, without ids; those that sentences name come first."""
    made = [name for pattern in bank.patterns for name in _names(bank, pattern, rng)]
    rng.shuffle(made)
    names = list(dict.fromkeys([*bank.fixed_channels, *bank.twin_channels, *made]))
    if len(names) < number:
        raise ValueError(f"The patterns of {bank.part} make {len(names)} channels, not {number}.")
    return [
        Conversation("", name, "group" if rng.random() < PRIVATE else "channel")
        for name in names[:number]
    ]


def make_direct(users: Sequence[str], rng: Random) -> list[Conversation]:
    """Make direct and group messages with some of these users, without ids."""
    single = [Conversation("", "", "im", (user,)) for user in rng.sample(users, 400)]
    groups = [
        Conversation("", "", "mpim", tuple(rng.sample(users, rng.randint(2, 5))))
        for _ in range(100)
    ]
    return single + groups


def _names(bank: Bank, pattern: Pattern, rng: Random) -> list[str]:
    fields = re.findall(r"\{(.*?)\}", pattern.form)
    template = re.sub(r"\{.*?\}", "{}", pattern.form)
    made = [template.format(*words) for words in product(*(_field(bank, it) for it in fields))]
    return rng.sample(made, min(pattern.most, len(made)))


def _field(bank: Bank, field: str) -> Sequence[str]:
    if field.startswith("number:"):
        low, high = field.removeprefix("number:").split("-")
        return [str(number) for number in range(int(low), int(high) + 1)]
    return bank.lists[field]
