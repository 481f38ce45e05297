"""A world that answers as it is told, and remembers what was done to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from local.conversations.world import (
    CannotDo,
    Newest,
    Post,
    Reacted,
    Spoken,
    Waiting,
    newest_of,
)


@dataclass
class ScriptedWorld:
    """Alexa says the next of `answers`; Slack holds what `stands` and what is written."""

    answers: list[str | Spoken] = field(default_factory=list)
    stands: dict[str, list[Post]] = field(default_factory=dict)
    done: list[tuple[object, ...]] = field(default_factory=list)
    settled: int = 0
    reacted: list[Reacted] = field(default_factory=list)
    mark: str | None = None
    waiting: list[Waiting] = field(default_factory=list)

    def say(self, utterance: str | None) -> Spoken:
        self.done.append(("say", utterance))
        answer = self.answers.pop(0)
        return Spoken(answer) if isinstance(answer, str) else answer

    def posts(self, place: str) -> list[Post]:
        return list(self._place(place))

    def newest(self, not_by: str | None = None) -> Newest | None:
        found = ((f"id of {name}", post) for name, posts in self.stands.items() for post in posts)
        return newest_of(found, not_by)

    def write(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        self.done.append(("write", person, place, text, thread_ts))
        ts = f"{len(self.done):04d}"
        self._place(place).append(Post(ts, person, text, thread_ts))
        return ts

    def write_as_bot(
        self, name: str, place: str, text: str, attachment: tuple[str, str] | None
    ) -> str:
        self.done.append(("bot", name, place, text, attachment))
        ts = f"{len(self.done):04d}"
        self._place(place).append(Post(ts, name, text))
        return ts

    def make(self, person: str, place: str, shape: Mapping[str, Any]) -> str:
        self.done.append(("make", person, place, dict(shape)))
        ts = f"{len(self.done):04d}"
        self._place(place).append(Post(ts, person, ""))
        return ts

    def share(
        self, person: str, place: str, file: str, text: str, thread_ts: str | None = None
    ) -> str:
        self.done.append(("share", person, place, file, text, thread_ts))
        ts = f"{len(self.done):04d}"
        self._place(place).append(Post(ts, person, text, thread_ts))
        return ts

    def react(self, person: str, place: str, ts: str, emoji: str) -> None:
        self.done.append(("react", person, place, ts, emoji))

    def edit(self, place: str, ts: str, text: str) -> None:
        self.done.append(("edit", place, ts, text))

    def delete(self, place: str, ts: str) -> None:
        self.done.append(("delete", place, ts))

    def fail(self, fault: str) -> None:
        if fault == "badly":
            raise ValueError("'badly' is no fault")
        self.done.append(("fail", fault))

    def reactions(self, place: str) -> list[Reacted]:
        return self.reacted

    def read_mark(self, place: str) -> str | None:
        return self.mark

    def scheduled(self, place: str) -> list[Waiting]:
        return self.waiting

    def lose_events(self) -> None:
        self.done.append(("lose events",))

    def let_events_arrive(self) -> None:
        self.done.append(("let events arrive",))

    def repeat_events(self) -> None:
        self.done.append(("repeat events",))

    def archive(self, place: str) -> None:
        self.done.append(("archive", place))

    def revoke(self) -> None:
        self.done.append(("revoke",))

    def relink(self) -> None:
        self.done.append(("relink",))

    def settle(self) -> None:
        self.settled += 1

    def advance(self, seconds: float) -> None:
        if seconds > 60:
            raise CannotDo("time is real here")
        self.done.append(("advance", seconds))

    def _place(self, place: str) -> list[Post]:
        name = place.removeprefix("id of ").casefold()
        if name == "#nowhere":
            raise LookupError("There is no conversation called '#nowhere'.")
        return self.stands.setdefault(name, [])
