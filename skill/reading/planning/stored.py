"""A message of the inbox in the form in which Slack has it, and in words.

One that cannot be put into words is said to be one, and keeps no other from being told.
"""

import json
from collections.abc import Callable
from typing import TypeVar

from postbox.inbox.message import InboxMessage
from skill.rendering.listener import Listener
from skill.rendering.message import Rendered, author, render, spoken

T = TypeVar("T")


def as_slack_has_it(message: InboxMessage) -> dict[str, object]:
    """Return a message in the form in which it came."""
    known: dict[str, object] = {
        "user": message.author_id,
        "username": message.author_name,
        "text": message.text,
        "subtype": message.subtype,
    }
    try:
        content = json.loads(message.content or "{}")
    except (ValueError, RecursionError):
        return known
    if not message.content or not isinstance(content, dict):
        return known
    # What is kept once, in the message itself, stands in here.
    return {"user": message.author_id, "text": message.text, **content}


def told(message: InboxMessage, listener: Listener) -> Rendered:
    """Return a message in words; the author is never empty."""
    found = _put(lambda: render(as_slack_has_it(message), listener), listener)
    if found is None:
        return Rendered(listener.phrases.plain("unreadable_message"), who_wrote(message, listener))
    who = found.author or listener.phrases.plain("unknown_author")
    return Rendered(found.words, who, found.is_action)


def told_alone(message: InboxMessage, listener: Listener) -> str:
    """Return a message in words as it is told by itself, without its author."""
    words = _put(lambda: spoken(as_slack_has_it(message), listener), listener)
    return words or listener.phrases.plain("unreadable_message")


def who_wrote(message: InboxMessage, listener: Listener) -> str:
    """Return what to call a message's author; never empty."""
    who = _put(lambda: author(as_slack_has_it(message), listener), listener)
    return who or listener.phrases.plain("unknown_author")


def _put(into_words: Callable[[], T], listener: Listener) -> T | None:
    try:
        return into_words()
    except Exception as error:  # noqa: BLE001 - one bad message stops nothing beside it
        listener.aside(type(error).__name__)
        return None
