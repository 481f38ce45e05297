"""Blocks other than rich text, as bots send them.

Kinds: https://docs.slack.dev/reference/block-kit/blocks. Buttons and menus are left out: nobody can
press them by voice.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from skill.rendering.blocks.harvest import texts_within
from skill.rendering.blocks.rich_text import rich_text
from skill.rendering.joining import flowing
from skill.rendering.lines.layout import laid_out
from skill.rendering.lines.tables import table_words
from skill.rendering.listener import Listener
from skill.rendering.markup.flow import line, said
from skill.rendering.markup.markdown import as_mrkdwn
from skill.rendering.shapes import mapping, rows, text
from skill.rendering.terms.kind import is_by_a_machine

_Block = Mapping[str, Any]
_PRESSED = {"actions", "context_actions", "divider"}


def blocks_words(blocks: Iterable[_Block], listener: Listener) -> str:
    """Return all blocks in words, one after another."""
    return flowing(block_words(block, listener) for block in blocks)


def block_words(block: _Block, listener: Listener) -> str:
    """Return one block in words; those of an unknown kind have texts in them too."""
    kind = text(block.get("type"))
    if kind in _PRESSED:
        return ""
    if kind in _KINDS:
        return _KINDS[kind](block, listener)
    return flowing(mrkdwn(words, listener) for words in texts_within(block))


def mrkdwn(text: str, listener: Listener) -> str:
    """Return mrkdwn in words."""
    return laid_out(said(text, listener, mrkdwn=True), listener) if text else ""


def image(title: str, listener: Listener) -> str:
    """Return an image by its title."""
    phrases = listener.phrases
    if not title:
        return phrases.plain("an_image")
    return phrases.plain("titled", what=phrases.plain("an_image"), title=title)


def _text_object(value: object, listener: Listener) -> str:
    return mrkdwn(text(value) or text(mapping(value).get("text")), listener)


def _section(block: _Block, listener: Listener) -> str:
    accessory = mapping(block.get("accessory"))
    return flowing(
        [
            _text_object(block.get("text"), listener),
            *(_text_object(row, listener) for row in rows(block.get("fields"))),
            _image(accessory, listener) if accessory.get("type") == "image" else "",
        ]
    )


def _context(block: _Block, listener: Listener) -> str:
    elements = rows(block.get("elements"))
    return flowing(
        _image(element, listener)
        if element.get("type") == "image"
        else _text_object(element.get("text"), listener)
        for element in elements
    )


_FILES_NAME = re.compile(r"\.[a-zA-Z0-9]{2,4}$")


def _image(block: _Block, listener: Listener) -> str:
    title = text(block.get("title")) or text(mapping(block.get("title")).get("text"))
    told = title or text(block.get("alt_text"))
    is_a_files_name = _FILES_NAME.search(told) and is_by_a_machine(_FILES_NAME.sub("", told))
    return image("" if is_a_files_name else line(told, listener), listener)


def _video(block: _Block, listener: Listener) -> str:
    title = text(mapping(block.get("title")).get("text")) or text(block.get("alt_text"))
    what = listener.phrases.plain("a_video")
    words = line(title, listener)
    about = _text_object(block.get("description"), listener)
    titled = listener.phrases.plain("titled", what=what, title=words) if words else what
    return flowing([titled, about])


def _markdown(block: _Block, listener: Listener) -> str:
    return mrkdwn(as_mrkdwn(text(block.get("text"))), listener)


def _table(block: _Block, listener: Listener) -> str:
    lines = block.get("rows")
    found = [
        [_cell(cell, listener) for cell in rows(line)]
        for line in (lines if isinstance(lines, list) else [])
    ]
    return table_words(list(filter(any, found)), listener.phrases, has_heads=True)


def _cell(cell: _Block, listener: Listener) -> str:
    if cell.get("type") == "rich_text":
        return rich_text(cell, listener)
    return line(text(cell.get("text")), listener)


def _call(block: _Block, listener: Listener) -> str:
    call = mapping(mapping(block.get("call")).get("v1"))
    name = line(text(call.get("name")), listener)
    what = listener.phrases.plain("a_call")
    return listener.phrases.plain("titled", what=what, title=name) if name else what


_KINDS: Mapping[str, Callable[[_Block, Listener], str]] = {
    "rich_text": rich_text,
    "section": _section,
    "header": lambda block, to: _text_object(block.get("text"), to),
    "context": _context,
    "image": _image,
    "video": _video,
    "markdown": _markdown,
    "table": _table,
    "call": _call,
    "input": lambda block, to: _text_object(block.get("label"), to),
}
