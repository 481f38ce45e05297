"""What cases are made with: a part's words, people and channels, and randomness for each kind."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TypeVar

from benchmarks.understanding.case import CERTAIN, Case
from benchmarks.understanding.made.banks import Bank, bank
from benchmarks.understanding.made.sounds import folded
from benchmarks.understanding.made.spoken import channel_parts
from benchmarks.understanding.made.truth import Truth, truth
from benchmarks.understanding.made.workspace import Workspace, seeded, workspace
from postbox.directory.entries import Conversation, Person

Thing = TypeVar("Thing")
Named = tuple[str, str]
"""What is said of a recipient, and its id."""

CARRIERS = frozenset(
    ["that", "saying", "says", "message", "send", "post", "tell", "ask", "write", "say", "ping"]
)
"""A text that begins so is said only where nothing before it could take the word for its own."""


@dataclass(frozen=True)
class Kit:
    """One for each kind and part."""

    part: str
    kind: str
    rng: Random
    bank: Bank
    space: Workspace
    truth: Truth

    @classmethod
    def of(cls, part: str, kind: str) -> "Kit":
        """Return the kit of a kind."""
        return cls(part, kind, seeded(part, kind), bank(part), workspace(), truth())

    @cached_property
    def people(self) -> list[Person]:
        """Those who can be written to, in random order."""
        everybody = self.space.people[self.bank.names_of]
        return self.shuffled(person for person in everybody if person.reachable)

    @cached_property
    def channels(self) -> list[Conversation]:
        """All, in random order, those of one habit far from each other."""
        seen: Counter[str] = Counter()
        ranked = []
        for channel in self.shuffled(self.space.channels[self.bank.names_of]):
            habit = re.split("[-_]", channel.name)[0]
            ranked.append((seen[habit], channel))
            seen[habit] += 1
        return [channel for _, channel in sorted(ranked, key=lambda pair: pair[0])]

    @cached_property
    def clear_people(self) -> list[Named]:
        """Full names, as said, that nobody else could be meant by."""
        named = ((full_name(person, self.rng), person.id) for person in self.people)
        return [named_one for named_one in named if self.truth.only(*named_one)]

    @cached_property
    def clear_channels(self) -> list[Named]:
        """Channel names, as said, that nothing else could be meant by."""
        named = (
            (channel_name(self.bank, conversation, self.rng), conversation.id)
            for conversation in self.channels
        )
        return [named_one for named_one in named if self.truth.only(*named_one)]

    def shuffled(self, things: Iterable[Thing]) -> list[Thing]:
        """Return them in random order."""
        ordered = list(things)
        self.rng.shuffle(ordered)
        return ordered

    def any_of(self, things: Iterable[Thing]) -> list[Thing]:
        """Return one of them, or none if there are none."""
        return self.shuffled(things)[:1]

    def frame(self, *kinds: str) -> str:
        """Choose a sentence of one of these kinds."""
        return self.rng.choice(self.bank.frames[self.rng.choice(kinds)])

    def text(self, *kinds: str) -> str:
        """Choose a text."""
        return self.rng.choice(self.bank.texts[self.rng.choice(kinds or ("plain", "tricky"))])

    def one(self, frame: str, name: Named, text: str = "") -> Case | None:
        """Make a case with one right recipient, or None when its words could be meant otherwise."""
        return self.named(frame, [name], text)

    def named(self, frame: str, names: Sequence[Named], text: str = "") -> Case | None:
        """Make a case with these right recipients."""
        spoken = [words for words, _ in names]
        ids = tuple(user_id for _, user_id in names)
        text = text or self.text()
        phrase = self.said(frame, spoken, text)
        if not phrase:
            return None
        return Case(self.kind, phrase, CERTAIN, ids, text, spoken=tuple(spoken))

    def said(self, frame: str, spoken: Sequence[str], text: str) -> str:
        """Fill a sentence in, or return "" when its words could be meant otherwise."""
        before, _, after = frame.partition("{t}")
        if not before.endswith(("saying ", "says ")) and text.split()[0] in CARRIERS:
            return ""
        slots = dict(zip("rsu", spoken, strict=False))
        if before.endswith("} ") and self._runs_on(slots[before[-3]], text):
            return ""
        if "{r} {s}" in after and self.truth.possible(f"{slots['r']} {slots['s']}"):
            return ""
        return frame.format(t=text, **slots)

    def ends_in_a_name(self, text: str) -> bool:
        """Say whether what stands behind a "to" or "in" of this text is somebody's name."""
        words = text.split()
        return any(
            word in {"to", "in"} and self._is_name(words[number + 1 :])
            for number, word in enumerate(words)
        )

    def _is_name(self, words: Sequence[str]) -> bool:
        bare = words[1:] if words[:1] in (["the"], ["a"]) else words
        return any(
            self.truth.possible(" ".join(spelling)) for spelling in (words, bare) if spelling
        )

    def _runs_on(self, spoken: str, text: str) -> bool:
        words = text.split()
        longer = (f"{spoken} {' '.join(words[:count])}" for count in (1, 2, 3))
        joins = words[0] in {"to", "in", "and", "or"} or bool(self.truth.possible(words[0]))
        return joins or any(map(self.truth.possible, longer))


def first_and_rest(person: Person) -> tuple[str, str]:
    """Return the first name and the rest."""
    first, _, rest = person.real_name.partition(" ")
    return first, rest or first


def full_name(person: Person, rng: Random) -> str:
    """Write a full name as Alexa would."""
    words = []
    for word in person.real_name.lower().split():
        plain = folded(word)
        if "'" in word:
            start, end = (folded(half) for half in word.split("'", 1))
            plain = rng.choice((f"{start}'{end}", f"{start} {end}", f"{start}{end}"))
        elif plain.startswith("mc") and rng.random() < 0.3:
            plain = f"mc {plain[2:]}"
        words.append(plain)
    return " ".join(words)


def channel_name(words: Bank, channel: Conversation, rng: Random) -> str:
    """Write a channel's name as Alexa would: numbers in words or in digits."""
    parts = channel_parts(words, channel.name)
    return " ".join(part.plain[0] if rng.random() < 0.6 else part.plain[-1] for part in parts)
