"""Lines and blocks one after another, so that a voice pauses where the eye would."""

import re
from collections.abc import Iterable

_NO_END_NEEDED = (*".!?:;,…。！？、，।؟", "-", "–", "—")
_LOOSE = re.compile(r" (?=[,.;!?](?:\s|$))")
_MAYBE_LOOSE = (" ,", " .", " ;", " !", " ?")


def folded(text: str) -> str:
    """Return a text with its spaces folded, and none before a mark."""
    text = " ".join(text.split())
    return _LOOSE.sub("", text) if any(map(text.__contains__, _MAYBE_LOOSE)) else text


def flowing(parts: Iterable[str]) -> str:
    """Join texts with spaces, ending each but the last, and fold the spaces in them."""
    given = [text for part in parts if (text := folded(part))]
    ended = [part if part.endswith(_NO_END_NEEDED) else f"{part}." for part in given[:-1]]
    return " ".join([*ended, *given[-1:]])
