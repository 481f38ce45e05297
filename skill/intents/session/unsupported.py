"""What Earshot cannot do, or not yet: each is told so in its own sentence."""

from collections.abc import Callable, Mapping
from functools import partial

from skill.intents.registry import UNSUPPORTED
from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply

SEARCH, SEARCHED = "SearchIntent", "rest"


def _say(sentence: Key, turn: Turn) -> Reply:
    del turn
    return Reply(say(sentence), is_slight=True)


def _search(sentence: Key, turn: Turn) -> Reply:
    """Say that there is no searching, and tell what of what is new has the words."""
    from skill.reading.guessing import among_new  # noqa: PLC0415 - only a search looks for words

    cannot = say(sentence)
    found = among_new(turn.slots.get(SEARCHED, ""), turn)
    return found.after(say("cannot_search_all")) if found else Reply(cannot, is_slight=True)


HANDLERS: Mapping[str, Callable[[Turn], Reply]] = {
    intent: partial(_search if intent == SEARCH else _say, sentence)
    for intent, sentence in UNSUPPORTED.items()
}
