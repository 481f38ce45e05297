"""Text to SSML, in the one place where it is escaped.

Alexa answers INVALID_RESPONSE to markup that is not well-formed, and ask-sdk's `speak()` escapes
nothing.
"""

import unicodedata
from xml.sax.saxutils import escape


def to_ssml(text: str) -> str:
    """Return the text as SSML: escaped, without characters that XML or a voice cannot take."""
    if text.isprintable():
        return escape(text)
    return escape("".join(filter(_speakable, text)))


def at_rate(speech: str, percent: int) -> str:
    """Return SSML that is spoken at a rate, in per cent of the usual one; 20 is the least."""
    return speech if percent == 100 else f'<prosody rate="{percent}%">{speech}</prosody>'


def _speakable(character: str) -> bool:
    if character in "\n\t ":
        return True
    # Cc controls, Cs lone surrogates, Cn/Co unassigned and private: not XML, or not sayable.
    # Of Cf only joiners stay: Persian and Hindi need them; no ear has a direction of writing.
    if character in "\u200c\u200d":
        return True
    category = unicodedata.category(character)
    return category not in {"Cc", "Cf", "Cs", "Cn", "Co"} and character not in "\ufffe\uffff"
