"""Channels that ended or were renamed: their names are remembered for a while. Pure.

Who says such a name means that channel; taken for words, it would be posted elsewhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from postbox.directory.entries import Conversation, Directory, FormerConversation
from postbox.directory.names.index import CHANNELS
from postbox.store.keys import DAY

REMEMBERED_SECONDS = 180 * DAY
MOST_FORMER = 5_000
MOST_FORMER_NAMES = 3


def former_of(conversation: Conversation, at: float) -> dict[str, FormerConversation]:
    """Return what is remembered of a conversation that ended then: of channels, their names."""
    if conversation.kind not in CHANNELS or not conversation.name:
        return {}
    kept = FormerConversation(conversation.id, conversation.name, conversation.kind, at)
    return {conversation.id: kept}


def with_former_name(conversation: Conversation, name: str) -> Conversation:
    """Return a conversation as it is called now; what it was called before is remembered."""
    before = dict.fromkeys((conversation.name, *conversation.former_names))
    names = tuple(former_name for former_name in before if former_name and former_name != name)
    return replace(conversation, name=name, former_names=names[:MOST_FORMER_NAMES])


def relisted(before: Directory, listed: Iterable[Conversation], at: float) -> Directory:
    """Return the directory with what was listed at a time in the place of its conversations."""
    there = {
        conversation.id: _remembering(before.conversations.get(conversation.id), conversation)
        for conversation in listed
    }
    ended: dict[str, FormerConversation] = {}
    for known in before.conversations.values():
        if known.id not in there:
            ended |= former_of(known, at)
    return replace(
        before,
        conversations=there,
        former=_remembered({**before.former, **ended}, there, at),
    )


def _remembering(before: Conversation | None, now: Conversation) -> Conversation:
    if before is None or now.kind not in CHANNELS:
        return now
    names = with_former_name(before, now.name).former_names
    return replace(now, former_names=names)


def _remembered(
    former: Mapping[str, FormerConversation], there: Mapping[str, Conversation], at: float
) -> dict[str, FormerConversation]:
    kept = [
        channel
        for channel in former.values()
        if channel.id not in there and at - channel.ended_at < REMEMBERED_SECONDS
    ]
    newest = sorted(kept, key=lambda channel: (-channel.ended_at, channel.id))[:MOST_FORMER]
    return {channel.id: channel for channel in newest}
