"""Text as it can be stored, sent and logged. Pure."""

import re

REPLACEMENT = "\ufffd"
_LONE_SURROGATE = r"[\ud800-\udfff]"


def storable(text: str) -> str:
    """Return a text without halves of characters, which UTF-8 has no bytes for.

    JSON may bring them, and no table, queue or log takes them. Each becomes U+FFFD.
    """
    return text if text.isascii() else re.sub(_LONE_SURROGATE, REPLACEMENT, text)
