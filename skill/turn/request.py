"""A request: what was asked, by whom, where and when."""

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from postbox.frozen import Frozen
from skill.speech.phrases import Phrases
from skill.turn.question import QUESTION, Pending, Question
from skill.turn.speaking import Speaking

QUIET = "quiet"
"""Under this name a session remembers that it began with a reading: Alexa only listens there."""
SAID = "said"
"""Under this name a session remembers what was said last, for "repeat that"."""
DID = "did"
"""Under this name a session remembers the intent that was answered last."""
HELPED = "helped"
"""Under this name a session remembers the topics that help told of."""
SENT = "sent"
"""Under this name a session remembers what was sent in it last."""
JUST_SENT = "just sent"
"""Under this name a session remembers, for one turn, that the last answer sent something."""
NAMED = "named"
"""Under this name a session remembers, for one turn, who was named in what cannot be done."""
LASTING = ("reading", SENT, QUIET, DID, HELPED)
"""What stays remembered through turns that have nothing to do with it."""

PLACE, TIME, ABOUT, ASKS, LEADS = "place", "time", "about", "asks", "leads"
"""Slots that narrow what is asked for, as skill/dialog/asked.py fills them: where, when, of
what; what asks ("who"); what leads to the name ("in")."""
LIMITS = (PLACE, TIME, ABOUT)
PEOPLE = "people"
"""What asks where it asks who."""
IN = "in"
"""What leads to a place."""


class Device(Frozen):
    """The Echo that a request came from, and how Alexa lets the skill ask about it."""

    id: str
    api_endpoint: str
    api_access_token: str = field(repr=False)


class Request(Frozen):
    """A request, as far as answering it needs to know: facts, and nothing that can be done."""

    request_id: str
    session_id: str
    spoken_at: float
    """When Alexa heard it, in epoch seconds; the same in a repeated request."""
    phrases: Phrases
    link_id: str
    opens_session: bool
    """Whether this is the first request of its session."""
    is_launch: bool = False
    slots: Mapping[str, str] = field(default_factory=dict)
    """Values by slot name; slots that were not filled are absent."""
    resolved_ids: frozenset[str] = frozenset()
    """Ids that Alexa's entity resolution found in the slots: a vote, not a verdict."""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    """What the last answer of the session left to remember."""
    received_at: float = 0.0
    """When it came in here, in epoch seconds."""
    speaking: Speaking | None = None
    """Who speaks, where Earshot is shared; None where it has one owner."""
    taken_over: str = ""
    """The id of the request with which this account took over a session of somebody else's."""
    lost_words: bool = False
    """Whether somebody else's message was in the making here; it came to nothing."""
    device: Device | None = None
    """The Echo that heard it, where Alexa tells of it."""

    @property
    def locale(self) -> str:
        """The locale whose words are spoken."""
        return self.phrases.locale

    @cached_property
    def question(self) -> Question | None:
        """The question that the last answer asked, if it is one of those that may be open."""
        plain = self.attributes.get(QUESTION)
        found = Question.from_plain(plain) if plain else None
        return found if found and found.pending else None

    @property
    def pending(self) -> Pending:
        """What is asked by the open question."""
        return self.question.pending if self.question else Pending.NOTHING

    def remembered(self, key: str) -> Any:
        """Return what the open question, else the session, remembers under this name, or None."""
        if self.question and key in self.question.remember:
            return self.question.remember[key]
        return self.attributes.get(key)

    @property
    def is_one_shot(self) -> bool:
        """Whether it was said in one breath ("ask Slack for replies"), not in an open session."""
        return self.opens_session and not self.is_launch
