"""Slack's text: what a person types, what an app sends, what is kept, and what is seen.

Kept text has `&`, `<` and `>` escaped and markup in angle brackets: <@U…>, <#C…|name>, <!here>,
<https://…>. Source: docs.slack.dev/messaging/formatting-message-text.
"""

import re
from collections.abc import Callable, Mapping

_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_LINK = r"(?P<url>https?://[^\s<>|]*[^\s<>|.,;:!?'\"()\[\]{}])"
_MAIL = r"(?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
_DOMAIN = (
    r"(?P<domain>(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev)(?:/[^\s<>|]*[\w/])?(?!\w))"
)
_BROADCAST = r"(?<![\w@])@(?P<range>here|channel|everyone)\b"
_CODE = r"(?P<code>```[\s\S]+?```|`[^`\n]+`)"
_MENTION = r"(?<![\w@])(?P<mention>@)(?=\w)"
_CHANNEL = r"(?<![\w#&])#(?P<channel>[\w-]+)"
_MARKUP = re.compile(
    r"<(@[UW][A-Z0-9]+(?:\|[^<>]*)?|#C[A-Z0-9]+(?:\|[^<>]*)?|![a-z][^<>]*"
    r"|(?:https?://|mailto:|tel:)[^<>]*)>"
)
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt);)")
_LINKS = re.compile(f"{_LINK}|{_MAIL}|{_DOMAIN}", re.IGNORECASE)
_TYPED = re.compile(
    "|".join((_CODE, _LINK, _MAIL, _BROADCAST, _MENTION, _CHANNEL, _DOMAIN)), re.IGNORECASE
)
_WORD_END = re.compile(r"\w(?!\w)")
_LONGEST_NAME = 80


def escape(text: str) -> str:
    """Escape the three characters that Slack gives a meaning to."""
    for plain, escaped in _ESCAPES:
        text = text.replace(plain, escaped)
    return text


def unescape(text: str) -> str:
    """Undo `escape`."""
    for plain, escaped in reversed(_ESCAPES):
        text = text.replace(escaped, plain)
    return text


def typed_by_a_person(text: str, mentions: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """Turn what someone types in a Slack client into the text that Slack keeps.

    `mentions` maps lower-cased names to person ids, `channels` channel names to ids. A name that
    is not in them stays as it was typed, and so does all that is code.
    """
    parts: list[str] = []
    position = 0
    while found := _TYPED.search(text, position):
        markup, end = _typed_markup(found, mentions, channels)
        parts += [escape(text[position : found.start()]), markup]
        position = end
    return "".join([*parts, escape(text[position:])])


def sent_by_an_app(text: str) -> str:
    """Turn the `text` of chat.postMessage into what Slack keeps.

    Markup and the three entities stay, stray special characters are escaped, and addresses
    become links; names are not looked for (link_names and parse left out).
    """
    return _replace(_MARKUP, text, lambda found: found[0], _escape_strays)


def as_seen(text: str, people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """Render kept text as a person sees it; `people` and `channels` map ids to names."""

    def shown(found: re.Match[str]) -> str:
        target, _, label = found[1].partition("|")
        if target.startswith("@"):
            return "@" + escape(people.get(target[1:], label or target[1:]))
        if target.startswith("#"):
            return "#" + channels.get(target[1:], label or target[1:])
        if target.startswith("!date^"):
            return label
        if target.startswith("!"):
            return label or "@" + target[1:]
        return label or target

    return unescape(_MARKUP.sub(shown, text))


def _typed_markup(
    found: re.Match[str], mentions: Mapping[str, str], channels: Mapping[str, str]
) -> tuple[str, int]:
    """Return the markup for what was found, and where the rest of the text begins."""
    if found["code"]:
        return escape(found[0]), found.end()
    if found["mention"]:
        return _mention(found, mentions)
    if found["range"]:
        return f"<!{found['range'].lower()}>", found.end()
    if found["channel"]:
        name = found["channel"].lower()
        markup = f"<#{channels[name]}|{name}>" if name in channels else escape(found[0])
        return markup, found.end()
    return _link(found), found.end()


def _mention(found: re.Match[str], mentions: Mapping[str, str]) -> tuple[str, int]:
    start, text = found.end(), found.string
    ends = [word.end() for word in _WORD_END.finditer(text, start, start + _LONGEST_NAME)]
    for end in reversed(ends):
        person = mentions.get(text[start:end].lower())
        if person:
            return f"<@{person}>", end
    return found[0], start


def _link(found: re.Match[str]) -> str:
    shown = escape(found[0])
    if found["url"]:
        return f"<{shown}>"
    return f"<{'mailto:' if found['mail'] else 'http://'}{shown}|{shown}>"


def _escape_strays(text: str) -> str:
    plain = unescape(_BARE_AMPERSAND.sub("&amp;", text))
    return _replace(_LINKS, plain, _link, escape)


def _replace(
    pattern: re.Pattern[str],
    text: str,
    inside: Callable[[re.Match[str]], str],
    between: Callable[[str], str],
) -> str:
    parts: list[str] = []
    position = 0
    for found in pattern.finditer(text):
        parts += [between(text[position : found.start()]), inside(found)]
        position = found.end()
    return "".join([*parts, between(text[position:])])
