"""Lines that only draw: =====, - - -, and what is drawn around a heading."""

import re

from skill.rendering.signs import has_any

_DRAWN = "-=_*~#+.─━═—–·•"
_LEAST = 3
_AROUND = re.compile(
    r"^[ \t]*+[-=_*~#+─━═—–]{3,}+[ \t]++|(?<![ \t])[ \t]++[-=_*~#+─━═—–]{3,}+[ \t]*+$"
)
_WITHIN = re.compile(r"(?<=\s)[-=_*~#+─━═]{4,}+(?=\s)")

_DRAWING = re.compile(r"[-=_*~#+.─━═—–·•](?:[ \t]?[-=_*~#+.─━═—–·•]){2}")


def may_have_rules(text: str) -> bool:
    """Whether it is worth looking for what only draws."""
    is_likely = has_any(text, b"-=_*~#+") or not text.isascii()
    return is_likely and _DRAWING.search(text) is not None


def is_rule(line: str) -> bool:
    """Whether a line parts what stands above and below it, and says nothing."""
    bare = "".join(line.split())
    return len(bare) >= _LEAST and not bare.strip(_DRAWN) and bool(bare.strip(".…"))


def undecorated(line: str) -> str:
    """Return a line without what is drawn on its sides and within it."""
    return _WITHIN.sub(",", _AROUND.sub("", line))
