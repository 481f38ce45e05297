"""Sentences one after another, so that a voice pauses between them. Pure."""

from collections.abc import Iterable, Sequence

_ENDS = (".", "!", "?", ":", ";", "…", "。", "！", "？", "।", "؟")


def joined(sentences: Iterable[str]) -> str:
    """Join texts with spaces, giving each but the last an end where it has none."""
    given = [each for each in sentences if each]
    ended = [each if each.rstrip().endswith(_ENDS) else f"{each}." for each in given[:-1]]
    return " ".join([*ended, *given[-1:]])


def listed(names: Sequence[str], last: str) -> str:
    """Return names as one list with `last` ("and", "or") before the last of them."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
