"""What Slack puts between angle brackets, in words.

`@U1`, `#C1|general`, `!here`, `!subteam^S1|@devs`, `!date^…`, `https://…|label`
(https://docs.slack.dev/messaging/formatting-message-text).
"""

import re
from collections.abc import Callable, Mapping

from skill.rendering import dates
from skill.rendering.listener import Listener
from skill.rendering.markup import links
from skill.rendering.markup.placing import Piece, PieceKind
from skill.rendering.markup.plain import name, plain
from skill.rendering.markup.styles import without_styles

ESCAPED = r"[@#][UWCG][A-Z0-9]{5,}(?:\|[^&<>\n]*)?|![a-z]+(?:\^[^&<>\n]*)?"
"""What bots mean for a mention when they escape too much: `&lt;@U123ABC&gt;`."""

_ESCAPED_IN_LABEL = re.compile(f"&lt;({ESCAPED})&gt;")
_LABELLED = re.compile(r"<(?:[@#]|!subteam\^)([A-Z0-9]+)\|([^<>]+)>")
_ID = re.compile(r"[@#]?[UWCGDSTB][A-Z0-9]{5,}")


def entity(body: str, listener: Listener) -> str:
    """Return the words for what stood between `<` and `>`."""
    target, _, label = body.partition("|")
    sigil, rest = target[:1], target[1:]
    if sigil == "@":
        return person(rest, listener, label)
    if sigil == "#":
        return channel(rest, listener, label)
    if sigil == "!":
        return _special(rest, label, listener)
    return _linked(target, label, listener).words


def entity_piece(body: str, listener: Listener) -> Piece:
    """Return what stood between `<` and `>` as a piece of its kind."""
    target, _, label = body.partition("|")
    if target[:1] not in {"@", "#", "!"}:
        return _linked(target, label, listener)
    return Piece(entity(body, listener), PieceKind.CALL if _calls(body) else PieceKind.WORDS)


def _linked(target: str, label: str, listener: Listener) -> Piece:
    return links.linked(target.replace("&amp;", "&"), _label(label, listener), listener)


def _calls(body: str) -> bool:
    """Whether it is somebody who may be spoken to."""
    return body[:1] == "@" or (body[:1] == "!" and not body.startswith("!date"))


def person(user_id: str, listener: Listener, label: str = "") -> str:
    """Return what to call a person: by the directory, else by the message, else "somebody"."""
    label = label or listener.labels.get(user_id, "")
    said = listener.names.person(user_id) or _unlike_an_id(label.removeprefix("@"), user_id)
    return name(said, listener) or listener.phrases.plain("somebody")


def channel(channel_id: str, listener: Listener, label: str = "") -> str:
    """Return what to call a channel: as the message does, else as the directory does."""
    label = label or listener.labels.get(channel_id, "")
    said = _unlike_an_id(label.removeprefix("#"), channel_id)
    said = said or listener.names.conversation(channel_id) or ""
    return name(said, listener) or listener.phrases.plain("a_channel")


def group(group_id: str, listener: Listener, label: str = "") -> str:
    """Return what to call a user group, which only messages themselves name."""
    label = label or listener.labels.get(group_id, "")
    said = name(_unlike_an_id(label.removeprefix("@"), group_id), listener)
    phrases = listener.phrases
    return phrases.plain("a_named_group", name=said) if said else phrases.plain("a_group")


def broadcast(reach: str, listener: Listener) -> str:
    """Return whom @here, @channel or @everyone calls; empty for anything else."""
    match reach:
        case "here":
            return listener.phrases.plain("everyone_here")
        case "channel" | "group":
            return listener.phrases.plain("everyone_in_the_channel")
        case "everyone":
            return listener.phrases.plain("everyone")
        case _:
            return ""


def labels_in(text: str) -> dict[str, str]:
    """Return what a text calls the ids in it: its blocks have the ids alone."""
    if "|" not in text:
        return {}
    return {found[1]: found[2] for found in _LABELLED.finditer(text)}


def _special(command: str, label: str, listener: Listener) -> str:
    kind, *details = command.split("^")
    said = _SPECIAL[kind](details, label, listener) if kind in _SPECIAL else ""
    said = said or broadcast(kind, listener) or _label(label, listener)
    return said or plain(kind.replace("_", " "), listener)


def _subteam(details: list[str], label: str, listener: Listener) -> str:
    return group(details[0] if details else "", listener, label)


def _date(details: list[str], label: str, listener: Listener) -> str:
    timestamp, pattern, *_ = [*details, "", ""]
    said = plain(pattern, listener)
    return dates.said_date(timestamp, said, _label(label, listener), listener)


_SPECIAL: Mapping[str, Callable[[list[str], str, Listener], str]] = {
    "subteam": _subteam,
    "date": _date,
}


def _label(label: str, listener: Listener) -> str:
    if "&lt;" in label:
        label = _ESCAPED_IN_LABEL.sub(lambda found: entity(found[1], listener), label)
    return plain(without_styles(label), listener)


def _unlike_an_id(label: str, its_id: str) -> str:
    return "" if label == its_id or _ID.fullmatch(label) else label
