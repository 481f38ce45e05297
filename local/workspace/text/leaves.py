"""What stands in a line of rich text: words, mentions, links, emoji, styles.

Source: docs.slack.dev/reference/block-kit/blocks/rich-text-block.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from local.workspace.text.text import unescape

Leaf = dict[str, Any]
Style = Mapping[str, bool]

_EMOJI = r":(?P<emoji>(?=[\w+'-]*[a-z]|[+-]1:|100:)[a-z0-9_+'-]+)(?:::skin-tone-(?P<tone>[2-6]))?:"
_LEAVES = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|<(?P<markup>[^<>]+)>"
    rf"|(?<!\w){_EMOJI}"
    r"|(?<!\w)\*(?P<bold>\S(?:[^*\n]*\S)?)\*(?!\w)"
    r"|(?<!\w)_(?P<italic>\S(?:[^_\n]*\S)?)_(?!\w)"
    r"|(?<!\w)~(?P<strike>\S(?:[^~\n]*\S)?)~(?!\w)"
)
_STYLES = ("bold", "italic", "strike")
_UNICODE = {
    "+1": "1f44d",
    "-1": "1f44e",
    "100": "1f4af",
    "bug": "1f41b",
    "cake": "1f370",
    "coffee": "2615",
    "eyes": "1f440",
    "fire": "1f525",
    "heart": "2764-fe0f",
    "joy": "1f602",
    "pray": "1f64f",
    "rocket": "1f680",
    "rotating_light": "1f6a8",
    "slightly_smiling_face": "1f642",
    "smile": "1f604",
    "sob": "1f62d",
    "tada": "1f389",
    "thinking_face": "1f914",
    "thumbsup": "1f44d",
    "warning": "26a0-fe0f",
    "wave": "1f44b",
    "white_check_mark": "2705",
    "x": "274c",
}
_TONES = {"2": "1f3fb", "3": "1f3fc", "4": "1f3fd", "5": "1f3fe", "6": "1f3ff"}


def leaves_of(text: str) -> list[Leaf]:
    """Return the leaves of a text that Slack keeps, in its own escaped form."""
    return list(_leaves(text, {}))


def _leaves(text: str, style: Style) -> Iterator[Leaf]:
    position = 0
    for found in _LEAVES.finditer(text):
        yield from _words(text[position : found.start()], style)
        yield from _found(found, style)
        position = found.end()
    yield from _words(text[position:], style)


def _found(found: re.Match[str], style: Style) -> Iterator[Leaf]:
    for name in _STYLES:
        if found[name]:
            yield from _leaves(found[name], {**style, name: True})
    if found["code"]:
        yield from _words(found["code"], {**style, "code": True})
    elif found["emoji"]:
        yield _styled(_emoji(found["emoji"], found["tone"]), style)
    elif found["markup"]:
        yield _styled(_marked(found["markup"]), style)


def _words(text: str, style: Style) -> Iterator[Leaf]:
    if text:
        yield _styled({"type": "text", "text": unescape(text)}, style)


def _styled(leaf: Leaf, style: Style) -> Leaf:
    return {**leaf, "style": dict(style)} if style else leaf


def _emoji(name: str, tone: str | None) -> Leaf:
    """Return an emoji; a workspace's own one has no code points."""
    leaf: Leaf = {"type": "emoji", "name": name}
    points = [_UNICODE[name]] if name in _UNICODE else []
    if tone:
        leaf["skin_tone"] = int(tone)
        points += [_TONES[tone]] if points else []
    return {**leaf, "unicode": "-".join(points)} if points else leaf


def _marked(markup: str) -> Leaf:
    target, _, label = markup.partition("|")
    kind, rest = target[:1], target[1:]
    if kind == "@":
        return {"type": "user", "user_id": rest}
    if kind == "#":
        return {"type": "channel", "channel_id": rest}
    if rest.startswith("subteam^"):
        return {"type": "usergroup", "usergroup_id": rest.removeprefix("subteam^")}
    if kind == "!" and "^" not in rest:
        return {"type": "broadcast", "range": rest}
    if kind == "!":
        return {"type": "text", "text": unescape(label)}
    link = {"type": "link", "url": unescape(target)}
    return {**link, "text": unescape(label)} if label else link
