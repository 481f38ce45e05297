"""Small texts without markup: labels, titles and names."""

import re

from skill.rendering.emoji.emoji_marks import MARK, marked, put_back
from skill.rendering.emoji.emoji_table import Named
from skill.rendering.listener import Listener
from skill.rendering.markup.links import MAIL, URL, WEB_SITE, address, bare_link
from skill.rendering.markup.sayable import sayable
from skill.rendering.signs import has_any

_LIKE_MARKUP = re.compile(r"<(?=[@#!])")
_ADDRESSES = re.compile(rf"(?P<url>{URL}|{WEB_SITE})|(?P<mail>{MAIL})")


def plain(text: str, listener: Listener) -> str:
    """Return a text in words: addresses told, emoji by name, escapes undone."""
    if not text:
        return ""
    text = sayable(text)
    if may_have_addresses(text):
        text = _ADDRESSES.sub(lambda found: _address(found, listener), text)
    emoji: list[Named] = []
    text = unescaped(marked(text, emoji, listener.phrases.locale))
    return " ".join(put_back(text, emoji, listener).split())


def name(text: str, listener: Listener) -> str:
    """Return a name as it is called: emoji around it are decoration, unless it has nothing else."""
    if text.isascii() and text.isprintable() and not has_any(text, b":&<"):
        return " ".join(text.split())
    emoji: list[Named] = []
    bare = marked(sayable(text), emoji, listener.phrases.locale)
    if emoji and any(map(str.isalnum, bare)):
        bare, emoji = bare.replace(MARK, " "), []
    return " ".join(put_back(unescaped(bare), emoji, listener).split())


def may_have_addresses(text: str) -> bool:
    """Whether it is worth looking for addresses."""
    return "://" in text or "@" in text or "www." in text or "WWW." in text


def unescaped(text: str) -> str:
    """Undo Slack's three escapes, once, and keep what then looks like markup from being that."""
    if "&" in text:
        # The sign that begins an escape comes last: what it makes is none.
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return unlike_markup(text)


def unlike_markup(text: str) -> str:
    """Keep a `<` that was typed apart from what would make it look like a mention."""
    return _LIKE_MARKUP.sub("< ", text) if "<" in text else text


def _address(found: re.Match[str], listener: Listener) -> str:
    if found["mail"]:
        return address(found["mail"], listener.phrases)
    return bare_link(found["url"], listener).words
