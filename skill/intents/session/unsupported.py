"""What Earshot cannot do, or not yet: each is told so in its own sentence."""

from collections.abc import Callable, Mapping
from functools import partial

from skill.intents.registry import UNSUPPORTED
from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply


def _say(sentence: Key, turn: Turn) -> Reply:
    del turn
    return Reply(say(sentence), is_slight=True)


HANDLERS: Mapping[str, Callable[[Turn], Reply]] = {
    intent: partial(_say, sentence) for intent, sentence in UNSUPPORTED.items()
}
