"""A whole message in words, whatever Slack made it of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from skill.rendering.attached.attachments import attachments_words
from skill.rendering.attached.files import files_words
from skill.rendering.blocks.block_kit import blocks_words, mrkdwn
from skill.rendering.happenings import happening, who_began
from skill.rendering.joining import flowing
from skill.rendering.listener import Listener
from skill.rendering.markup.entities import labels_in
from skill.rendering.markup.plain import name, unlike_markup
from skill.rendering.shapes import mapping, rows, text
from skill.speech.keys import Key
from skill.speech.phrases import Phrases

LEFT_OUT = "_left_out"
"""True in a message that was too large to be kept whole."""


@dataclass(frozen=True)
class Rendered:
    """A message as it is told."""

    words: str
    """What it says; never empty."""
    author: str
    """What to call who wrote it; empty where nothing tells."""
    is_action: bool = False
    """The words tell what the author does: "Kevin", "waves"."""


def render(message: object, listener: Listener) -> Rendered:
    """Put a Slack message object of any shape into words."""
    given = _current(mapping(message))
    listener = _knowing(given, listener)
    if did := happening(given, listener):
        return Rendered(did, author(given, listener), is_action=True)
    words = _words(given, listener)
    if not words and listener.choices.leave_out:
        words = _words(given, replace(listener, choices=listener.choices.without_gaps()))
    return Rendered(
        words=_worth_saying(unlike_markup(words), listener.phrases),
        author=author(given, listener),
        is_action=given.get("subtype") == "me_message",
    )


def spoken(message: object, listener: Listener) -> str:
    """Return a message in words as it is told alone; its author is named only where they act."""
    told = render(message, listener)
    if not told.is_action:
        return told.words
    who = told.author or listener.phrases.plain("unknown_author")
    return listener.phrases.plain("does", author=who, text=told.words)


def author(message: Mapping[str, Any], listener: Listener) -> str:
    """Return what to call the author: a member, somebody of another workspace, or an app."""
    if began := who_began(message):
        return name(listener.names.person(began) or "", listener)
    known = listener.names.person(text(message.get("user")))
    profile = mapping(message.get("user_profile"))
    names = (
        known,
        *(profile.get(name) for name in ("display_name", "real_name", "name")),
        message.get("username"),
        mapping(message.get("bot_profile")).get("name"),
        listener.names.person(text(message.get("bot_id"))),
    )
    given = filter(None, map(text, names))
    found = next((said for called in given if (said := name(called, listener))), "")
    return found or (listener.phrases.plain("an_app") if message.get("bot_id") else "")


def _current(message: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the message that an event about a change carries, else the message itself."""
    if message.get("subtype") == "message_changed" and mapping(message.get("message")):
        return mapping(message.get("message"))
    return message


def _knowing(message: Mapping[str, Any], listener: Listener) -> Listener:
    """Return the listener with what this message itself calls people, channels and groups."""
    labels = labels_in(text(message.get("text")))
    if message.get("user_profile"):
        labels[text(message.get("user"))] = author(message, listener)
    return replace(listener, labels={**listener.labels, **labels}) if labels else listener


_MARKS: Mapping[str, Key] = {
    "?": "a_question_mark",
    "!": "an_exclamation_mark",
    ".": "dots",
    "…": "dots",
}


_CORRECTION = re.compile(
    r"\*{1,2} ?[^\W\d_][\w'’-]{0,30}(?: [\w'’-]{1,30})?|[^\W\d_][\w'’-]{0,30}\*"
)
""""*weeks" puts right what was written just before."""


def _worth_saying(words: str, phrases: Phrases) -> str:
    """Return words; marks alone would be silence, and a star says what was meant."""
    if "*" in words and _CORRECTION.fullmatch(words):
        return phrases.plain("a_correction", text=words.strip("* "))
    if any(map(str.isalnum, words)) or not words.replace("…", "").isascii():
        return words
    marks = dict.fromkeys(_MARKS[mark] for mark in words if mark in _MARKS)
    return phrases.all_of(map(phrases.plain, marks)) or phrases.plain("no_words")


def _words(message: Mapping[str, Any], listener: Listener) -> str:
    phrases, subtype = listener.phrases, text(message.get("subtype"))
    if subtype in {"tombstone", "message_deleted"}:
        return phrases.plain("a_deleted_message")
    if subtype == "ekm_access_denied":
        return phrases.plain("a_message_hidden_by_admins")
    return flowing(_parts(message, listener))


def _parts(message: Mapping[str, Any], listener: Listener) -> Iterable[str]:
    # Slack shows the blocks where there are any; the text is then a notification's.
    blocks = rows(message.get("blocks"))
    parts = [
        blocks_words(blocks, listener) or mrkdwn(text(message.get("text")), listener),
        attachments_words(rows(message.get("attachments")), listener),
        files_words(rows(message.get("files")), listener),
    ]
    yield from parts
    if message.get(LEFT_OUT) is True:
        yield listener.phrases.plain("the_rest_is_in_slack" if any(parts) else "very_long_in_slack")
