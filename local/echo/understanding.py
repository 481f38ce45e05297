"""From an utterance to what the skill is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from local.echo.directives import Asked
from local.echo.invocation import Called, after_wake_word, called
from local.echo.matching import Match, Samples
from local.echo.words import as_a_device_hears, normal
from local.interaction_model import InteractionModel

FALLBACK = "AMAZON.FallbackIntent"
_LEAVING = frozenset({"exit", "quit"})
"""Alexa ends the session at these by herself, without asking the skill."""


@dataclass(frozen=True)
class Meaning:
    """What an utterance asks of the skill."""

    intent: str | None
    """None: it is only opened."""
    slots: dict[str, str | None] = field(default_factory=dict)
    begins: bool = False
    """Whether it begins a session, also when one is open."""
    leaves: bool = False
    """Whether the person leaves the session."""


class Understanding:
    """Understands utterances by an interaction model."""

    def __init__(self, model: InteractionModel, *, hears_lower_case: bool = False) -> None:
        """Understand by `model`; with `hears_lower_case` slots come as a device hands them over."""
        self._model = model
        self._samples = Samples(model)
        self._hears_lower_case = hears_lower_case

    def opening(self, utterance: str) -> Meaning | None:
        """Return what an utterance means without a session; None when it is not for the skill."""
        call = self._call(utterance)
        if call is None:
            return None
        if not call.requests:
            return Meaning(None, begins=True)
        return self._meaning(call.requests, begins=True)

    def following(self, utterance: str, asked: Asked | None = None) -> Meaning:
        """Return what an utterance means in an open session, where `asked` may be asked for."""
        call = self._call(utterance)
        if call is not None and (call.woken or (not call.requests and asked is None)):
            return self.opening(utterance) or Meaning(None, begins=True)
        spoken = self._without_wake_word(utterance, asked)
        if normal(spoken) in _LEAVING:
            return Meaning(None, leaves=True)
        requests = [spoken, *(call.requests if call else ())]
        if asked is None or self._is_a_sample(*requests):
            return self._meaning(requests)
        return Meaning(asked.intent, {**asked.slots, asked.slot: self._value(spoken.strip())})

    def _call(self, utterance: str) -> Called | None:
        call = called(utterance, self._model.invocation_name)
        if call is None or call.surely or self._is_a_sample(*call.requests):
            return call
        return None

    def _is_a_sample(self, *texts: str) -> bool:
        return any(self._samples.best(text) is not None for text in texts)

    def _without_wake_word(self, utterance: str, asked: Asked | None) -> str:
        rest = after_wake_word(utterance)
        if not rest:
            return utterance
        # A dictated message may begin with the name of somebody called Alexa.
        if asked is None or self._is_a_sample(rest) or normal(rest) in _LEAVING:
            return rest
        return utterance

    def _meaning(self, texts: Iterable[str], *, begins: bool = False) -> Meaning:
        matches = [match for text in texts if (match := self._samples.best(text)) is not None]
        best = min(matches, key=_badness, default=Match(FALLBACK))
        slots = {name: self._value(value) for name, value in best.slots.items()}
        return Meaning(best.intent, slots, begins=begins)

    def _value(self, typed: str) -> str | None:
        return (as_a_device_hears(typed) if self._hears_lower_case else typed) or None


def _badness(match: Match) -> tuple[bool, int]:
    return not match.is_exact, match.carried
