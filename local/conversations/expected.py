"""Expected against heard or seen: spaces folded, `...` for anything. Pure."""

import re

ANYTHING = "..."


def agrees(expected: str, actual: str) -> bool:
    """Whether the actual text is what was expected."""
    parts = [re.escape(folded(part)) for part in expected.split(ANYTHING)]
    pattern = r"\s*.*?\s*".join(parts)
    return re.fullmatch(pattern, folded(actual), re.DOTALL) is not None


def folded(text: str) -> str:
    """Return the text with runs of white space as one space."""
    return " ".join(text.split())
