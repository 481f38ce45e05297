"""Where a reading is, as the session remembers it between two turns."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from skill.reading.planning.scope import Scope
from skill.speech.said import Said, from_plain, to_plain

COURSE = "reading"
"""The session attribute that holds it."""
MOST_TOLD = 3
MOST_CHARACTERS = 9_000
"""Of answers that are remembered; a session's attributes share Alexa's limit with the answer."""

Place = tuple[str, str]
"""Conversation and ts of a message."""


@dataclass(frozen=True)
class ToldAnswer:
    """One answer that told messages."""

    request_id: str
    said: Said
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Course:
    """What was asked for, and what was told and skipped of it."""

    scope: Scope | None = None
    skipped: tuple[str, ...] = ()
    """Conversations to be left for another time."""
    passed: tuple[Place, ...] = ()
    """Single messages to be left for another time."""
    promised: str = ""
    """The conversation that was offered to be read next."""
    is_open: bool = False
    """Whether there is something to go on with."""
    told: tuple[ToldAnswer, ...] = ()
    """The last answers, oldest first."""
    back: int = 0
    """How many answers ago the one was that was said (again) last."""

    @classmethod
    def of(cls, attributes: Mapping[str, Any]) -> "Course":
        """Take up what a session remembers."""
        plain = attributes.get(COURSE)
        if not plain:
            return cls()
        return cls(
            scope=Scope.from_plain(plain["scope"]) if plain["scope"] else None,
            skipped=tuple(plain["skipped"]),
            passed=tuple(map(_place, plain["passed"])),
            promised=plain["promised"],
            is_open=bool(plain["is_open"]),
            told=tuple(
                ToldAnswer(request_id, from_plain(said), tuple(map(_place, places)))
                for request_id, said, places in plain["told"]
            ),
            back=int(plain["back"]),
        )

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values, under its attribute's name."""
        course = {
            "scope": self.scope.plain() if self.scope else None,
            "skipped": list(self.skipped),
            "passed": [list(place) for place in self.passed],
            "promised": self.promised,
            "is_open": self.is_open,
            "told": [
                [told.request_id, to_plain(told.said), [list(place) for place in told.places]]
                for told in self.told
            ],
            "back": self.back,
        }
        return {COURSE: course}

    def asking_for(self, scope: Scope) -> "Course":
        """Return the course of a new request; what was told can still be said again."""
        return Course(scope=scope, told=self.told)

    def having_told(self, told: ToldAnswer) -> "Course":
        """Return the course with one more answer."""
        kept = [*(answer for answer in self.told if answer.request_id != told.request_id), told]
        kept = kept[-MOST_TOLD:]
        while len(kept) > 1 and sum(map(_size, kept)) > MOST_CHARACTERS:
            kept = kept[1:]
        return replace(self, told=tuple(kept), back=0)

    def offering(self, conversation_id: str) -> "Course":
        """Return the course with a conversation promised to be next."""
        return replace(self, promised=conversation_id, is_open=True)

    @property
    def closed(self) -> "Course":
        """The course with nothing left to go on with."""
        return replace(self, promised="", is_open=False)

    def skipping(self, conversation_id: str) -> "Course":
        """Return the course with a conversation left for another time."""
        skipped = tuple(dict.fromkeys([*self.skipped, conversation_id]))
        return replace(self, skipped=skipped, promised="")

    def passing(self, places: tuple[Place, ...]) -> "Course":
        """Return the course with messages left for another time."""
        return replace(self, passed=tuple(dict.fromkeys([*self.passed, *places])))

    @property
    def has_skipped(self) -> bool:
        """Whether anything was left for another time."""
        return bool(self.skipped or self.passed)

    @property
    def last(self) -> ToldAnswer | None:
        """The answer that was said, or said again, last."""
        return self.told[-1 - self.back] if len(self.told) > self.back else None

    @property
    def before(self) -> "Course | None":
        """The course with the answer before as the one said last, if it is remembered."""
        return replace(self, back=self.back + 1) if len(self.told) > self.back + 1 else None


def _size(told: ToldAnswer) -> int:
    return len(json.dumps(to_plain(told.said)))


def _place(plain: Any) -> Place:
    conversation_id, ts = plain
    return str(conversation_id), str(ts)
