"""What the control API shows."""

from collections.abc import Callable
from typing import Any

import emoji

from local.workspace.control.fields import conversation
from local.workspace.model import Workspace
from local.workspace.team.entities import Message
from local.workspace.text.text import as_seen


def _state(workspace: Workspace, _fields: dict[str, Any]) -> dict[str, Any]:
    speaker = workspace.speaker
    return {
        "team": {
            "id": workspace.team_id,
            "name": workspace.team_name,
            "domain": workspace.domain,
        },
        "people": [
            {
                "id": person.id,
                "handle": person.handle,
                "real_name": person.real_name,
                "display_name": person.display_name,
                "left": person.deleted,
            }
            for person in workspace.people
        ],
        "conversations": [
            {
                "id": conversation.id,
                "kind": conversation.kind,
                "name": conversation.name,
                "label": workspace.roster.label(conversation, speaker),
                "members": conversation.members,
                "archived": conversation.archived,
            }
            for conversation in workspace.conversations
        ],
        "speaker": speaker.id if speaker else None,
        "now": workspace.clock(),
    }


def _messages(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    place, speaker = conversation(workspace, fields), workspace.speaker
    names = workspace.roster.names()
    channels = {id_: name for name, id_ in workspace.roster.channels.items()}

    def shown(message: Message) -> dict[str, Any]:
        text = as_seen(message.text, names, channels)
        return {
            "ts": message.ts,
            "user": message.user,
            "author": names.get(message.user or "", message.username or ""),
            "text": text,
            "shown": _with_emoji(text),
            "raw": message.text,
            "thread_ts": message.thread_ts,
            "edited": message.edited_ts is not None,
            "via_app": message.via_app,
            "files": [file["title"] for file in message.files],
            "attachments": [_attachment(attachment) for attachment in message.attachments],
            "reactions": [
                {
                    "name": name,
                    "emoji": _with_emoji(f":{name}:"),
                    "by": [names.get(person, person) for person in people],
                }
                for name, people in message.reactions
            ],
        }

    return {
        "messages": [shown(message) for message in workspace.messages(place)],
        "reacted": [
            {
                "ts": reaction.ts,
                "name": reaction.name,
                "author": names.get(reaction.person, reaction.person),
            }
            for reaction in workspace.reactions(place)
        ],
        "read": place.last_read.get(speaker.id) if speaker else None,
    }


def _with_emoji(text: str) -> str:
    """Put characters in place of Slack's names for them; a workspace's own emoji keeps its name."""
    return emoji.emojize(text, language="alias")


def _attachment(attachment: dict[str, Any]) -> str:
    parts = (attachment.get("title"), attachment.get("text"))
    return ": ".join(part for part in parts if part) or str(attachment.get("fallback") or "")


def _scheduled(workspace: Workspace, fields: dict[str, Any]) -> dict[str, Any]:
    names = workspace.roster.names()
    channels = {id_: name for name, id_ in workspace.roster.channels.items()}
    return {
        "scheduled": [
            {
                "id": message.id,
                "post_at": message.post_at,
                "author": names.get(message.person, message.person),
                "text": as_seen(message.text, names, channels),
                "thread_ts": message.thread_ts,
            }
            for message in workspace.scheduled(conversation(workspace, fields))
        ]
    }


def _calls(workspace: Workspace, _fields: dict[str, Any]) -> dict[str, Any]:
    return dict(workspace.calls)


VIEWS: dict[str, Callable[[Workspace, dict[str, Any]], dict[str, Any]]] = {
    "state": _state,
    "messages": _messages,
    "scheduled": _scheduled,
    "calls": _calls,
}
