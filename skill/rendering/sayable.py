"""Characters that can be said, or that an emoji is made of.

The others are taken out first of all, so that nothing means something else once they are gone.
"""

import unicodedata

_KEPT = {"Cf"}
"""Joiners and direction marks; Persian, Hindi and right-to-left names need them."""
_PICTOGRAPHS = range(0x1F000, 0x1FB00)
"""Kept although this Python may not know the newest of them yet."""


def sayable(text: str) -> str:
    """Return the text without controls, surrogates, private and unknown characters."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return "".join(map(_said, text.replace("\r\n", "\n")))


def _said(character: str) -> str:
    if character.isprintable():
        return character
    if character in "\n\r\u2028\u2029":
        return "\n"
    if character.isspace():
        return " "
    if ord(character) in _PICTOGRAPHS or unicodedata.category(character) in _KEPT:
        return character
    return ""
