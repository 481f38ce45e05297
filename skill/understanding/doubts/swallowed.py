"""Words that a carrier of one intent took from another's sentences. Pure.

Alexa's choice is statistical: "send it again" may come as words to be sent. What each carrier may
swallow is known from the interaction model, which writes locales/<language>/carriers.json.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache

from skill.speech.languages import language_of
from skill.understanding.language import LOCALES


def swallowed(intent: str, words: str, locale: str) -> tuple[str, ...]:
    """Return the intents whose sentences these words are the end of; () for none.

    Only whole sentences without a slot count: "links", "it again", not "it to Ana".
    """
    known = _carriers(language_of(locale)).get(intent, {})
    return tuple(known.get(" ".join(words.casefold().replace("\u2019", "'").split()), ()))


@cache
def _carriers(language: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    loaded = json.loads((LOCALES / language / "carriers.json").read_text(encoding="utf-8"))
    found: Mapping[str, Mapping[str, Sequence[str]]] = loaded["swallowed"]
    return found
