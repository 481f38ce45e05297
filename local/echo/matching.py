"""Utterances matched against the samples of an interaction model, by hassil.

A device does this with a model trained on the samples, which also takes what is merely like them.
Here an utterance has to be a sample, word for word, with anything in the place of a slot.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from hassil import Intents, RecognizeResult, recognize_all

from local.echo.words import Word, normal, words
from local.interaction_model import InteractionModel
from local.interaction_model.builtins import own_utterances

_SLOT = re.compile(r"(\{[^{}]*\})")
_AFTER_CARRIER = re.compile(r"[.,;:!?\u2026\u2013\u2014-]+(?=\s)")
_LEADING_COMMA = re.compile(r"\A[,\uff0c\u060c\u3001]\s*")


@dataclass(frozen=True)
class Match:
    """A sample that the utterance fits, and what stands in its slots, as it was typed."""

    intent: str
    slots: dict[str, str] = field(default_factory=dict)
    carried: int = 0
    """How many words the slots took; the best match leaves them the fewest."""

    @property
    def is_exact(self) -> bool:
        """Whether the utterance is a sample without a slot."""
        return not self.slots


class Samples:
    """The samples of a model, ready to be matched."""

    def __init__(self, model: InteractionModel) -> None:
        """Take the model's samples, and for built-in intents Alexa's own."""
        sentences = {
            intent.name: [*intent.samples, *own_utterances(intent.name, model.locale)]
            for intent in model.intents.values()
        }
        slots = {slot.name for intent in model.intents.values() for slot in intent.slots}
        self._intents = Intents.from_dict(
            {
                "language": model.locale.split("-", maxsplit=1)[0],
                "intents": {
                    name: {"data": [{"sentences": [_template(each) for each in samples]}]}
                    for name, samples in sentences.items()
                    if samples
                },
                "lists": {name: {"wildcard": True} for name in slots},
            }
        )

    def best(self, text: str) -> Match | None:
        """Return the best match: a sample without a slot, else the one with the most words."""
        said = words(text)
        results = recognize_all(" ".join(word.spoken for word in said), self._intents)
        matches = [_match(text, said, result) for result in results]
        return min(matches, key=lambda match: (not match.is_exact, match.carried), default=None)


def _template(sample: str) -> str:
    # Only words and slots reach hassil: its own template signs cannot be among them.
    parts = (each if each.startswith("{") else normal(each) for each in _SLOT.split(sample))
    return " ".join(part for part in parts if part)


def _match(text: str, said: list[Word], result: RecognizeResult) -> Match:
    starts = _starts(said)
    slots: dict[str, str] = {}
    carried = 0
    for entity in result.entities_list:
        first, last = _span(entity, starts)
        slots[entity.name] = _cut(text, said, first, last)
        carried += last - first
    return Match(result.intent.name, slots, carried)


def _starts(said: list[Word]) -> list[int]:
    starts, at = [], 0
    for word in said:
        starts.append(at)
        at += len(word.spoken) + 1
    return starts


def _span(entity: Any, starts: list[int]) -> tuple[int, int]:
    start, end = entity.text_span
    return bisect_left(starts, start), bisect_left(starts, end)


def _cut(text: str, said: list[Word], first: int, last: int) -> str:
    """Return what was typed from word `first` to before word `last`, with all that surrounds it."""
    start = said[first - 1].end if first else 0
    end = said[last].start if last < len(said) else len(text)
    raw = text[start:end]
    pause = _AFTER_CARRIER.match(raw) if first else None
    if pause:
        return raw[pause.end() :].strip()
    return _LEADING_COMMA.sub("", raw.strip(), count=1) if first else raw.strip()
