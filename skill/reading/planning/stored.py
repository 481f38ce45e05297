"""A message of the inbox in the form in which Slack has it."""

import json

from postbox.inbox.message import InboxMessage
from skill.rendering.listener import Listener
from skill.rendering.message import Rendered, author, render


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
    rendered = render(as_slack_has_it(message), listener)
    who = rendered.author or listener.phrases.plain("unknown_author")
    return Rendered(rendered.words, who, rendered.is_action)


def who_wrote(message: InboxMessage, listener: Listener) -> str:
    """Return what to call a message's author; never empty."""
    who = author(as_slack_has_it(message), listener)
    return who or listener.phrases.plain("unknown_author")
