"""The rich text that Slack's clients send beside `text` of what people type.

Source: docs.slack.dev/reference/block-kit/blocks/rich-text-block.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from local.workspace.text.leaves import leaves_of
from local.workspace.text.text import unescape

Block = dict[str, Any]

_FENCE = re.compile(r"```(?:(?P<language>[a-z][a-z0-9+#]*)\n)?\n?(?P<code>.+?)\n?```\n?", re.DOTALL)
_QUOTE = re.compile(r"&gt; ?")
_BULLET = re.compile(r"[•*-] +(?=\S)")
_NUMBER = re.compile(r"(?<!\d)\d+[.)] +(?=\S)")
_KINDS = {"quote": _QUOTE, "bullet": _BULLET, "ordered": _NUMBER}


def rich_text(kept: str, block_id: str) -> tuple[str, tuple[Block, ...]]:
    """Return the text as Slack keeps it of a typed one, and its blocks: none for no text.

    In the text, the items of a list begin with a bullet, and code does not name its language.
    """
    elements = list(_elements(kept))
    if not elements:
        return kept, ()
    return _plain(kept), ({"type": "rich_text", "block_id": block_id, "elements": elements},)


def _elements(kept: str) -> Iterator[Block]:
    position = 0
    for fence in _FENCE.finditer(kept):
        yield from _paragraphs(kept[position : fence.start()])
        yield _preformatted(fence)
        position = fence.end()
    yield from _paragraphs(kept[position:])


def _preformatted(fence: re.Match[str]) -> Block:
    code = {"type": "text", "text": unescape(fence["code"])}
    block: Block = {"type": "rich_text_preformatted", "elements": [code], "border": 0}
    return {**block, "language": fence["language"]} if fence["language"] else block


def _paragraphs(text: str) -> Iterator[Block]:
    lines = text.splitlines(keepends=True)
    for kind, group in groupby(lines, _kind):
        of_kind = list(group)
        if kind == "section":
            yield {"type": "rich_text_section", "elements": leaves_of("".join(of_kind))}
            continue
        bare = [_KINDS[kind].sub("", line.rstrip("\n"), count=1) for line in of_kind]
        if kind == "quote":
            yield {"type": "rich_text_quote", "elements": leaves_of("\n".join(bare))}
        else:
            yield _list(kind, bare)


def _list(style: str, items: list[str]) -> Block:
    sections = [{"type": "rich_text_section", "elements": leaves_of(item)} for item in items]
    return {
        "type": "rich_text_list",
        "style": style,
        "indent": 0,
        "border": 0,
        "elements": sections,
    }


def _kind(line: str) -> str:
    return next((kind for kind, pattern in _KINDS.items() if pattern.match(line)), "section")


def _plain(kept: str) -> str:
    parts: list[str] = []
    position = 0
    for fence in _FENCE.finditer(kept):
        after = "\n" if fence[0].endswith("\n") else ""
        parts += [_bulleted(kept[position : fence.start()]), f"```{fence['code']}```{after}"]
        position = fence.end()
    return "".join([*parts, _bulleted(kept[position:])])


def _bulleted(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(
        _BULLET.sub("• ", line, count=1) if _kind(line) == "bullet" else line for line in lines
    )
