"""A message that is not complete yet, as it is remembered between two turns of a session."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from skill.understanding.names.aloud import spoken_name
from skill.understanding.names.candidate import Candidate, Kind
from skill.understanding.names.resolution import Certainty, Resolution


@dataclass(frozen=True)
class Choice:
    """A spoken name that several have, or that is only like somebody's."""

    spoken: str
    candidates: tuple[Candidate, ...]
    rivals: int


@dataclass(frozen=True)
class Draft:
    """What is known of a message so far."""

    id: str = ""
    """What tells it from other messages of its session; "" before anything was asked about it."""
    text: str = ""
    to: tuple[Candidate, ...] = ()
    """Recipients beyond doubt."""
    choices: tuple[Choice, ...] = ()
    """Names to be asked about, in turn."""
    unknown: str = ""
    """A name that nobody has."""
    whole: str = ""
    """The text with that name, where it cannot be told where the name ends."""
    is_bounded: bool = False
    """Whether it was told where that name ends: "zebulon saying ...", "... to zebulon"."""
    instead: str = ""
    """The text for the default conversation, should the words that name the recipient be text."""
    mentions: tuple[Candidate, ...] = ()
    learns: Mapping[str, str] = field(default_factory=dict)
    """Names that are only like somebody's: what was said, to the id that was meant."""
    tried: Mapping[str, str] = field(default_factory=dict)
    """Names that several have, of whom one was chosen: learned when the same is chosen again."""
    thread_ts: str = ""
    """The thread that it answers in, within its only recipient's conversation."""
    teaches: str = ""
    """A name to be learned; there is no message then."""
    at: float = 0.0
    """When it is to be sent, in epoch seconds; 0 for now."""
    now_text: str = ""
    """The text with the words of the time, which may be its own; "" where they are not."""
    wants_time: bool = False
    """Whether it is to be sent later, at a time that was not said yet."""
    waits: bool = False
    """Whether the speaker wants to hear an answer at once."""
    is_doubtful: bool = False
    """Whether to read it back before it is sent."""
    asked: int = 0
    """How often the open question was asked already."""
    moves: bool = False
    """Whether it is to be taken back from where it was just sent."""
    later: tuple["Draft", ...] = ()
    """Further messages that were said in the same breath, with texts of their own."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing of it, and nothing in doubt but the whole."""
        return bool(self.to and self.text) and not (self.unknown or self.choices or self.wants_time)

    def settled(self, candidate: Candidate, *, learn: bool) -> "Draft":
        """Return the draft with its first open name decided.

        Who is called just what was said needs no learning.
        """
        choice, *rest = self.choices
        is_new = learn and choice.spoken != spoken_name(candidate)
        tried = {**self.tried, choice.spoken: candidate.id} if is_new else self.tried
        to = self.to if candidate.id in {known.id for known in self.to} else (*self.to, candidate)
        return replace(self, to=to, choices=tuple(rest), tried=tried, asked=0)

    def addressed(self, resolutions: tuple[Resolution, ...]) -> "Draft":
        """Return the draft with these recipients in place of its own.

        A name that is only like one other name is taken for it, and read back before it is sent.
        """
        lone = [resolution for resolution in resolutions if resolution.is_lone_doubt]
        by = {
            kind: [resolution for resolution in resolutions if resolution.certainty is kind]
            for kind in Certainty
        }
        taken = [
            resolution
            for resolution in resolutions
            if resolution in by[Certainty.CERTAIN] or resolution in lone
        ]
        doubtful = [resolution for resolution in by[Certainty.DOUBTFUL] if resolution not in lone]
        unknown = by[Certainty.UNKNOWN]
        return replace(
            self,
            to=tuple(dict.fromkeys(resolution.candidates[0] for resolution in taken)),
            choices=tuple(
                Choice(resolution.spoken, resolution.candidates, resolution.rivals)
                for resolution in doubtful
            ),
            unknown=unknown[0].spoken if unknown else "",
            instead="",
            thread_ts="",
            learns={resolution.spoken: resolution.candidates[0].id for resolution in lone},
            tried={},
            is_doubtful=self.is_doubtful or bool(lone),
            asked=0,
        )

    def answered(self, resolutions: tuple[Resolution, ...]) -> "Draft":
        """Return the draft with the answer to whom it is for; who else was named stays."""
        addressed = self.addressed(resolutions)
        others = self.to if self.unknown else ()
        to = tuple({candidate.id: candidate for candidate in (*others, *addressed.to)}.values())
        return replace(addressed, to=to)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values, for the session."""
        return {
            "id": self.id,
            "text": self.text,
            "to": [_plain(candidate) for candidate in self.to],
            "choices": [
                [choice.spoken, [_plain(one) for one in choice.candidates], choice.rivals]
                for choice in self.choices
            ],
            "unknown": self.unknown,
            "whole": self.whole,
            "is_bounded": self.is_bounded,
            "instead": self.instead,
            "mentions": [_plain(mention) for mention in self.mentions],
            "learns": dict(self.learns),
            "tried": dict(self.tried),
            "thread_ts": self.thread_ts,
            "teaches": self.teaches,
            "at": self.at,
            "now_text": self.now_text,
            "wants_time": self.wants_time,
            "waits": self.waits,
            "is_doubtful": self.is_doubtful,
            "asked": self.asked,
            "moves": self.moves,
            "later": [draft.plain() for draft in self.later],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Draft":
        """Take up what `plain` returned."""
        return cls(
            id=plain["id"],
            text=plain["text"],
            to=tuple(_candidate(candidate) for candidate in plain["to"]),
            choices=tuple(
                Choice(
                    spoken, tuple(_candidate(candidate) for candidate in candidates), int(rivals)
                )
                for spoken, candidates, rivals in plain["choices"]
            ),
            unknown=plain["unknown"],
            whole=str(plain.get("whole") or ""),
            is_bounded=bool(plain.get("is_bounded")),
            instead=plain["instead"],
            mentions=tuple(_candidate(mention) for mention in plain["mentions"]),
            learns=dict(plain["learns"]),
            tried=dict(plain.get("tried") or {}),
            thread_ts=plain["thread_ts"],
            teaches=plain["teaches"],
            at=float(plain["at"]),
            now_text=plain["now_text"],
            wants_time=bool(plain["wants_time"]),
            waits=bool(plain["waits"]),
            is_doubtful=bool(plain["is_doubtful"]),
            asked=int(plain["asked"]),
            moves=bool(plain.get("moves")),
            later=tuple(cls.from_plain(draft) for draft in plain["later"]),
        )


def _plain(candidate: Candidate) -> list[Any]:
    return [candidate.id, candidate.name, str(candidate.kind), candidate.score, candidate.why]


def _candidate(plain: list[Any]) -> Candidate:
    identifier, name, kind, score, why = plain
    return Candidate(identifier, name, Kind(kind), float(score), why)
