"""Where a message stands, as it is said."""

from collections.abc import Iterable, Mapping

from postbox.directory.names.spelling import aloud
from postbox.inbox.message import InboxMessage
from skill.reading.planning.stored import told
from skill.rendering.listener import Listener

PARENT_WORDS = 7
"""So many first words of a thread's first message tell which thread it is."""
_AT_THE_END = ".,;:!?…-–—"

Parents = Mapping[tuple[str, str], InboxMessage]
"""First messages of threads, by conversation and ts."""


def place(message: InboxMessage, listener: Listener) -> str:
    """Return the conversation as it is named behind "in"; "" for a direct message."""
    if message.kind == "im":
        return ""
    name = listener.names.conversation(message.conversation_id) or ""
    phrases = listener.phrases
    if message.kind == "mpim":
        return phrases.plain("a_group_with", names=name) if name else phrases.plain("a_group_chat")
    return aloud(name) or phrases.plain("unknown_place")


def places_of_parents(messages: Iterable[InboxMessage]) -> set[tuple[str, str, str]]:
    """Return team, conversation and ts of the first messages of the threads that these are in."""
    return {
        (message.team_id, message.conversation_id, message.thread_ts)
        for message in messages
        if message.thread_ts and message.thread_ts != message.ts
    }


def thread(message: InboxMessage, parents: Parents, listener: Listener) -> str:
    """Return the thread as it is named behind "in"; "" where a message stands in none.

    What was sent to the conversation, too, is told as what it is: an answer in its thread.
    """
    if message.thread_ts is None or message.thread_ts == message.ts:
        return ""
    parent = parents.get((message.conversation_id, message.thread_ts or ""))
    about = first_words(parent, listener) if parent and not parent.deleted else ""
    phrases = listener.phrases
    return phrases.plain("a_thread_about", words=about) if about else phrases.plain("a_thread")


def first_words(message: InboxMessage, listener: Listener) -> str:
    """Return the first words of a message."""
    words = told(message, listener).words.split()
    return " ".join(words[:PARENT_WORDS]).rstrip(_AT_THE_END)
