"""The text of a post, there and back: plain, but for the mentions that were asked for. Pure.

Whatever is dictated is escaped, so that nothing else becomes markup: no <!here>, no <!channel>.
Slack gives back what it made of a text: addresses as links, signs escaped, emoji as names.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postbox.outbox.commands import Mention


_USER_ID = r"[UW][A-Z0-9]+"
_LABELLED = r"<[^<>|]*\|([^<>]*)>"


def with_mentions(text: str, mentions: "Iterable[Mention]") -> str:
    """Return the text as Slack takes it, with these mentions.

    One of nobody, outside the text or begun within another one stays plain text.
    """
    parts, position = [], 0
    for mention in sorted(mentions, key=lambda asked: (asked.start, asked.end)):
        is_within = position <= mention.start < mention.end <= len(text)
        if is_within and re.fullmatch(_USER_ID, mention.user_id):
            parts += [escaped(text[position : mention.start]), f"<@{mention.user_id}>"]
            position = mention.end
    return "".join([*parts, escaped(text[position:])])


def escaped(text: str) -> str:
    """Return plain text as Slack takes it: `&`, `<` and `>` escaped, and nothing else."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """Return what `escaped` was given."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def is_same(sent: str, found: str) -> bool:
    """Compare letters and digits, in the text as people see it."""
    return _letters(sent) == _letters(found)


def _letters(text: str) -> str:
    seen = unescaped(re.sub(_LABELLED, r"\1", text))
    return (
        "".join(character for character in seen.casefold() if character.isalnum()) or seen.strip()
    )
