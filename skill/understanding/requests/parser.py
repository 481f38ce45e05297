"""A phrase as parts: words that say what is wanted, a name, a time, a subject matter. Pure.

Every word is in a part, or the phrase is no request.
"""

from skill.understanding.requests.chunks import Chunk
from skill.understanding.requests.names import NameParser
from skill.understanding.requests.parts import CLAUSES, RequestParts

_NO_PLACE = frozenset(
    {
        "anybody", "somebody_known", "that", "device", "message", "what", "happening",
        "catch_up", "direct", "thread", "who", "where",
    }
)  # fmt: skip
"""What may stand behind "in", "on" or "from" and is no name."""
_HAS_A_SUBJECT = ("wrote", "answered", "message", "mentioned", "that", "where", "reply")
_LONGEST_TIME = 9
_MANNERS = ("leads", "breaths", "weak_breaths", "manners")


class Parser(NameParser):
    """Takes one phrase apart."""

    def parts(self) -> RequestParts | None:
        """Return what the words are; None where some are nothing that a request has."""
        while self._at < len(self._parts):
            if not self._take(self._parts[self._at]):
                return None
        return self._found

    def _take(self, part: Chunk) -> bool:
        if part.is_free:
            return self._take_free(part)
        if "anybody" in part.tags and self._take_all_but(part):
            return True
        if "time" in part.tags:
            return self._timed(self._at, self._at + 1)
        if "time_leads" in part.tags or self._leads_to_a_time(part):
            return self._take_time() or self._take_otherwise(part, "time_leads")
        if "about" in part.tags:
            return self._take_about()
        is_last = self._next(self._at) is None and "leave_out" in part.tags
        if part.tags & {"from", "in"} and not is_last:
            return self._take_place(part)
        if part.tags & CLAUSES and self._was("wrote"):
            if self._found.leads == "subject":
                return self._narrowed(len(self._parts))
            if self._was("anybody") and self._at + 1 < len(self._parts):
                return self._about(self._at + 1)
        self._keep(part)
        return True

    def _leads_to_a_time(self, part: Chunk) -> bool:
        """Whether it is "from today", "in the last hour", "the last few hours"."""
        after = self._next(self._at)
        if after is None:
            return False
        if part.tags & {"from", "in"} and "time" in after.tags:
            return True
        is_last = "last" in part.tags
        return is_last and self._is(after, "time_nouns")

    def _take_time(self) -> bool:
        lead = self._parts[self._at]
        at = self._at + 1
        while at < len(self._parts) and not (
            self._parts[at].tags & {"from", "in", "about"} and not self._speaks(self._at, at)
        ):
            at += 1
        at = self._without_courtesies(at)
        size = self._parts[at - 1].end - lead.end
        return 0 < size <= _LONGEST_TIME and self._timed(self._at, at)

    def _without_courtesies(self, end: int) -> int:
        """Return where a time ends that is said with manners: "since lunch, if you would"."""
        while end - 2 > self._at and any(self._is(self._parts[end - 1], name) for name in _MANNERS):
            end -= 1
        return end

    def _take_otherwise(self, part: Chunk, tag: str) -> bool:
        """Take what leads to nothing for what else it may be: "what did they write before"."""
        if not part.tags - {tag}:
            return False
        self._keep(part)
        return True

    def _speaks(self, first: int, end: int) -> bool:
        said = self._phrase.spoken[self._parts[first].first : self._parts[end].first]
        return any((word,) in self._known.lists["speaker"] for word in said)

    def _take_about(self) -> bool:
        after = self._next(self._at)
        if after is None:
            # "What is Chase on about", "what are they talking about", "what's that ping about".
            self._at += 1
            return self._found.leads == "subject" or self._was("anybody", "message")
        if self._found.leads or self._was(*_HAS_A_SUBJECT):
            return self._about(self._at + 1)
        if after.is_free:
            return self._take_name(self._at + 1, "in")
        self._at += 1
        return True

    def _take_place(self, part: Chunk) -> bool:
        after = self._next(self._at)
        if after is None and self._was("who", "where"):
            self._keep(part)
            return True
        if after is None or (after.tags & {"me", "speaker"} and not self._owns(after)):
            return False
        if after.tags & _NO_PLACE or (self._owns(after) and not self._is_free(self._at + 2)):
            self._at += 1
            return True
        return self._take_name(self._at + 1, "from" if "from" in part.tags else "in")
