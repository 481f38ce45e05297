"""What Earshot cannot do, or not yet: each is told so in its own sentence."""

from collections.abc import Callable, Mapping
from functools import partial

from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply

SENTENCES: Mapping[str, Key] = {
    "StatusIntent": "cannot_set_status",
    "CallIntent": "cannot_call",
    "MembersIntent": "cannot_tell_members",
    "ListDirectoryIntent": "cannot_list_directory",
    "ManageChannelIntent": "cannot_manage_channels",
    "SearchIntent": "cannot_search",
    "FileIntent": "cannot_send_files",
    "PinIntent": "cannot_pin",
    "OthersMessageIntent": "cannot_change_others_messages",
    "ReactElsewhereIntent": "cannot_react_elsewhere",
    "MarkUnreadElsewhereIntent": "cannot_mark_unread_elsewhere",
    "SeenIntent": "cannot_tell_who_read",
    "CreateOtherIntent": "cannot_create_others",
}
"""The sentence for each intent that has nothing but a sentence."""


def _say(sentence: Key, turn: Turn) -> Reply:
    del turn
    return Reply(say(sentence), is_slight=True)


HANDLERS: Mapping[str, Callable[[Turn], Reply]] = {
    intent: partial(_say, sentence) for intent, sentence in SENTENCES.items()
}
