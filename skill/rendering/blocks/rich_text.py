"""Rich text blocks: what people type in Slack's own box.

Shapes: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from skill.rendering.blocks.harvest import texts_within
from skill.rendering.code import code_blocks
from skill.rendering.code.languages import language
from skill.rendering.dates import said_date
from skill.rendering.lines.layout import DEEPEST_LIST, Item, Part, assembled, laid_out, list_words
from skill.rendering.listener import Listener
from skill.rendering.markup import links
from skill.rendering.markup.entities import broadcast, channel, group, person
from skill.rendering.markup.flow import Flow, line
from skill.rendering.markup.placing import Piece, PieceKind
from skill.rendering.markup.plain import plain
from skill.rendering.markup.styles import without_styles
from skill.rendering.shapes import DEEPEST, mapping, rows, text, whole

_Leaf = Mapping[str, Any]


def rich_text(block: Mapping[str, Any], listener: Listener, depth: int = 0) -> str:
    """Return a rich text block, or one of its parts, in words."""
    return assembled(_parts(rows(block.get("elements")), listener, depth), listener)


def _parts(elements: Iterable[_Leaf], listener: Listener, depth: int) -> Iterator[Part]:
    items: list[Item] = []
    leaves: list[_Leaf] = []
    for element in elements:
        kind = text(element.get("type"))
        if items and kind != "rich_text_list":
            yield Part(list_words(items, listener))
            items = []
        if leaves and kind in _CONTAINERS:
            yield Part(section(leaves, listener))
            leaves = []
        if kind == "rich_text_list":
            items += _items(element, listener, depth + 1)
        elif kind == "rich_text_quote":
            yield Part(_inner(element, listener, depth + 1), is_quote=True)
        elif kind == "rich_text_preformatted":
            yield Part(_block(element, listener))
        elif kind in _CONTAINERS:
            yield Part(_inner(element, listener, depth + 1))
        else:
            leaves.append(element)
    yield Part(list_words(items, listener) if items else section(leaves, listener))


_CONTAINERS = {
    "rich_text",
    "rich_text_section",
    "rich_text_list",
    "rich_text_quote",
    "rich_text_preformatted",
}


def _inner(element: _Leaf, listener: Listener, depth: int) -> str:
    elements = rows(element.get("elements"))
    if any(text(child.get("type")) in _CONTAINERS for child in elements):
        return rich_text(element, listener, depth) if depth < DEEPEST else ""
    return section(elements, listener)


def _items(element: _Leaf, listener: Listener, depth: int) -> Iterator[Item]:
    level = min(whole(element.get("indent")), DEEPEST_LIST)
    ordered = element.get("style") == "ordered"
    first = whole(element.get("offset")) + 1
    for number, row in enumerate(rows(element.get("elements")), start=first):
        if row.get("type") == "rich_text_list":
            yield from _items(row, listener, depth + 1) if depth < DEEPEST else ()
        elif words := _point(row, listener, depth):
            yield Item(level, str(number) if ordered else "", words)


def _point(element: _Leaf, listener: Listener, depth: int) -> str:
    if element.get("type") == "rich_text_preformatted":
        return _block(element, listener)
    if "elements" in element:
        return _inner(element, listener, depth)
    return section([element], listener)


def _block(element: _Leaf, listener: Listener) -> str:
    flow = Flow(listener)
    for leaf in rows(element.get("elements")):
        flow.code(text(leaf.get("text")) or text(leaf.get("url")))
    return code_blocks.block(flow.said(), listener, language(text(element.get("language"))))


def section(leaves: Sequence[_Leaf], listener: Listener) -> str:
    """Return one paragraph, or several with line breaks between them."""
    struck = [leaf for leaf in leaves if _is_struck(leaf)]
    kept = [leaf for leaf in leaves if not _is_struck(leaf)]
    if struck and not _has_words(kept):
        return listener.phrases.plain("struck_out", text=_flowing(struck, listener))
    return _flowing(kept, listener)


def _flowing(leaves: Iterable[_Leaf], listener: Listener) -> str:
    flow = Flow(listener)
    for leaf in leaves:
        _add(leaf, flow, listener)
    return laid_out(flow.said(), listener)


def _is_struck(leaf: _Leaf) -> bool:
    return mapping(leaf.get("style")).get("strike") is True


def _has_words(leaves: Iterable[_Leaf]) -> bool:
    return any(
        leaf.get("type") != "text" or any(map(str.isalnum, text(leaf.get("text"))))
        for leaf in leaves
    )


def _add(leaf: _Leaf, flow: Flow, listener: Listener) -> None:
    kind = text(leaf.get("type"))
    written = text(leaf.get("text"))
    if kind == "text":
        if mapping(leaf.get("style")).get("code") is True:
            inside = Flow(listener)
            inside.code(written)
            flow.words(code_blocks.inline(inside.said(), listener), PieceKind.CODE)
        else:
            flow.text(written, mrkdwn=False)
    elif kind == "emoji":
        flow.emoji(text(leaf.get("name")) or "emoji")
    elif kind == "link":
        flow.piece(_link(leaf, listener))
    elif kind in _SAID:
        is_call = kind in {"user", "usergroup", "broadcast"}
        words = _SAID[kind](leaf, listener)
        flow.words(words, PieceKind.CALL if is_call else PieceKind.WORDS)
    else:
        flow.text(" ".join(texts_within(leaf)), mrkdwn=False)


def _link(leaf: _Leaf, listener: Listener) -> Piece:
    label = plain(without_styles(text(leaf.get("text"))), listener)
    return links.linked(text(leaf.get("url")), label, listener)


def _date(leaf: _Leaf, listener: Listener) -> str:
    pattern = line(text(leaf.get("format")), listener) or "{date}"
    instead = line(text(leaf.get("fallback")), listener)
    return said_date(leaf.get("timestamp"), pattern, instead, listener)


_SAID: Mapping[str, Callable[[_Leaf, Listener], str]] = {
    "user": lambda leaf, to: person(text(leaf.get("user_id")), to),
    "channel": lambda leaf, to: channel(text(leaf.get("channel_id")), to),
    "usergroup": lambda leaf, to: group(text(leaf.get("usergroup_id")), to),
    "broadcast": lambda leaf, to: broadcast(text(leaf.get("range")), to) or text(leaf.get("range")),
    "date": _date,
    "color": lambda leaf, _: text(leaf.get("value")).removeprefix("#"),
    "team": lambda _, to: to.phrases.plain("a_workspace"),
}
