"""A workspace of 10,000 people and 5,000 channels, the same in every run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import TypeVar

from benchmarks.understanding.made.banks import bank
from benchmarks.understanding.made.channels import make_channels, make_direct
from benchmarks.understanding.made.people import make_people
from postbox.directory.entries import Conversation, Directory, Person

SEED = "who and where"
DEFAULT = "general"
PEOPLE = {
    "tuning": 1_700,
    "rehearsal": 1_400,
    "second_rehearsal": 1_400,
    "third_rehearsal": 1_700,
    "fourth_rehearsal": 1_500,
    "held_out": 2_300,
}
CHANNELS = {
    "tuning": 950,
    "rehearsal": 660,
    "second_rehearsal": 660,
    "third_rehearsal": 860,
    "fourth_rehearsal": 750,
    "held_out": 1_120,
}

Named = TypeVar("Named", Person, Conversation)


@dataclass(frozen=True)
class Workspace:
    """All names, and which of them belong to which part."""

    directory: Directory
    people: dict[str, tuple[Person, ...]]
    channels: dict[str, tuple[Conversation, ...]]
    default: Conversation


def seeded(*what: str) -> Random:
    """Return randomness that is the same in every run, and of its own for each purpose."""
    return Random(" ".join([SEED, *what]))


@cache
def workspace() -> Workspace:
    """Make the workspace."""
    people = {
        part: make_people(bank(part), number, seeded(part, "people"))
        for part, number in PEOPLE.items()
    }
    channels = {
        part: make_channels(bank(part), number, seeded(part, "channels"))
        for part, number in CHANNELS.items()
    }
    people_by_part = _numbered(people, "U", seeded("ids of people"))
    channels_by_part = _numbered(channels, "C", seeded("ids of channels"))
    users = [person.id for part in people_by_part.values() for person in part if person.reachable]
    direct = [
        replace(conversation, id=f"{'D' if conversation.kind == 'im' else 'G'}{number:08}")
        for number, conversation in enumerate(make_direct(users, seeded("direct")))
    ]
    everybody = [person for part in people_by_part.values() for person in part]
    everywhere = [conversation for part in channels_by_part.values() for conversation in part]
    directory = Directory.of(
        sorted(everybody, key=lambda person: person.id),
        [*sorted(everywhere, key=lambda conversation: conversation.id), *direct],
    )
    default = next(conversation for conversation in everywhere if conversation.name == DEFAULT)
    return Workspace(directory, people_by_part, channels_by_part, default)


def _numbered(
    parts: Mapping[str, Sequence[Named]], letter: str, rng: Random
) -> dict[str, tuple[Named, ...]]:
    """Give ids in no order that would tell the parts apart."""
    numbers = list(range(sum(len(part) for part in parts.values())))
    rng.shuffle(numbers)
    ids = (f"{letter}{number:08}" for number in numbers)
    return {
        name: tuple(replace(channel, id=next(ids)) for channel in part)
        for name, part in parts.items()
    }
