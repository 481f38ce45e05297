"""Running text: Slack's marks and pieces in, words out.

What must not be touched again (names, links, code) stands aside as OPAQUE characters while styles,
emoji and escapes of the text around it are dealt with, and comes back in the same order.
"""

import re
from collections.abc import Sequence
from functools import cache

from skill.rendering.code.code_blocks import block, inline
from skill.rendering.emoji.emoji_marks import MARK, OPAQUE, marked, put_back
from skill.rendering.emoji.emoji_table import Named, by_code
from skill.rendering.listener import Listener
from skill.rendering.markup.entities import ESCAPED, entity
from skill.rendering.markup.links import MAIL, URL, WEB_SITE, address, bare_link
from skill.rendering.markup.plain import unescaped
from skill.rendering.markup.sayable import sayable
from skill.rendering.markup.styles import without_styles

_FENCES = r"```(?P<fence>.*?)```|`(?P<code>[^`\n]+)`"
_ANY_ENTITY = r"<(?P<entity>[^<>]*)>"
_SURE_ENTITY = r"<(?P<entity>[@#!][^<>]*|[A-Za-z][\w+.-]*:[^<>\s][^<>]*)>"
"""What blocks have as text was typed so: only what can be nothing else is markup there."""
_OTHER_ENTITIES = (
    r"<(?P<cut>[@#!]\w[^\s<>]*|https?://[^\s<>]*)"
    rf"|&lt;(?P<escaped>{ESCAPED})&gt;"
)


@cache
def _pieces(*, code: bool, mail: bool) -> re.Pattern[str]:
    kinds = [_ANY_ENTITY if code else _SURE_ENTITY, _OTHER_ENTITIES, rf"(?P<url>{URL}|{WEB_SITE})"]
    if code:
        kinds.insert(0, _FENCES)
    if mail:
        kinds.append(f"(?P<mail>{MAIL})")
    return re.compile("|".join(kinds), re.DOTALL)


_WORTH_A_LOOK = re.compile(r"[<`@]|&lt;|://|www\.", re.IGNORECASE)


class Flow:
    """One stretch of text, put together from pieces in order."""

    def __init__(self, listener: Listener) -> None:
        """Begin with nothing."""
        self._listener = listener
        self._parts: list[str] = []
        self._opaque: list[str] = []
        self._emoji: list[Named] = []

    def text(self, text: str, *, mrkdwn: bool) -> None:
        """Add text; only mrkdwn has styles and code in it."""
        text = self._without_pieces(sayable(text), mrkdwn=mrkdwn)
        if mrkdwn:
            text = without_styles(text)
        self._parts.append(unescaped(marked(text, self._emoji)))

    def code(self, code: str) -> None:
        """Add code: its colons and stars are its own."""
        text = self._without_pieces(sayable(code), mrkdwn=False)
        self._parts.append(unescaped(marked(text, self._emoji, codes=False)))

    def words(self, words: str) -> None:
        """Add words that are ready to be said."""
        self._parts.append(OPAQUE)
        self._opaque.append(words)

    def emoji(self, code: str) -> None:
        """Add an emoji by the name that Slack gives it."""
        self._parts.append(MARK)
        self._emoji.append(by_code(code))

    def said(self) -> str:
        """Return the words, with line breaks where the text has them."""
        text = put_back("".join(self._parts), self._emoji, self._listener)
        return _filled_in(text, self._opaque) if self._opaque else text

    def _without_pieces(self, text: str, *, mrkdwn: bool) -> str:
        if not _WORTH_A_LOOK.search(text):
            return text
        return _pieces(code=mrkdwn, mail="@" in text).sub(self._set_aside, text)

    def _set_aside(self, found: re.Match[str]) -> str:
        self._opaque.append(self._piece(found, found.lastgroup or ""))
        return OPAQUE

    def _piece(self, found: re.Match[str], kind: str) -> str:
        listener = self._listener
        match kind:
            case "fence":
                return f" {block(_code(found[kind], listener), listener)} "
            case "code":
                return inline(_code(found[kind], listener), listener)
            case "url":
                return bare_link(found[kind], listener)
            case "mail":
                return address(found[kind], listener.phrases)
            case _:
                return entity(found[kind], listener)


def _filled_in(text: str, pieces: Sequence[str]) -> str:
    """Put the pieces back, and keep them from growing together with the words beside them."""
    first, *others = text.split(OPAQUE)
    parts = [first]
    for piece, after in zip(pieces, others, strict=True):
        if parts[-1][-1:].isalnum() and piece[:1].isalnum():
            parts.append(" ")
        parts.append(piece)
        if piece[-1:].isalnum() and after[:1].isalnum():
            parts.append(" ")
        if after:
            parts.append(after)
    return "".join(parts)


def _code(code: str, listener: Listener) -> str:
    # Slack recognises links and names in code too, and they are never raw.
    inside = Flow(listener)
    inside.code(code)
    return inside.said()


def said(text: str, listener: Listener, *, mrkdwn: bool = False) -> str:
    """Return one text's words, with its line breaks."""
    flow = Flow(listener)
    flow.text(text, mrkdwn=mrkdwn)
    return flow.said()


def line(text: str, listener: Listener) -> str:
    """Return a title or another text of one line in words."""
    return " ".join(said(text, listener).split()) if text else ""
