"""The messages of one conversation, kept so that a page of them is found without a scan."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator

from local.workspace.team.entities import Message
from local.workspace.team.identifiers import ts_key

_END_OF_TIME = 1 << 62


class History:
    """Messages by timestamp: the channel's own in `timeline`, answers in one list per thread."""

    def __init__(self) -> None:
        self._messages: dict[int, Message] = {}
        self._timeline: list[int] = []
        self._threads: dict[int, list[int]] = {}
        self._by_client_id: dict[str, int] = {}

    def add(self, message: Message) -> None:
        """Keep a message."""
        key = ts_key(message.ts)
        self._messages[key] = message
        if message.client_msg_id and self.with_client_id(message.client_msg_id) is None:
            self._by_client_id[message.client_msg_id] = key
        if message.is_reply:
            insort(self._threads.setdefault(ts_key(message.thread_ts or ""), []), key)
        if not message.is_reply or message.subtype == "thread_broadcast":
            insort(self._timeline, key)

    def all(self) -> list[Message]:
        """Return every message, gone ones too."""
        return list(self._messages.values())

    def replace(self, message: Message) -> None:
        """Put a message in the place of the one with its timestamp."""
        self._messages[ts_key(message.ts)] = message

    def get(self, ts: str) -> Message | None:
        """Return the message with this timestamp; None for none, or for what is no timestamp."""
        try:
            return self._messages.get(ts_key(ts))
        except ValueError:
            return None

    def with_client_id(self, client_msg_id: str) -> Message | None:
        """Return the first live message that carries this client_msg_id."""
        found = self._messages.get(self._by_client_id.get(client_msg_id, -1))
        return None if found is None or found.subtype == "tombstone" else found

    def remove(self, message: Message) -> None:
        """Forget a message."""
        key = ts_key(message.ts)
        del self._messages[key]
        if message.is_reply:
            thread = ts_key(message.thread_ts or "")
            self._threads[thread].remove(key)
            self._drop_empty_tombstone(thread)
        position = bisect_left(self._timeline, key)
        if position < len(self._timeline) and self._timeline[position] == key:
            del self._timeline[position]

    def live(self) -> list[Message]:
        """Return every message that was not deleted, answers too, oldest first."""
        keys = sorted(self._messages)
        return [m for m in map(self._messages.__getitem__, keys) if m.subtype != "tombstone"]

    def replies(self, parent_ts: str) -> list[Message]:
        """Return the answers to a message, oldest first."""
        keys = self._threads.get(ts_key(parent_ts), [])
        return [self._messages[key] for key in keys]

    def newest_first(self, oldest: int, latest: int = _END_OF_TIME) -> Iterator[Message]:
        """Yield the channel's own messages with oldest <= key <= latest (microseconds)."""
        position = bisect_right(self._timeline, latest) - 1
        while position >= 0 and self._timeline[position] >= oldest:
            yield self._messages[self._timeline[position]]
            position -= 1

    def newest(self) -> Message | None:
        """Return the last message of the channel itself."""
        return next(self.newest_first(0), None)

    def _drop_empty_tombstone(self, thread: int) -> None:
        if self._threads[thread]:
            return
        del self._threads[thread]
        parent = self._messages.get(thread)
        if parent is not None and parent.subtype == "tombstone":
            self.remove(parent)
