"""Dictated text as it is posted.

Alexa hands dictation over in lower case and without punctuation. The words are the speaker's and
stay; only what English spelling asks for everywhere, the capital I, is put right.
"""

import re
import unicodedata

MAX_CHARACTERS = 4000
"""Slack's advice for one message; chat.postMessage truncates far above it, without an error."""

_ENGLISH_I = re.compile(r"\bi(?=\b(?!\.\w))(?!-)")


class EmptyMessage(ValueError):
    """Nothing was dictated."""


class MessageTooLong(ValueError):
    """More was dictated than fits into one post."""


def written(dictated: str | None, locale: str) -> str:
    """Return the text to post, or raise EmptyMessage or MessageTooLong."""
    text = _printable(dictated or "").strip()
    if not text:
        raise EmptyMessage
    if locale.startswith("en"):
        text = _ENGLISH_I.sub("I", text)
    if len(text) > MAX_CHARACTERS:
        raise MessageTooLong
    return text


def _printable(text: str) -> str:
    # Control characters and lone surrogates are no speech, and Slack or JSON may choke on them.
    return "".join(
        each for each in text if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Cs"}
    )
