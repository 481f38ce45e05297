"""Whether a name at the front of a sentence is spoken to: "Ana, can you look?", "Ana left"."""

import re

from skill.rendering.listener import Listener
from skill.rendering.terms.vocabulary import vocabulary

_FIRST = re.compile(r"(?<! ) ++([^\W\d_][\w'’]*+)(?: +([^\W\d_][\w'’]*+))?")


def turns_to(after: str, listener: Listener) -> bool:
    """Whether what follows a name is said to who is named, and not of them."""
    found = _FIRST.match(after)
    if found is None:
        return False
    word, following = found[1].lower().replace("’", "'"), (found[2] or "").lower()
    words = vocabulary(listener.phrases.locale)
    if word in words.said_to_somebody:
        return True
    if word in words.asked_of_somebody:
        return following in words.spoken_to
    return found[1][0].isupper()
