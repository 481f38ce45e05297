"""Running text: Slack's marks and pieces in, words out.

What must not be touched again (names, links, code) stands aside as OPAQUE characters while styles,
emoji and escapes of the text around it are dealt with, and comes back in the same order.
"""

import re
from functools import cache

from skill.rendering.code import code_blocks, pasted
from skill.rendering.emoji.emoji_marks import MARK, OPAQUE, marked, put_back
from skill.rendering.emoji.emoji_table import Named, by_code
from skill.rendering.lines.bars import with_votes
from skill.rendering.lines.wrapped import is_open
from skill.rendering.listener import Listener
from skill.rendering.markup.entities import ESCAPED, entity_piece
from skill.rendering.markup.links import MAIL, URL, WEB_SITE, address, bare_link
from skill.rendering.markup.pieces import filled_in
from skill.rendering.markup.placing import Piece, PieceKind
from skill.rendering.markup.plain import unescaped
from skill.rendering.markup.sayable import sayable
from skill.rendering.markup.styles import SILENT, without_styles
from skill.rendering.signs import is_prose
from skill.rendering.terms.terms import worded

_FENCES = r"```(?P<fence>.*?)```|`(?P<code>[^`\n]+)`"
_TICKS = r"(?<![\w`])`(?P<code>[^`\n]{1,200})`(?![\w`])"
"""What people mean for code also where Slack's own box did not take it for that."""
_ANY_ENTITY = r"<(?P<entity>[^<>]*)>"
_SURE_ENTITY = r"<(?P<entity>[@#!][^<>]*|[A-Za-z][\w+.-]*:[^<>\s][^<>]*)>"
"""What blocks have as text was typed so: only what can be nothing else is markup there."""
_OTHER_ENTITIES = (
    r"<(?P<cut>[@#!]\w[^\s<>]*|https?://[^\s<>]*)"
    rf"|&lt;(?P<escaped>{ESCAPED}|(?:https?://|www\.)[^\s<>&]*)&gt;"
)


@cache
def _pieces(*, code: bool, mail: bool) -> re.Pattern[str]:
    kinds = [_ANY_ENTITY if code else _SURE_ENTITY, _OTHER_ENTITIES, rf"(?P<url>{URL}|{WEB_SITE})"]
    kinds.insert(0, _FENCES if code else _TICKS)
    if mail:
        kinds.append(f"(?P<mail>{MAIL})")
    return re.compile("|".join(kinds), re.DOTALL)


_MARKDOWN_LINK = re.compile(
    r"\[([^\[\]<>|\n]{1,200})\]\(<?(https?://[^\s<>()|]{1,500})(?:\|[^<>\n]{0,500})?>?\)"
)
"""Markdown's own, which bots send where Slack has another."""
_NO_PROSE = ("www.", "XD", "xD")
_WORTH_A_LOOK = ("<", "`", "@", "&lt;", "://", "www.", "WWW.")


_BEGINS_ANEW = re.compile(f"\n *[{OPAQUE}{MARK}]")


def _begins_anew(line: str, kind: PieceKind | None) -> bool:
    return line[:1] == MARK or kind is PieceKind.LINK


class Flow:
    """One stretch of text, put together from pieces in order."""

    def __init__(self, listener: Listener) -> None:
        """Begin with nothing."""
        self._listener = listener
        self._parts: list[str] = []
        self._opaque: list[Piece] = []
        self._emoji: list[Named] = []
        self._locale = listener.phrases.locale

    def text(self, text: str, *, mrkdwn: bool) -> None:
        """Add text; only mrkdwn has strikes and code in it."""
        if is_prose(text) and not any(map(text.__contains__, _NO_PROSE)):
            self._parts.append(worded(text, self._listener.phrases))
            return
        text = sayable(text)
        if not pasted.may_be_pasted(text):
            self._running(text, mrkdwn=mrkdwn)
            return
        for stretch in pasted.stretches(text):
            if stretch.is_code:
                code = unescaped(stretch.text)
                self.words(code_blocks.block(code, self._listener), PieceKind.BLOCK)
                # A line that is code says itself where it ends.
                self._parts.append(stretch.end and f".{stretch.end}")
            else:
                self._running(stretch.text + stretch.end, mrkdwn=mrkdwn)

    def _running(self, text: str, *, mrkdwn: bool) -> None:
        """Add text that is no code."""
        if mrkdwn:
            text = with_votes(text, self._listener.phrases)
        if "](" in text:
            text = _MARKDOWN_LINK.sub(r"<\2|\1>", text)
        text = self._without_pieces(text, mrkdwn=mrkdwn)
        text = self._without_silent(without_styles(text, self._struck if mrkdwn else None))
        text = unescaped(marked(text, self._emoji, self._locale, with_faces=True))
        self._parts.append(worded(text, self._listener.phrases))

    def code(self, code: str) -> None:
        """Add code: its colons and stars are its own."""
        text = self._without_pieces(sayable(code), mrkdwn=False)
        self._parts.append(unescaped(marked(text, self._emoji, self._locale, codes=False)))

    def words(self, words: str, kind: PieceKind = PieceKind.WORDS) -> None:
        """Add words that are ready to be said."""
        self.piece(Piece(words, kind))

    def piece(self, piece: Piece) -> None:
        """Add a piece that is ready to be said."""
        self._parts.append(OPAQUE)
        self._opaque.append(piece)

    def emoji(self, code: str) -> None:
        """Add an emoji by the name that Slack gives it."""
        self._parts.append(MARK)
        self._emoji.append(by_code(code, self._locale))

    def said(self) -> str:
        """Return the words, with line breaks where the text has them."""
        text = self._with_ends("".join(self._parts))
        text = put_back(text, self._emoji, self._listener)
        return filled_in(text, self._opaque, self._listener) if self._opaque else text

    def _with_ends(self, text: str) -> str:
        """End lines before those that begin with a link, with code or with an emoji."""
        if not _BEGINS_ANEW.search(text):
            return text
        lines = text.split("\n")
        position = 0
        for number, line in enumerate(lines[:-1]):
            position += line.count(OPAQUE)
            following = lines[number + 1].lstrip(" ")
            if not line.rstrip()[-1:].isalnum():
                continue
            kind = self._opaque[position].kind if following[:1] == OPAQUE else None
            goes_on = is_open(line, self._listener.phrases)
            if kind is PieceKind.BLOCK or (_begins_anew(following, kind) and not goes_on):
                lines[number] = f"{line.rstrip()}."
        return "\n".join(lines)

    def _struck(self, text: str) -> str:
        return self._listener.phrases.plain("struck_out", text=text)

    def _without_silent(self, text: str) -> str:
        """Drop the pieces that stand in what was struck out."""
        if SILENT not in text:
            return text
        first = len(self._opaque) - text.count(OPAQUE)
        before = [part.endswith(SILENT) for part in text.split(OPAQUE)[:-1]]
        kept = [
            piece
            for piece, is_silent in zip(self._opaque[first:], before, strict=True)
            if not is_silent
        ]
        self._opaque[first:] = kept
        return text.replace(SILENT + OPAQUE, "")

    def _without_pieces(self, text: str, *, mrkdwn: bool) -> str:
        if not any(map(text.__contains__, _WORTH_A_LOOK)):
            return text
        return _pieces(code=mrkdwn, mail="@" in text).sub(self._set_aside, text)

    def _set_aside(self, found: re.Match[str]) -> str:
        self._opaque.append(self._piece(found, found.lastgroup or ""))
        return OPAQUE

    def _piece(self, found: re.Match[str], kind: str) -> Piece:
        listener = self._listener
        match kind:
            case "fence":
                return _fence(found, listener)
            case "code":
                words = code_blocks.inline(_code(found[kind], listener), listener)
                return Piece(words, PieceKind.CODE)
            case "url":
                return bare_link(found[kind], listener)
            case "mail":
                return Piece(address(found[kind], listener.phrases))
            case _:
                return entity_piece(found[kind], listener)


def _fence(found: re.Match[str], listener: Listener) -> Piece:
    """Return a block of code; one of a few words within a sentence is said as these words."""
    code = _code(found["fence"], listener)
    text, (start, end) = found.string, found.span()
    before, after = text[max(0, start - 2) : start].rstrip(" "), text[end : end + 2].lstrip(" ")
    within = (before and before[-1] not in "\n:") or (after and after[0] != "\n")
    if within and code.strip() and code_blocks.is_short(code):
        return Piece(code_blocks.inline(code.strip(), listener), PieceKind.CODE)
    return Piece(code_blocks.block(code, listener), PieceKind.BLOCK)


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
