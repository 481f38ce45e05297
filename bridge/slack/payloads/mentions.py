"""The text of a post: plain, but for the mentions that were asked for. Pure.

Whatever is dictated is escaped, so that nothing else becomes markup: no <!here>, no <!channel>.
"""

import re
from collections.abc import Iterable

from postbox.outbox.commands import Mention

_USER_ID = re.compile(r"[UW][A-Z0-9]+")


def with_mentions(text: str, mentions: Iterable[Mention]) -> str:
    """Return the text as Slack takes it, with these mentions.

    One of nobody, outside the text or begun within another one stays plain text.
    """
    parts, position = [], 0
    for mention in sorted(mentions, key=lambda each: (each.start, each.end)):
        is_within = position <= mention.start < mention.end <= len(text)
        if is_within and _USER_ID.fullmatch(mention.user_id):
            parts += [escaped(text[position : mention.start]), f"<@{mention.user_id}>"]
            position = mention.end
    return "".join([*parts, escaped(text[position:])])


def escaped(text: str) -> str:
    """Return plain text as Slack takes it: `&`, `<` and `>` escaped, and nothing else."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """Return what `escaped` was given."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
