"""The Web API methods that this workspace has, by name."""

from collections.abc import Callable
from typing import Any

from local.workspace.api.calls import Call
from local.workspace.api.methods import (
    chat,
    conversation_lists,
    conversations,
    history,
    people,
    reactions,
    scheduled,
)

Method = Callable[[Call], dict[str, Any]]

METHODS: dict[str, Method] = {
    "auth.revoke": people.auth_revoke,
    "auth.test": people.auth_test,
    "bots.info": people.bots_info,
    "chat.delete": chat.delete,
    "chat.deleteScheduledMessage": scheduled.delete_scheduled,
    "chat.postMessage": chat.post_message,
    "chat.scheduleMessage": scheduled.schedule_message,
    "chat.scheduledMessages.list": scheduled.list_scheduled,
    "chat.update": chat.update,
    "conversations.history": history.history,
    "conversations.info": conversations.info,
    "conversations.list": conversation_lists.conversations_list,
    "conversations.mark": conversations.mark,
    "conversations.open": conversations.open_conversation,
    "conversations.replies": history.replies,
    "reactions.add": reactions.add_reaction,
    "reactions.get": reactions.get_reactions,
    "reactions.remove": reactions.remove_reaction,
    "team.info": people.team_info,
    "usergroups.list": people.usergroups_list,
    "users.conversations": conversation_lists.users_conversations,
    "users.info": people.users_info,
    "users.list": people.users_list,
}
