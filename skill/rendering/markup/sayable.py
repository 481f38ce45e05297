"""Characters that can be said, or that an emoji is made of.

The others are taken out first of all, so that nothing means something else once they are gone: a
mark that nobody sees inside a link or a mention hides it from whoever reads markup. What is spoken
without being read as markup, such as names, meets skill/speech/ssml.py only, the last door.
"""

_JOINERS = "\u200c\u200d"
"""Persian, Hindi and emoji are written with them."""
_TAGS = range(0xE0020, 0xE0080)
"""Flags of regions are made of them."""
_PICTOGRAPHS = range(0x1F000, 0x1FB00)
"""Kept although this Python may not know the newest of them yet."""


def sayable(text: str) -> str:
    """Return the text without controls, surrogates, private and unknown characters.

    What turns the direction of writing goes, too: the ear has none.
    """
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
    code = ord(character)
    is_part = character in _JOINERS or code in _TAGS or code in _PICTOGRAPHS
    return character if is_part else ""
