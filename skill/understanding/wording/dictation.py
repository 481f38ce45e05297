"""Dictated text as it is posted.

Alexa hands dictation over in lower case and without punctuation. The words are the speaker's and
stay; only what the language's spelling asks for everywhere (the capital I of English) is put right.
"""

import unicodedata

from skill.speech.languages import LANGUAGES, language_of

MAX_CHARACTERS = 4000
"""Slack's advice for one message; chat.postMessage truncates far above it, without an error."""


class EmptyMessage(ValueError):
    """Nothing was dictated."""


class MessageTooLong(ValueError):
    """More was dictated than fits into one post."""


def written(dictated: str | None, locale: str) -> str:
    """Return the text to post, or raise EmptyMessage or MessageTooLong."""
    text = _printable(dictated or "").strip()
    if not text:
        raise EmptyMessage
    text = LANGUAGES[language_of(locale)].spelled(text)
    if len(text) > MAX_CHARACTERS:
        raise MessageTooLong
    return text


def _printable(text: str) -> str:
    # Control characters and lone surrogates are no speech, and Slack or JSON may choke on them.
    return "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs"}
    )
