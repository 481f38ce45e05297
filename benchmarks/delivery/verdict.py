"""Whether the promise was kept: each message there once, in order, or its speaker told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.delivery.scene import Scene
from postbox.outbox.commands import SendMessage
from postbox.outbox.notices import Notices
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.outbox.receipts import Receipts

TOLD = {DeliveryState.FAILED, DeliveryState.DOUBTFUL}


@dataclass(frozen=True)
class Verdict:
    """Counts of messages; all must be 0."""

    lost: int
    """Not in Slack."""
    duplicated: int
    """More than once in Slack."""
    out_of_order: int
    """Behind one that the same speaker said later in the same conversation."""
    untold: int
    """Not in Slack, and nothing waits to tell the speaker so."""
    untrue: int
    """The receipt says something else than Slack shows."""

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to complain about."""
        return not (self.lost or self.duplicated or self.out_of_order or self.untold or self.untrue)


def judge(
    messages: Sequence[SendMessage],
    seen: Mapping[str, Sequence[str]],
    receipts: Mapping[str, Receipt],
    told: set[str],
) -> Verdict:
    """Compare what was said with what came of it.

    `messages` are in the order spoken; `seen` has the texts that stand in each conversation, by its
    id, oldest first; texts are unique. `receipts` are by message id; `told` has the ids of messages
    with a notice.
    """
    posted = Counter(text for texts in seen.values() for text in texts)
    missing = [message for message in messages if not posted[message.text]]
    return Verdict(
        lost=len(missing),
        duplicated=sum(posted[message.text] > 1 for message in messages),
        out_of_order=out_of_order(messages, seen),
        untold=sum(message.id not in told for message in missing),
        untrue=sum(
            not _is_true(receipts.get(message.id), bool(posted[message.text]))
            for message in messages
        ),
    )


def out_of_order(messages: Sequence[SendMessage], seen: Mapping[str, Sequence[str]]) -> int:
    """Count messages that stand behind one spoken later by the same speaker in the same place."""
    number_of = {message.text: number for number, message in enumerate(messages)}
    count = 0
    for texts in seen.values():
        latest: dict[str, int] = {}
        for number in (number_of[text] for text in dict.fromkeys(texts) if text in number_of):
            speaker = messages[number].link_id
            count += number < latest.get(speaker, -1)
            latest[speaker] = max(number, latest.get(speaker, -1))
    return count


def verdict_on(scene: Scene) -> Verdict:
    """Judge a run by what the workspace and the mailbox show."""
    workspace, load = scene.workspace, scene.load
    seen = {
        conversation.id: [message.text for message in workspace.messages(conversation)]
        for conversation in load.conversations
    }
    receipts: dict[str, Receipt] = {}
    told: set[str] = set()
    for speaker in load.speakers:
        link_id = speaker.link.link_id
        found = Receipts(scene.table).messages(link_id, len(load.messages))
        receipts |= {receipt.command_id: receipt for receipt in found}
        notices = Notices(scene.table).untold(link_id, "nobody asked yet")
        told |= {notice.command_id for notice in notices}
    return judge(load.messages, seen, receipts, told)


def _is_true(receipt: Receipt | None, posted: bool) -> bool:
    if receipt is None:
        return False
    if posted:
        return receipt.state in {DeliveryState.CONFIRMED, DeliveryState.DOUBTFUL}
    return receipt.state in TOLD
