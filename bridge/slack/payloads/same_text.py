"""Whether a text that Slack returns is one that was sent. Pure.

Slack gives back what it made of a text: addresses as links, signs escaped, emoji as names.
"""

import re

from bridge.slack.payloads.mentions import unescaped

_LABELLED = re.compile(r"<[^<>|]*\|([^<>]*)>")


def is_same(sent: str, found: str) -> bool:
    """Compare letters and digits, in the text as people see it."""
    return _letters(sent) == _letters(found)


def _letters(text: str) -> str:
    seen = unescaped(_LABELLED.sub(r"\1", text))
    return (
        "".join(character for character in seen.casefold() if character.isalnum()) or seen.strip()
    )
