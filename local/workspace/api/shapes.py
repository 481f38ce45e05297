"""The JSON objects of Slack's answers and events.

Shapes as in the method reference (docs.slack.dev/reference/methods) and the object types pages,
without the fields that say nothing here, such as avatars.
"""

import unicodedata
from typing import Any

from local.workspace.model import Workspace
from local.workspace.team.entities import Conversation, Message, Person
from local.workspace.team.roster import SLACKBOT
from local.workspace.team.time_zones import zone_facts


def message_shape(
    workspace: Workspace, message: Message, all_metadata: bool = False
) -> dict[str, Any]:
    """Return a message as it stands alone: in events and in answers to posting."""
    shape: dict[str, Any] = {"type": "message", "ts": message.ts, "text": message.text}
    optional = {
        "subtype": message.subtype,
        "user": message.user,
        "username": message.username,
        "client_msg_id": message.client_msg_id,
        "thread_ts": message.thread_ts,
        "parent_user_id": message.parent_user_id,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "files": list(message.files),
        "metadata": _metadata(message, all_metadata),
    }
    shape.update({name: value for name, value in optional.items() if value} | message.further)
    if message.subtype != "tombstone":
        shape["team"] = workspace.team_id
    if message.via_app:
        shape |= {"app_id": workspace.app_id, "bot_id": workspace.bot_id}
        shape["bot_profile"] = bot_profile(workspace)
    elif message.subtype == "bot_message" and "bot_id" not in shape:
        shape["bot_id"] = SLACKBOT.replace("U", "B", 1)
    if message.edited_ts:
        shape["edited"] = {"user": message.edited_by, "ts": message.edited_ts}
    if message.reactions:
        shape["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)}
            for name, users in message.reactions
        ]
    return shape


def listed_message(
    workspace: Workspace, conversation: Conversation, message: Message, all_metadata: bool
) -> dict[str, Any]:
    """Return a message as a history lists it: a parent tells of its thread."""
    shape = message_shape(workspace, message, all_metadata)
    history = workspace.history(conversation)
    replies = [] if message.is_reply else history.replies(message.ts)
    if replies:
        users = list(dict.fromkeys(reply.user for reply in replies if reply.user))
        shape |= {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users_count": len(users),
            "latest_reply": replies[-1].ts,
            "reply_users": users[:5],
            "is_locked": False,
            "subscribed": False,
        }
    if message.subtype == "thread_broadcast":
        root = history.get(message.thread_ts or "")
        shape["root"] = message_shape(workspace, root) if root else {}
    return shape


def _metadata(message: Message, all_metadata: bool) -> dict[str, Any] | None:
    if message.metadata is None or all_metadata:
        return message.metadata
    return {"event_type": message.metadata["event_type"]}


def bot_profile(workspace: Workspace) -> dict[str, Any]:
    """Return the app's profile, which also messages sent with a user token carry."""
    return {
        "id": workspace.bot_id,
        "app_id": workspace.app_id,
        "name": workspace.app_name,
        "icons": {},
        "deleted": False,
        "updated": 0,
        "team_id": workspace.team_id,
    }


def conversation_shape(
    conversation: Conversation, person: Person, counted: bool = True
) -> dict[str, Any]:
    """Return a conversation as `person` sees it; `counted` adds membership and its size."""
    kind = conversation.kind
    shape: dict[str, Any] = {
        "id": conversation.id,
        "created": conversation.created,
        "is_archived": conversation.archived,
        "is_channel": kind == "channel",
        "is_group": kind == "private",
        "is_im": kind == "im",
        "is_mpim": kind == "mpim",
        "is_private": kind != "channel",
        "is_org_shared": False,
        "updated": conversation.created * 1000,
    }
    if kind == "im":
        others = [member for member in conversation.members if member != person.id]
        return shape | {"user": (others or [person.id])[0], "is_user_deleted": False, "priority": 0}
    shape |= {
        "name": conversation.name,
        "name_normalized": conversation.name,
        "creator": conversation.creator,
        "is_general": conversation.name == "general",
        "is_shared": False,
        "is_ext_shared": False,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }
    if counted:
        shape |= {
            "is_member": person.id in conversation.members,
            "num_members": len(conversation.members),
        }
    return shape


def person_shape(workspace: Workspace, person: Person) -> dict[str, Any]:
    """Return a member of the workspace."""
    first, _, last = person.real_name.partition(" ")
    profile = {
        "real_name": person.real_name,
        "real_name_normalized": _folded(person.real_name),
        "display_name": person.display_name,
        "display_name_normalized": _folded(person.display_name),
        "first_name": first,
        "last_name": last,
        "team": workspace.team_id,
    }
    return {
        "id": person.id,
        "team_id": workspace.team_id,
        "name": person.handle,
        "deleted": person.deleted,
        "real_name": person.real_name,
        **zone_facts(person.tz, workspace.clock()),
        "profile": profile,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "updated": 0,
    }


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
