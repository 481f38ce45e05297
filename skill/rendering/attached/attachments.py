"""Attachments: what bots hang on their posts, shared messages, and previews of links."""

from collections.abc import Mapping, Sequence
from typing import Any

from skill.rendering.attached.files import files_words
from skill.rendering.blocks.block_kit import blocks_words, image, mrkdwn
from skill.rendering.joining import flowing
from skill.rendering.listener import Listener
from skill.rendering.markup.flow import line
from skill.rendering.markup.styles import without_styles
from skill.rendering.shapes import rows, text

_Attachment = Mapping[str, Any]


def attachments_words(attachments: Sequence[_Attachment], listener: Listener) -> str:
    """Return all attachments in words, the same words only once."""
    said = (_attachment(attachment, listener) for attachment in attachments)
    return flowing(dict.fromkeys(said))


def _attachment(attachment: _Attachment, listener: Listener) -> str:
    if attachment.get("is_msg_unfurl") or attachment.get("is_share"):
        return _shared(attachment, listener)
    if attachment.get("from_url") or attachment.get("is_app_unfurl"):
        return _preview(attachment, listener)
    return _body(attachment, listener) or _fallback(attachment, listener)


def _shared(attachment: _Attachment, listener: Listener) -> str:
    """Return somebody's message that was passed on."""
    phrases = listener.phrases
    said = _content(attachment, listener) or _fallback(attachment, listener)
    shared = line(text(attachment.get("author_name")), listener)
    if not shared:
        return flowing([phrases.plain("a_shared_message"), said])
    return flowing([phrases.plain("a_shared_message_from", author=shared), said])


def _preview(attachment: _Attachment, listener: Listener) -> str:
    """Return what Slack shows of a linked page; its title is enough to know what it is."""
    if title := line(without_styles(text(attachment.get("title"))), listener):
        title = title.replace(" | ", ", ").replace(" · ", ", ")
        return listener.phrases.plain("a_preview", title=title)
    found = (text(attachment.get(part)) for part in ("text", "fallback"))
    told = next((words for part in found if (words := mrkdwn(part, listener))), "")
    told = told or _content(attachment, listener)
    return told or line(text(attachment.get("service_name")), listener)


def _body(attachment: _Attachment, listener: Listener) -> str:
    title = line(text(attachment.get("title")), listener)
    if title and text(attachment.get("image_url")) and not text(attachment.get("text")):
        return image(title, listener)
    return flowing(
        [
            mrkdwn(text(attachment.get("pretext")), listener),
            line(text(attachment.get("author_name")), listener),
            mrkdwn(text(attachment.get("title")), listener),
            _content(attachment, listener),
            *(_field(row, listener) for row in rows(attachment.get("fields"))),
            _image(attachment, listener),
            mrkdwn(text(attachment.get("footer")), listener),
        ]
    )


def _content(attachment: _Attachment, listener: Listener) -> str:
    blocks = rows(attachment.get("blocks"))
    inner = [
        block for row in rows(attachment.get("message_blocks")) for block in rows(_blocks_of(row))
    ]
    said = blocks_words([*blocks, *inner], listener)
    return flowing(
        [
            said or mrkdwn(text(attachment.get("text")), listener),
            files_words(rows(attachment.get("files")), listener),
        ]
    )


def _blocks_of(message_block: Mapping[str, Any]) -> object:
    message = message_block.get("message")
    return message.get("blocks") if isinstance(message, dict) else None


def _field(field: Mapping[str, Any], listener: Listener) -> str:
    title = mrkdwn(text(field.get("title")), listener).rstrip(":")
    value = mrkdwn(text(field.get("value")), listener)
    return f"{title}: {value}" if title and value else title or value


def _image(attachment: _Attachment, listener: Listener) -> str:
    return image("", listener) if text(attachment.get("image_url")) else ""


def _fallback(attachment: _Attachment, listener: Listener) -> str:
    return mrkdwn(text(attachment.get("fallback")), listener)
