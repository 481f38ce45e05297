"""A phrase as parts: words that say what is wanted, a name, a time, a subject matter. Pure.

Every word is in a part, or the phrase is no request.
"""

from dataclasses import replace

from skill.understanding.phrase import Phrase
from skill.understanding.requests.chunks import Part, chunks, is_possessive
from skill.understanding.requests.parts import Parts
from skill.understanding.requests.vocabulary import Vocabulary

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
_NO_PLACE = frozenset(
    {
        "anybody", "somebody_known", "that", "device", "message", "what", "happening",
        "catch_up", "direct", "thread", "who", "where",
    }
)  # fmt: skip
"""What may stand behind "in", "on" or "from" and is no name."""
_HAS_A_SUBJECT = ("wrote", "answered", "message", "mentioned", "that", "where", "reply")
_BESIDE = frozenset({"leave_out", "me", "helping"})
_THINGS = frozenset({"message", "direct", "reply", "thread"})
_CLAUSES = frozenset({"when", "whether", "where", "what", "who"})
_LONGEST_NAME = 5
_LONGEST_TIME = 9
_LONGEST_OBJECT = 4


class Parser:
    """Takes one phrase apart."""

    def __init__(self, phrase: Phrase, first: int, known: Vocabulary) -> None:
        """Take the phrase from word `first` on."""
        self._phrase, self._known = phrase, known
        self._parts = chunks(phrase, first, known)
        self._found = Parts()
        self._at = 0

    def parts(self) -> Parts | None:
        """Return what the words are; None where some are nothing that a request has."""
        while self._at < len(self._parts):
            if not self._take(self._parts[self._at]):
                return None
        return self._found

    def _take(self, part: Part) -> bool:
        if part.is_free:
            return self._take_free(part)
        if "time" in part.tags:
            return self._timed(self._at, self._at + 1)
        if "time_leads" in part.tags or self._leads_to_a_time(part):
            return self._take_time() or self._take_otherwise(part, "time_leads")
        if "about" in part.tags:
            return self._take_about()
        is_last = self._next(self._at) is None and "leave_out" in part.tags
        if part.tags & {"from", "in"} and not is_last:
            return self._take_place(part)
        if part.tags & _CLAUSES and self._was("wrote"):
            if self._found.leads == "subject":
                return self._narrowed(len(self._parts))
            if self._was("anybody") and self._at + 1 < len(self._parts):
                return self._about(self._at + 1)
        self._keep(part)
        return True

    def _keep(self, part: Part) -> None:
        if "numbers" in part.tags and self._found.amount is None:
            words = self._phrase.spoken[part.first : part.end]
            self._found.amount = self._known.amount(" ".join(words))
        self._found.said.append(part)
        self._at += 1

    def _timed(self, first: int, at: int) -> bool:
        self._found.limits = replace(self._found.limits, time=self._text(first, at))
        return self._narrowed(at)

    def _text(self, first: int, end: int) -> str:
        return self._phrase.between(self._parts[first].first, self._parts[end - 1].end)

    def _narrowed(self, at: int) -> bool:
        self._found.is_narrowed = True
        self._at = at
        return True

    def _leads_to_a_time(self, part: Part) -> bool:
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
        size = self._parts[at - 1].end - lead.end
        return 0 < size <= _LONGEST_TIME and self._timed(self._at, at)

    def _take_otherwise(self, part: Part, tag: str) -> bool:
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

    def _about(self, first: int) -> bool:
        about = self._text(first, len(self._parts))
        self._found.limits = replace(self._found.limits, about=about)
        return self._narrowed(len(self._parts))

    def _is_behind_about(self) -> bool:
        """Whether "asking about", as one, leads to what is there."""
        at = self._at - 1
        while at > 0 and self._parts[at].tags == {"leave_out"}:
            at -= 1
        last = self._parts[at].end if at >= 0 else 0
        before = self._phrase.spoken[last - 1 : last]
        return before in self._known.lists["about"] and self._was("wrote")

    def _take_place(self, part: Part) -> bool:
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

    def _is_named(self, part: Part, at: int, *, is_first: bool) -> bool:
        if part.is_free:
            return True
        if self._is(part, "joins") or self._owns(part):
            after = self._next(at)
            return after is not None and (after.is_free or is_first)
        return not part.tags & _ENDS_A_NAME

    def _owns(self, part: Part) -> bool:
        return self._is(part, "owners")

    def _named(self, first: int, end: int, lead: str, at: int) -> bool:
        if end - first > _LONGEST_NAME:
            return False
        text = self._phrase.between(first, end)
        for ending in ("'s", "\u2019s", "'", "\u2019"):
            text = text.removesuffix(ending)
        self._found.name, self._found.leads = text, lead
        self._at = at
        return True

    def _take_free(self, part: Part) -> bool:
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

    def _role(self, before: frozenset[str], after: frozenset[str]) -> str:
        """Return what a name may be between those words, "" for no name."""
        roles = (
            ("subject", after & _SUBJECTS_VERBS and before & _BEFORE_A_SUBJECT),
            ("in", after & _THINGS and before & _BEFORE_A_SUBJECT),
            ("in", before & _BEFORE_A_NAME and not after & (_SUBJECTS_VERBS | _CLAUSES)),
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

    def _take_run(self, part: Part, lead: str) -> bool:
        at, first = self._at + 1, part.first
        before = self._phrase.spoken[first - 1 : first]
        if before in self._known.lists["before_names"]:
            first -= 1
        end = part.end
        while at < len(self._parts) and "channel" in self._parts[at].tags:
            end = self._parts[at].end
            at += 1
        return self._named(first, end, lead, at)

    def _take_object(self, part: Part) -> bool:
        """Take what a person wrote of: "did ana post the mockups"."""
        determiners = self._known.lists["determiners"]
        before = tuple(self._phrase.spoken[part.first - 1 : part.first])
        is_object = self._found.leads == "subject" and self._was("wrote", "answered", "wants")
        is_short = self._parts[-1].end - part.first <= _LONGEST_OBJECT
        if is_object and (before in determiners or is_short):
            return self._narrowed(len(self._parts))
        return False

    def _before(self) -> frozenset[str]:
        """Return what stands before, without what only stands beside."""
        for part in reversed(self._parts[: self._at]):
            rest = part.tags - _BESIDE
            if "helping" in part.tags:
                return part.tags
            if rest or part.is_free:
                return rest
        return frozenset()

    def _after(self) -> Part | None:
        for part in self._parts[self._at + 1 :]:
            if "channel" in part.tags:
                continue
            if not part.tags or part.tags - _BESIDE:
                return part
        return None

    def _next(self, at: int) -> Part | None:
        return self._parts[at + 1] if at + 1 < len(self._parts) else None

    def _is_free(self, at: int) -> bool:
        return at < len(self._parts) and self._parts[at].is_free

    def _was(self, *tags: str) -> bool:
        return any(part.tags.intersection(tags) for part in self._found.said)

    def _is(self, part: Part, name: str) -> bool:
        """Whether its words are in a list."""
        return self._phrase.spoken[part.first : part.end] in self._known.lists[name]
