"""From an utterance to what the skill is asked."""

from dataclasses import dataclass, field

from local.echo.directives import Asked
from local.echo.utterances.elicitation import Answers
from local.echo.utterances.entities import Entities
from local.echo.utterances.invocation import Called, after_wake_word, called
from local.echo.utterances.matcher import samples_of
from local.echo.utterances.sample import Match
from local.echo.utterances.words import as_a_device_hears, normal
from local.interaction_model import InteractionModel
from local.interaction_model.builtins import PHRASE_TYPES

_LEADING = frozenset({"and", "to", "that"})
"""Connecting words behind which a message begins."""
_SUBJECT = "that"
"""The connecting word that may as well be what the message is about."""
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

    def __init__(
        self,
        model: InteractionModel,
        *,
        hears_lower_case: bool = False,
        entities: Entities | None = None,
    ) -> None:
        """Understand by `model`; with `hears_lower_case` slots come as a device hands them over.

        Without `entities` only the model's own names are known.
        """
        self._model = model
        self._samples = samples_of(model)
        self._answers = Answers(model, self._samples, entities or Entities(model, lambda: 0.0))
        self._hears_lower_case = hears_lower_case

    def opening(self, utterance: str) -> Meaning | None:
        """Return what an utterance means without a session; None when it is not for the skill."""
        call = self._call(utterance)
        if call is None:
            return None
        if not call.requests:
            return Meaning(None, begins=True)
        return self._meaning(self._requested(call), begins=True)

    def following(self, utterance: str, asked: Asked | None = None) -> Meaning:
        """Return what an utterance means in an open session, where `asked` may be asked for."""
        call = self._call(utterance, asked)
        if call is not None and (
            call.woken or (not call.requests and not self._is_dictation(asked))
        ):
            return self.opening(utterance) or Meaning(None, begins=True)
        spoken = self._without_wake_word(utterance, asked)
        if normal(spoken) in _LEAVING:
            return Meaning(None, leaves=True)
        match = self._requested(call) if call else None
        if call and call.requests and not match and not self._is_dictation(asked):
            spoken = call.requests[0]
        if match is None and asked is not None:
            match = self._answers.answer(spoken, asked)
        elif match is None and call is None:
            match = self._samples.best(spoken)
        return self._meaning(match, asked=asked)

    def _call(self, utterance: str, asked: Asked | None = None) -> Called | None:
        call = called(utterance, self._model.invocation_name)
        if call is None or call.surely:
            return call
        match = self._requested(call)
        # "Slack send is broken" may be dictated; "Slack, replies" is no dictation. What begins with
        # a slot may be anything: "Slack off today" is not "off" of today.
        certain = match is not None and not match.slot_first and (asked is None or match.is_exact)
        return call if certain else None

    def _is_dictation(self, asked: Asked | None) -> bool:
        """Whether words are asked for that may be "open Slack" themselves."""
        return asked is not None and self._model.slot(asked.intent, asked.slot).type in PHRASE_TYPES

    def _requested(self, call: Called) -> Match | None:
        """Return what the skill was asked for.

        The word that connects the request to the skill's name is none of the request's: "ask Slack
        to order a pizza" is not for whom "order a pizza" is. Only more of a sample shows that the
        word is the request's own, as in "for replies" or "to send {message}". A message that is
        dictated without a verb keeps it ("in five minutes we start"), save for "to" and "that": so
        "ask Slack for the weather" is no message about the weather.
        """
        *without, whole = [self._samples.best(text) for text in call.requests] or [None]
        matches = []
        if whole and (not without or whole.is_exact or whole.fixed > 1 or self._is_dictated(whole)):
            matches.append(whole)
        for match in without:
            if match and (call.connector in _LEADING or not self._is_dictated(match)):
                matches.insert(0, match)
                if call.connector == _SUBJECT and whole and whole.carried <= match.carried + 1:
                    # "Tell Slack that was the last one" is not "was the last one".
                    matches = [whole]
        # A word that nothing else is made of is the request's own: "about the picnic".
        return min(matches, key=lambda match: match.badness, default=whole)

    def _is_dictated(self, match: Match) -> bool:
        types = {slot.name: slot.type for slot in self._model.intents[match.intent].slots}
        return any(types[name] in PHRASE_TYPES for name in match.slots)

    def _without_wake_word(self, utterance: str, asked: Asked | None) -> str:
        rest = after_wake_word(utterance)
        if not rest:
            return utterance
        # A dictated message may begin with the name of somebody called Alexa.
        if asked is None or self._answers.in_words(rest, asked) or normal(rest) in _LEAVING:
            return rest
        return utterance

    def _meaning(
        self, match: Match | None, *, begins: bool = False, asked: Asked | None = None
    ) -> Meaning:
        best = match or Match(FALLBACK)
        slots = {name: self._value(value) for name, value in best.slots.items()}
        if asked is not None and asked.intent == best.intent:
            slots = {**asked.slots, **slots}
        return Meaning(best.intent, slots, begins=begins)

    def _value(self, typed: str) -> str | None:
        return (as_a_device_hears(typed) if self._hears_lower_case else typed) or None
