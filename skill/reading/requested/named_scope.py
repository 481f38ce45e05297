"""Whose messages, or which conversation's, are meant by a spoken name: one, or a question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from skill.reading.planning.scope import Of, Scope
from skill.speech.said import one_of, say
from skill.turn.naming import Naming
from skill.turn.question import RECIPIENT_SLOT, Pending, Question
from skill.turn.reply import Reply
from skill.turn.request import LIMITS, Request
from skill.understanding.answers.whom.pointed_out import position
from skill.understanding.names.aloud import spoken_name, told_apart
from skill.understanding.names.candidate import Candidate, Kind
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty, Resolution
from skill.understanding.phrase import Phrase

OFFERED = "offered"
"""Under this name a question remembers what was wanted, whom was asked about, and how often."""

TOLD = frozenset({"read", "count", "catch up", "last", "earlier"})
"""What is wanted and only told, so that part of a name is enough."""

Act = Callable[[Scope, Mapping[str, str]], Reply]
"""Acts on what a name means, as narrowly as further slots say."""


@dataclass(frozen=True)
class Offer:
    """The question which of several is meant, and for what."""

    wanted: str
    candidates: tuple[Candidate, ...]
    is_repeated: bool = False
    limits: Mapping[str, str] = field(default_factory=dict)
    """What narrows the request, by its slots."""

    @classmethod
    def of(cls, request: Request) -> "Offer | None":
        """Take up the question that the last answer asked."""
        plain = request.remembered(OFFERED)
        if not plain:
            return None
        wanted, candidates, is_repeated, limits = plain
        return cls(wanted, tuple(map(_candidate, candidates)), bool(is_repeated), limits)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values."""
        candidates = [
            [candidate.id, candidate.name, str(candidate.kind)] for candidate in self.candidates
        ]
        return {OFFERED: [self.wanted, candidates, self.is_repeated, dict(self.limits)]}

    def act(self, candidate: Candidate, act: Act) -> Reply:
        """Act on one of them, as narrowly as it was asked for."""
        return act(scope_of(candidate), self.limits)


def meant(spoken: str, wanted: str, naming: Naming, act: Act) -> Reply:
    """Act on what a name means where that is certain; else ask which, or say that it is unknown."""
    found = naming.recipients(spoken)
    if found.certainty is Certainty.UNKNOWN:
        return Reply(say("cannot_find", name=spoken), is_slight=True)
    if len(found.resolutions) > 1:
        return Reply(say("one_name_at_a_time"), is_slight=True)
    resolution = found.resolutions[0]
    if found.certainty is Certainty.CERTAIN or (wanted in TOLD and _is_part(resolution)):
        return act(scope_of(resolution.candidates[0]), {})
    slots = naming.request.slots
    limits = {name: slots[name] for name in LIMITS if slots.get(name)}
    return _asked(Offer(wanted, resolution.candidates, limits=limits), naming)


def _is_part(resolution: Resolution) -> bool:
    """Whether all that was said are words of the only name that is like it: "okrs" of "q4 okrs"."""
    if resolution.rivals != 1 or len(resolution.candidates) != 1:
        return False
    name, said = Phrase(resolution.candidates[0].name).spoken, Phrase(resolution.spoken).spoken
    return {*said} <= {*name}


def chosen(spoken: str, naming: Naming, act: Act) -> Reply:
    """Act on the answer to the question which is meant; asked again once."""
    offer = Offer.of(naming.request)
    if offer is None:
        return Reply(say("yes_to_what"))
    place = position(spoken, len(offer.candidates), naming.request.locale)
    if place is not None:
        return offer.act(offer.candidates[place], act)
    one = _only(naming.among(spoken, offer.candidates)) or _certain(naming.recipients(spoken))
    if one:
        return offer.act(one, act)
    if offer.is_repeated:
        return Reply(say("left_at_that"))
    return _asked(replace(offer, is_repeated=True), naming)


def agreed(naming: Naming, act: Act) -> Reply:
    """Act on a yes: to the only one that was offered."""
    offer = Offer.of(naming.request)
    if offer is None:
        return Reply(say("yes_to_what"))
    if len(offer.candidates) > 1:
        return _asked(offer, naming)
    return offer.act(offer.candidates[0], act)


def scope_of(candidate: Candidate) -> Scope:
    """Return what a name stands for, when it is to be heard."""
    of = Of.PERSON if candidate.kind is Kind.PERSON else Of.CONVERSATION
    return Scope(of, candidate.id, spoken_name(candidate))


def _asked(offer: Offer, naming: Naming) -> Reply:
    names = told_apart(offer.candidates, naming.book.directory)
    speech = say("which", names=one_of(names))
    reprompt = say("which_to_hear_reprompt")
    question = Question(Pending.WHICH_TO_HEAR, reprompt, offer.plain(), elicits=RECIPIENT_SLOT)
    return Reply(speech, question)


def _only(found: Recipients) -> Candidate | None:
    if len(found.resolutions) != 1 or found.resolutions[0].rivals != 1:
        return None
    return found.resolutions[0].candidates[0]


def _certain(found: Recipients) -> Candidate | None:
    if found.certainty is not Certainty.CERTAIN or len(found.resolutions) != 1:
        return None
    return found.resolutions[0].candidates[0]


def _candidate(plain: Any) -> Candidate:
    identifier, name, kind = plain
    return Candidate(identifier, name, Kind(kind), 1.0, "offered")
