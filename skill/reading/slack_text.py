"""Slack's mrkdwn to words that a person would say: never an id, never markup.

The escapes are Slack's: `<...>` for what it recognised, and exactly `&amp; &lt; &gt;`, undone once
and last (https://docs.slack.dev/messaging/formatting-message-text).
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from skill.reading import emoji_names
from skill.reading.names import SpokenNames

_CODE_BLOCK = re.compile(r"```(.*?)```", re.DOTALL)
_ENTITY = re.compile(r"<([^<>]+)>")
_STYLES = [
    re.compile(rf"(?<![\w{mark}]){mark}(?=\S)([^\n]*?\S){mark}(?![\w{mark}])")
    for mark in (r"\*", "_", "~", "`")
]
_BROADCASTS = {"here": "everyone here", "channel": "the channel", "everyone": "everyone"}
_ESCAPES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def spoken(text: str, names: SpokenNames) -> str:
    """Return Slack text as plain words."""
    words = _CODE_BLOCK.sub(_code_block, text)
    words = _ENTITY.sub(_entity(names), words)
    words = re.sub(r"^(?:&gt;)+ ?", "", words, flags=re.MULTILINE)
    for style in _STYLES:
        words = style.sub(r"\1", words)
    words = emoji_names.spoken(words)
    return re.sub(r"&(?:lt|gt|amp);", lambda found: _ESCAPES[found[0]], words).strip()


def _code_block(match: re.Match[str]) -> str:
    lines = len(match[1].strip("\n").splitlines())
    size = "one line" if lines <= 1 else f"{lines} lines"
    return f" a code block of {size} "


def _entity(names: SpokenNames) -> Callable[[re.Match[str]], str]:
    def said(match: re.Match[str]) -> str:
        target, _, label = match[1].partition("|")
        sigil, rest = target[:1], target[1:]
        if sigil == "@":
            return names.person(rest) or label or "somebody"
        if sigil == "#":
            return label or names.conversation(rest) or "a channel"
        if sigil == "!":
            return _special(rest, label)
        return _link(target, label)

    return said


def _special(command: str, label: str) -> str:
    kind = command.split("^")[0]
    if kind in _BROADCASTS:
        return _BROADCASTS[kind]
    if kind == "subteam":
        return label.removeprefix("@") or "a group"
    return label or ("a date" if kind == "date" else "")


def _link(target: str, label: str) -> str:
    if target.startswith(("mailto:", "tel:")):
        return label or target.partition(":")[2]
    site = _site(target)
    if not label or _site(label) == site:
        return f"a link to {site}" if site else "a link"
    return label


def _site(address: str) -> str:
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return host.removeprefix("www.").replace(".", " dot ") if "." in host else ""
