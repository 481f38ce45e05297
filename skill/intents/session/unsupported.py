"""What Earshot cannot do, or not yet: each is told so in its own sentence."""

from collections.abc import Callable, Mapping
from functools import partial

from postbox.store.errors import MailboxUnavailable
from skill.intents.registry import UNSUPPORTED
from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.context import NotLinked, Turn
from skill.turn.reply import Reply
from skill.turn.request import NAMED

_OFFERING: frozenset[Key] = frozenset({"cannot_call"})
"""Sentences that offer to write instead: Alexa listens for that."""

SEARCH, SEARCHED = "SearchIntent", "rest"


def _say(sentence: Key, turn: Turn) -> Reply:
    named = " ".join(filter(None, turn.slots.values()))
    offers = sentence in _OFFERING
    return Reply(say(sentence), is_slight=True, listens=offers, remember={NAMED: named})


def _search(sentence: Key, turn: Turn) -> Reply:
    """Say that there is no searching, and tell what of what is new has the words."""
    from skill.reading.guessing import among_new  # noqa: PLC0415 - only a search looks for words
    from skill.reading.reader import TellingReader  # noqa: PLC0415

    try:
        may_hear = turn.permission.hears_all
        words = turn.slots.get(SEARCHED, "")
        found = among_new(words, TellingReader.of(turn)) if may_hear else None
    except (MailboxUnavailable, NotLinked):
        found = None
    return found.after(say("cannot_search_all")) if found else _say(sentence, turn)


HANDLERS: Mapping[str, Callable[[Turn], Reply]] = {
    intent: partial(_search if intent == SEARCH else _say, sentence)
    for intent, sentence in UNSUPPORTED.items()
}
