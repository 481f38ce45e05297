"""The phrases: every frame with its own plain texts, and whom each is for."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from postbox.directory.entries import Conversation, Directory, Person

SEED = "frames"
TEXTS = Path(__file__).parents[3] / "local" / "second_look" / "plain.txt"
ABOUT_A_NAME = "a text that begins with a name"
"""The group whose texts tell of somebody at once: "send priya has the only key"."""
OPENING = "for nobody named"
"""The group whose frames those texts are put into."""


@dataclass(frozen=True)
class Framed:
    """A text in a frame."""

    group: str
    frame: str
    phrase: str
    recipients: frozenset[str]
    """The ids of those whom the frame names; the default conversation's where it names nobody."""
    text: str


@cache
def told() -> Mapping[str, Any]:
    """Read frames.toml."""
    return tomllib.loads(Path(__file__).with_name("frames.toml").read_text("utf-8"))


def directory() -> Directory:
    """Return whom the frames name, and those whom the texts speak of."""
    names = [*told()["people"].values(), *told()["spoken_of"]]
    people = (Person(identifier(name), name) for name in names)
    channels = (Conversation(identifier(name), name, "channel") for name in told()["channels"])
    return Directory.of(people, channels)


def identifier(name: str) -> str:
    """Return the id of somebody or some place that is called so."""
    return name.casefold().replace(" ", "_")


def phrases(count: int) -> Iterator[Framed]:
    """Yield `count` texts in each frame, the same in every run.

    The texts that begin with a name stand in the frames that name nobody, for which they are.
    """
    lines = [line for line in TEXTS.read_text("utf-8").splitlines() if line and line[0] != "#"]
    subjects = [line for line in lines if _tells_of_a_name(line)]
    for group in told()["groups"]:
        for frame, whom in group["frames"]:
            yield from _framed(group["name"], frame, whom, lines, count)
            if group["name"] == OPENING:
                yield from _framed(ABOUT_A_NAME, frame, whom, subjects, count)


def _tells_of_a_name(line: str) -> bool:
    """Whether a text tells of somebody whom it names first, and does not call them."""
    first, *rest = line.split()
    return first in told()["stand_ins"] and not set(rest[:1]) & set(told()["calls"].split())


def _framed(group: str, frame: str, whom: str, lines: list[str], count: int) -> Iterator[Framed]:
    random = Random(f"{SEED} {group} {frame}")
    people = told()["people"]
    recipients = frozenset(identifier(people.get(word, word)) for word in whom.split())
    for line in random.sample(lines, min(count, len(lines))):
        text = _with_names(line, random)
        yield Framed(group, frame, frame.format(text), recipients, text)


def _with_names(line: str, random: Random) -> str:
    """Return a text that speaks of people who are there, by their first names."""
    first = [name.split()[0].casefold() for name in told()["spoken_of"]]
    for stand_in, name in zip(told()["stand_ins"], random.sample(first, 2), strict=True):
        line = re.sub(rf"\b{stand_in}\b", name, line)
    return line
