"""What Earshot cannot do, or not yet: each is told so in its own sentence."""

from collections.abc import Callable, Mapping
from functools import partial

from skill.intents.registry import UNSUPPORTED
from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import NAMED

_OFFERING: frozenset[Key] = frozenset({"cannot_call"})
"""Sentences that offer to write instead: Alexa listens for that."""


def _say(sentence: Key, turn: Turn) -> Reply:
    named = " ".join(filter(None, turn.slots.values()))
    offers = sentence in _OFFERING
    return Reply(say(sentence), is_slight=True, listens=offers, remember={NAMED: named})


HANDLERS: Mapping[str, Callable[[Turn], Reply]] = {
    intent: partial(_say, sentence) for intent, sentence in UNSUPPORTED.items()
}
