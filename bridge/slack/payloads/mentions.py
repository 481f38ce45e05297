"""The text of a post: plain, but for the mentions that were asked for. Pure.

Whatever is dictated is escaped, so that nothing else becomes markup: no <!here>, no <!channel>.
"""

import re
from collections.abc import Iterable, Iterator

_MENTION = re.compile(r"([0-9]{1,6}):([0-9]{1,6}):([UW][A-Z0-9]+)")


def with_mentions(text: str, mentions: Iterable[str]) -> str:
    """Return the text as Slack takes it, with its "start:end:user id" spans as mentions.

    A span that is malformed, outside the text or begun within another one stays plain text.
    """
    parts, position = [], 0
    for start, end, user_id in sorted(_spans(mentions)):
        if position <= start < end <= len(text):
            parts += [escaped(text[position:start]), f"<@{user_id}>"]
            position = end
    return "".join([*parts, escaped(text[position:])])


def escaped(text: str) -> str:
    """Return plain text as Slack takes it: `&`, `<` and `>` escaped, and nothing else."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """Return what `escaped` was given."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _spans(mentions: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    for mention in mentions:
        if found := _MENTION.fullmatch(str(mention)):
            yield int(found[1]), int(found[2]), found[3]
