"""What the words of a request are, as far as they were taken, and what stands next. Pure."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from skill.understanding.phrase import Phrase
from skill.understanding.requests.chunks import Chunk, chunks
from skill.understanding.requests.request import EVERYTHING, Limits
from skill.understanding.requests.vocabulary import Vocabulary

CLAUSES = frozenset({"when", "whether", "where", "what", "who"})
"""Tags of what begins a clause."""
_BESIDE = frozenset({"leave_out", "me", "helping"})
_LONGEST_NAME = 5


@dataclass
class RequestParts:
    """What the words of a phrase are."""

    said: list[Chunk] = field(default_factory=list)
    """The parts that say what is wanted, in their order."""
    name: str = ""
    leads: str = ""
    """What the name was taken for: "from", "in", "subject", "object", "owner"."""
    is_narrowed: bool = False
    """Whether it says since when, about what, or what it is that was written."""
    limits: Limits = EVERYTHING
    amount: int | None = None

    @cached_property
    def tags(self) -> frozenset[str]:
        """Everything that the words may be."""
        return frozenset(tag for part in self.said for tag in part.tags)


class PartsFound:
    """The parts of one phrase, of which those before a place were taken."""

    def __init__(self, phrase: Phrase, first: int, known: Vocabulary) -> None:
        """Take the phrase from word `first` on."""
        self._phrase, self._known = phrase, known
        self._parts = chunks(phrase, first, known)
        self._found = RequestParts()
        self._at = 0

    def _keep(self, part: Chunk) -> None:
        if "numbers" in part.tags and self._found.amount is None:
            words = self._phrase.spoken[part.first : part.end]
            self._found.amount = self._known.amount(" ".join(words))
        self._found.said.append(part)
        self._at += 1

    def _timed(self, first: int, at: int) -> bool:
        self._found.limits = replace(self._found.limits, time=self._text(first, at))
        return self._narrowed(at)

    def _about(self, first: int) -> bool:
        about = self._text(first, len(self._parts))
        self._found.limits = replace(self._found.limits, about=about)
        return self._narrowed(len(self._parts))

    def _narrowed(self, at: int) -> bool:
        self._found.is_narrowed = True
        self._at = at
        return True

    def _named(self, first: int, end: int, lead: str, at: int) -> bool:
        if end - first > _LONGEST_NAME:
            return False
        text = self._phrase.between(first, end)
        for ending in ("'s", "\u2019s", "'", "\u2019"):
            text = text.removesuffix(ending)
        self._found.name, self._found.leads = text, lead
        self._at = at
        return True

    def _text(self, first: int, end: int) -> str:
        return self._phrase.between(self._parts[first].first, self._parts[end - 1].end)

    def _owns(self, part: Chunk) -> bool:
        return self._is(part, "owners")

    def _before(self) -> frozenset[str]:
        """Return what stands before, without what only stands beside."""
        for part in reversed(self._parts[: self._at]):
            rest = part.tags - _BESIDE
            if "helping" in part.tags:
                return part.tags
            if rest or part.is_free:
                return rest
        return frozenset()

    def _after(self) -> Chunk | None:
        for part in self._parts[self._at + 1 :]:
            if "channel" in part.tags:
                continue
            if not part.tags or part.tags - _BESIDE:
                return part
        return None

    def _next(self, at: int) -> Chunk | None:
        return self._parts[at + 1] if at + 1 < len(self._parts) else None

    def _is_free(self, at: int) -> bool:
        return at < len(self._parts) and self._parts[at].is_free

    def _was(self, *tags: str) -> bool:
        return any(part.tags.intersection(tags) for part in self._found.said)

    def _is(self, part: Chunk, name: str) -> bool:
        """Whether its words are in a list."""
        return self._phrase.spoken[part.first : part.end] in self._known.lists[name]
