"""An SQS FIFO queue on a clock of its own, as far as an outbox is concerned.

A group whose messages are in flight gives out no others, and a batch holds one group's messages:
SQS returns as many of one group as it can (docs.aws.amazon.com, "FIFO queue delivery logic").
Dead letters are only counted.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

BATCH = 10
VISIBILITY_SECONDS = 60.0


@dataclass
class _Kept:
    number: int
    body: str
    group: str
    hidden_until: float = 0.0
    receives: int = 0

    @property
    def handle(self) -> str:
        return f"{self.group}/{self.number}"


class FifoQueue:
    """What boto3's SQS client does for one queue; `take` and `forget` are the event source's."""

    def __init__(self, clock: Callable[[], float], url: str = "outbox") -> None:
        """Go by this clock, and answer to this address."""
        self.url = url
        self.letters: list[str] = []
        """The ids of what was sent to any other queue."""
        self._clock = clock
        self._groups: dict[str, dict[str, _Kept]] = defaultdict(dict)
        self._seen: set[str] = set()

    def send_message(self, **asked: Any) -> None:
        """Keep a message, unless its deduplication id was seen before."""
        if asked["QueueUrl"] != self.url:
            self.letters.append(asked["MessageDeduplicationId"])
            return
        if asked["MessageDeduplicationId"] in self._seen:
            return
        self._seen.add(asked["MessageDeduplicationId"])
        kept = _Kept(len(self._seen), asked["MessageBody"], asked["MessageGroupId"])
        self._groups[kept.group][kept.handle] = kept

    def change_message_visibility(self, **asked: Any) -> None:
        """Hide a received message for so many seconds from now."""
        group, _, _ = asked["ReceiptHandle"].rpartition("/")
        kept = self._groups[group][asked["ReceiptHandle"]]
        kept.hidden_until = self._clock() + asked["VisibilityTimeout"]

    @property
    def groups(self) -> list[str]:
        """The groups that have messages."""
        return [group for group, kept in list(self._groups.items()) if kept]

    def due(self, group: str) -> float | None:
        """Return when the group gives out messages again; None when it has none left."""
        waiting = list(self._groups[group].values())
        return max((kept.hidden_until for kept in waiting), default=None)

    def take(self, group: str) -> list[dict[str, Any]]:
        """Receive the group's next batch as a Lambda function sees it; empty while it is hidden."""
        due = self.due(group)
        if due is None or due > self._clock():
            return []
        return [self._record(kept) for kept in list(self._groups[group].values())[:BATCH]]

    def forget(self, record: dict[str, Any]) -> None:
        """Delete a received message."""
        del self._groups[record["attributes"]["MessageGroupId"]][record["receiptHandle"]]

    def _record(self, kept: _Kept) -> dict[str, Any]:
        kept.hidden_until = self._clock() + VISIBILITY_SECONDS
        kept.receives += 1
        return {
            "messageId": kept.handle,
            "receiptHandle": kept.handle,
            "body": kept.body,
            "attributes": {
                "MessageGroupId": kept.group,
                "ApproximateReceiveCount": str(kept.receives),
            },
            "messageAttributes": {},
            "eventSource": "aws:sqs",
        }
