"""Lines and blocks one after another, so that a voice pauses where the eye would."""

from collections.abc import Iterable

_NO_END_NEEDED = (*".!?:;,…。！？、，।؟", "-", "–", "—")


def flowing(parts: Iterable[str]) -> str:
    """Join texts with spaces, ending each but the last, and fold the spaces in them."""
    given = [folded for each in parts if (folded := " ".join(each.split()))]
    ended = [each if each.endswith(_NO_END_NEEDED) else f"{each}." for each in given[:-1]]
    return " ".join([*ended, *given[-1:]])
