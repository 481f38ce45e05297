"""Names in a request: whose messages, whose place, who wrote, whom it is for. Pure."""

from dataclasses import replace

from skill.understanding.requests.chunks import Chunk, is_possessive
from skill.understanding.requests.parts import CLAUSES, PartsFound

_ENDS_A_NAME = frozenset(
    {
        "time", "time_leads", "about", "from", "in", "wrote", "answered", "wants", "arrived",
        "helping", "speaker", "who", "what", "when", "again", "mentioned", "missed", "that",
        "leave_out", "me", "earlier", "delivered", "device",
    }
)  # fmt: skip
_SUBJECTS_VERBS = frozenset({"wrote", "answered", "wants", "mentioned", "happening", "arrived"})
_BEFORE_A_SUBJECT = frozenset(
    {
        "helping", "what", "who", "when", "where", "whether", "hear", "message", "last",
        "latest", "new", "that", "how_many", "reply", "direct", "again", "how_long", "thread",
    }
)  # fmt: skip
_BEFORE_A_NAME = frozenset({"hear", "catch_up", "with", "channel"})
_THINGS = frozenset({"message", "direct", "reply", "thread"})
_LONGEST_OBJECT = 4


class NameParser(PartsFound):
    """Takes what no list has for a name, a thing or what is written about."""

    def _take_all_but(self, part: Chunk) -> bool:
        """Take "anybody but Wei" for whom it means."""
        spoken = self._phrase.spoken
        size = self._known.list_at("but", spoken, part.end) if part.end < len(spoken) else 0
        name = part.end + size
        within = (at for at, one in enumerate(self._parts) if one.first <= name < one.end)
        at = next(within, None) if size else None
        if at is None or not self._parts[at].is_free or self._found.name:
            return False
        self._found.said.append(part)
        return self._named(part.first, self._parts[at].end, "from", at + 1)

    def _take_name(self, at: int, lead: str) -> bool:
        """Take a name from there on, up to what no name has in it."""
        if self._found.name:
            return self._take_second_name(at)
        end = at
        while end < len(self._parts) and self._is_named(self._parts[end], end, is_first=end == at):
            end += 1
        while end > at and self._is(self._parts[end - 1], "joins"):
            end -= 1
        if end == at:
            return False
        return self._named(self._parts[at].first, self._parts[end - 1].end, lead, end)

    def _take_second_name(self, at: int) -> bool:
        """Take where a person wrote: "from kevin in design"; or one place more: "and in lunch"."""
        name, leads = self._found.name, self._found.leads
        joint = self._joint_before(at)
        if self._found.limits.place:
            return False
        self._found.name = ""
        taken = self._take_name(at, "in")
        place = self._found.name
        if leads == "in" and place and joint:
            self._found.name, self._found.leads = f"{name} {joint} {place}", leads
            return taken
        self._found.limits = replace(self._found.limits, place=place)
        self._found.name, self._found.leads = name, leads
        return taken

    def _joint_before(self, at: int) -> str:
        """Return the word that puts what is asked next beside a name before it; "" for none."""
        while at > 0 and not self._parts[at - 1].is_free:
            at -= 1
            word = self._phrase.spoken[self._parts[at].first]
            if (word,) in self._known.lists["beside"]:
                return word
        return ""

    def _is_named(self, part: Chunk, at: int, *, is_first: bool) -> bool:
        if part.is_free:
            return True
        if self._is(part, "joins") or self._owns(part):
            after = self._next(at)
            return after is not None and (after.is_free or is_first)
        return not part.tags & _ENDS_A_NAME

    def _take_free(self, part: Chunk) -> bool:
        part = self._with_who_else(part)
        before, after = self._before(), self._after()
        if self._is_behind_about():
            return self._about(self._at)
        if is_possessive(self._phrase, part.end):
            return self._take_run(part, "owner")
        if self._found.name:
            return self._take_object(part)
        if said := self._said_by_anybody():
            return self._about(said)
        lead = self._role(before, after.tags if after else frozenset())
        if not lead and self._stands_before_a_place():
            lead = "in"
        return bool(lead) and self._take_run(part, lead)

    def _with_who_else(self, part: Chunk) -> Chunk:
        """Return a name with those beside it who did the same: "what did Wei and Ana write"."""
        at = self._at
        while at + 2 < len(self._parts) and self._is(self._parts[at + 1], "beside"):
            if not self._is_free(at + 2):
                break
            at += 2
        after = self._next(at)
        if at == self._at or after is None or not after.tags & _SUBJECTS_VERBS:
            return part
        joined = Chunk(part.first, self._parts[at].end, part.tags)
        self._parts[self._at : at + 1] = [joined]
        return joined

    def _is_behind_about(self) -> bool:
        """Whether "asking about", as one, leads to what is there."""
        at = self._at - 1
        while at > 0 and self._parts[at].tags == {"leave_out"}:
            at -= 1
        last = self._parts[at].end if at >= 0 else 0
        before = self._phrase.spoken[last - 1 : last]
        return before in self._known.lists["about"] and self._was("wrote")

    def _role(self, before: frozenset[str], after: frozenset[str]) -> str:
        """Return what a name may be between those words, "" for no name."""
        roles = (
            ("subject", after & _SUBJECTS_VERBS and before & _BEFORE_A_SUBJECT),
            ("in", after & _THINGS and before & _BEFORE_A_SUBJECT),
            ("in", before & _BEFORE_A_NAME and not after & (_SUBJECTS_VERBS | CLAUSES)),
            ("object", self._was("speaker") and self._was("wrote", "answered", "delivered")),
            ("object", self._was("own") and before & {"own", "to"}),
            ("object", self._was("own", "that") and after & {"delivered", "received"}),
            ("receiver", after & {"delivered", "received"} and before & {"helping", "whether"}),
        )
        return next((lead for lead, fits in roles if fits), "")

    def _said_by_anybody(self) -> int:
        """Return where that begins which "did anybody mention", "where did they say" lead to."""
        at = self._at - 1
        while at > 0 and self._parts[at].tags == {"leave_out"}:
            at -= 1
        says = self._parts[at].tags & {"wrote", "mentioned"} if at > 0 else frozenset()
        return at + 1 if says and self._was("anybody") and not self._was("me") else 0

    def _stands_before_a_place(self) -> bool:
        """Whether "channel" comes next: "how's the design channel"."""
        beside = self._next(self._at)
        return beside is not None and "channel" in beside.tags

    def _take_run(self, part: Chunk, lead: str) -> bool:
        at, first = self._at + 1, part.first
        before = self._phrase.spoken[first - 1 : first]
        if before in self._known.lists["before_names"]:
            first -= 1
        end = part.end
        while at < len(self._parts) and "channel" in self._parts[at].tags:
            end = self._parts[at].end
            at += 1
        return self._named(first, end, lead, at)

    def _take_object(self, part: Chunk) -> bool:
        """Take what a person wrote of: "did ana post the mockups"."""
        determiners = self._known.lists["determiners"]
        before = tuple(self._phrase.spoken[part.first - 1 : part.first])
        is_object = self._found.leads == "subject" and self._was("wrote", "answered", "wants")
        is_short = self._parts[-1].end - part.first <= _LONGEST_OBJECT
        if is_object and (before in determiners or is_short):
            return self._narrowed(len(self._parts))
        return False
