"""A large inbox: many conversations with equally many messages that nobody has heard."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boto3.dynamodb.types import TypeSerializer

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.stores.directories import Directories
from postbox.inbox.message import Attention, AttentionReason, InboxMessage
from postbox.inbox.stores.activity import Activity
from postbox.inbox.stores.attention_writes import attention_write
from postbox.links.link import Link, LinkState
from postbox.links.stores.links import PERSONAL, Links
from postbox.store import keys
from postbox.store.codec import to_record
from postbox.store.table import Table

TEAM = "T1"
PEOPLE, DIRECT = 200, 50
ATTENTION_EVERY = 5
"""Every so-manieth conversation has one message that mentions the speaker, direct ones aside."""
AT_ONCE = 25
"""What one BatchWriteItem takes."""
TEXT = "The build is green again, I merged the fix for <https://example.com/issues/{0}|issue {0}>."

_serialize = TypeSerializer().serialize


@dataclass(frozen=True)
class Size:
    """How much there is."""

    messages: int
    conversations: int


class Population:
    """Fills one table."""

    def __init__(self, client: Any, name: str, now: float) -> None:
        """Fill the table of this name; the newest message was written just before `now`."""
        self._client = client
        self._name = name
        self._table = Table(client, name)
        self._now = now

    def fill(self, size: Size) -> None:
        """Put everything there, as the bridge would have."""
        conversations = _conversations(size.conversations)
        self._link()
        people = [
            Person(f"U{number:04}", f"First{number} Last{number}") for number in range(PEOPLE)
        ]
        directory = Directory.of([Person("U-ME", "Giselle Reed"), *people], conversations)
        Directories(self._table).save(TEAM, directory, self._now)
        messages = self._messages(conversations, size.messages // size.conversations)
        for some in _batches(map(_item, messages)):
            self._write(some)
        for number, conversation in enumerate(conversations):
            newest = self._ts(conversation, 0)
            Activity(self._table).said(TEAM, conversation.id, newest)
            if conversation.kind == "im" or number % ATTENTION_EVERY == 0:
                self._table.apply(attention_write(_attention(conversation, newest)))

    def _link(self) -> None:
        Links(self._table).put(
            Link(
                PERSONAL,
                TEAM,
                "U-ME",
                "giselle",
                LinkState.ACTIVE,
                "C0001",
                "channel-0001",
                linked_at=self._now - 13 * 24 * 3600,
                zone="UTC",
            )
        )

    def _messages(self, conversations: list[Conversation], many: int) -> Iterator[InboxMessage]:
        for conversation in conversations:
            for back in range(many):
                yield self._message(conversation, back)

    def _message(self, conversation: Conversation, back: int) -> InboxMessage:
        author = f"U{(hash_of(conversation.id) + back // 3) % PEOPLE:04}"
        if conversation.with_users:
            author = conversation.with_users[0]
        return InboxMessage(
            team_id=TEAM,
            conversation_id=conversation.id,
            ts=self._ts(conversation, back),
            author_id=author,
            author_name=None,
            text=TEXT.format(back),
            kind=conversation.kind,
        )

    def _ts(self, conversation: Conversation, back: int) -> str:
        """Return when the message was written that has so many newer ones in its conversation."""
        seconds = self._now - 90 - back * 60 - hash_of(conversation.id) % 3600
        return f"{seconds:.6f}"

    def _write(self, items: list[dict[str, Any]]) -> None:
        asked = {self._name: [{"PutRequest": {"Item": item}} for item in items]}
        while asked:
            asked = self._client.batch_write_item(RequestItems=asked).get("UnprocessedItems", {})


def hash_of(identifier: str) -> int:
    """Return a number for an id, the same in every process."""
    return int(identifier[1:]) * 2654435761 % 2**32


def _conversations(many: int) -> list[Conversation]:
    direct = [
        Conversation(f"D{number:04}", "", "im", (f"U{number:04}",))
        for number in range(min(DIRECT, many))
    ]
    rest = range(len(direct), many)
    return [
        *direct,
        *(Conversation(f"C{number:04}", f"channel-{number:04}", "channel") for number in rest),
    ]


def _attention(conversation: Conversation, ts: str) -> Attention:
    direct = conversation.kind == "im"
    reason = AttentionReason.DIRECT if direct else AttentionReason.MENTION
    return Attention(PERSONAL, TEAM, conversation.id, ts, reason)


def _item(message: InboxMessage) -> dict[str, Any]:
    key = keys.message(message.team_id, message.conversation_id, message.ts)
    return {name: _serialize(value) for name, value in {**key, **to_record(message)}.items()}


def _batches(items: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while some := list(itertools.islice(items, AT_ONCE)):
        yield some
