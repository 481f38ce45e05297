"""Text to SSML, in the one place where it is escaped.

Alexa answers INVALID_RESPONSE to markup that is not well-formed, and ask-sdk's `speak()` escapes
nothing.
"""

import re
import unicodedata
from html import escape

_BEGINS, _TAG_ENDS, _ENDS = "\ue010", "\ue011", "\ue012"
"""Private characters around a stretch in another language; no text of Slack's keeps such."""
_STRETCH = f"{_BEGINS}([A-Za-z-]+){_TAG_ENDS}([^{_BEGINS}{_ENDS}]*){_ENDS}?"
_LANGUAGES = {
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fr": "fr-FR",
    "hi": "hi-IN",
    "it": "it-IT",
    "ja": "ja-JP",
    "pt": "pt-BR",
}
"""What Alexa's voices speak in `<lang>`.

https://developer.amazon.com/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html
"""


def to_ssml(text: str) -> str:
    """Return the text as SSML: escaped, without characters that XML or a voice cannot take."""
    if text.isprintable():
        return escape(text, quote=False)
    if _BEGINS not in text:
        return _escaped(text)
    plain = re.split(_STRETCH, text)
    parts = [_escaped(plain[0])]
    for tag, words, after in zip(plain[1::3], plain[2::3], plain[3::3], strict=True):
        parts += [f'<lang xml:lang="{tag}">{_escaped(words)}</lang>', _escaped(after)]
    return "".join(parts)


def in_language(text: str, language: str, locale: str) -> str:
    """Return a text marked as of another language than the voice's, where the voice speaks it.

    Args:
        text: plain text.
        language: such as "de"; "" where it is not known.
        locale: the voice's, such as "en-US".
    """
    tag = _LANGUAGES.get(language)
    if tag is None or language == locale.split("-")[0] or not text:
        return text
    return f"{_BEGINS}{tag}{_TAG_ENDS}{text}{_ENDS}"


def _escaped(text: str) -> str:
    return escape("".join(filter(_speakable, text)), quote=False)


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
