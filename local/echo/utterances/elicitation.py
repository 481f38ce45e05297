"""What is said after Dialog.ElicitSlot: the answer, or something else.

Alexa still listens for every intent while she asks for a slot, and leans towards the slot. How far
is not written anywhere that could be found; assumed here, so that it can be told beforehand:

- A sample without a slot ("stop", "send it", "did it go through") is meant as it always is.
- A phrase (AMAZON.SearchQuery) is dictation. Only a carrier of the same intent is taken off ("send
  I'm late" says "I'm late"); everything else goes into the slot, also what would be another intent
  outside a question ("tell him I'm late", "to be honest, no").
- For a custom type, a name that the type knows is the answer, also when a sample could take it
  apart ("post mortem"). Otherwise the sample that leaves the fewest words to a slot wins, of the
  slot or of any intent ("to Ana" says "Ana"; "the second one", "add: call me", "change it to noon"
  are what they always are). What fits no sample is the answer as a whole.
- A number or an ordinal is never other words: these lead to the fallback intent.
"""

from functools import cache

from local.echo.directives import Asked
from local.echo.utterances.entities import Entities
from local.echo.utterances.matcher import Samples
from local.echo.utterances.sample import Match
from local.interaction_model import InteractionModel
from local.interaction_model.builtins import NARROW_TYPES, PHRASE_TYPES


class Answers:
    """Understands what is said while a slot is asked for."""

    def __init__(self, model: InteractionModel, samples: Samples, entities: Entities) -> None:
        """Understand by the model, its samples, and the names that are known."""
        self._model = model
        self._samples = samples
        self._entities = entities
        self._of_slot = cache(self._slot_samples)

    def answer(self, spoken: str, asked: Asked) -> Match | None:
        """Return what is meant; None when the slot cannot take it and nothing else does."""
        worded = self.in_words(spoken, asked)
        if worded is not None:
            return worded
        if self._type(asked) in NARROW_TYPES:
            return None
        return Match(asked.intent, {asked.slot: spoken.strip()})

    def in_words(self, spoken: str, asked: Asked) -> Match | None:
        """Return what is meant by a sample; None when the words as a whole are the answer."""
        best = self._samples.best(spoken)
        if best is not None and best.is_exact:
            return best
        if best is not None and best.takes_anything:
            best = None
        of_slot = self._of_slot(asked.intent, asked.slot)
        own = of_slot.best(spoken) if of_slot else None
        if self._type(asked) in PHRASE_TYPES:
            best = self._samples.best(spoken, intent=asked.intent)
        elif own is not None and self._entities.knows(self._type(asked), own.slots[asked.slot]):
            return own
        found = [match for match in (own, best) if match is not None and not match.takes_anything]
        return min(found, key=lambda match: match.carried, default=None)

    def _type(self, asked: Asked) -> str:
        return self._model.slot(asked.intent, asked.slot).type

    def _slot_samples(self, intent: str, slot: str) -> Samples | None:
        samples = self._model.slot(intent, slot).samples
        return Samples(self._model, {intent: samples}) if samples else None
