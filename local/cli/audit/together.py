"""Receipts beside each other: each command one, each post one, in the order spoken. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from local.cli.audit.facts import Finding
from local.cli.audit.shapes import moment
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState, Receipt


def together(receipts: Sequence[Receipt]) -> Iterator[Finding]:
    """Yield what is there twice, or stands before what was spoken before it."""
    names = Counter(receipt.command_id for receipt in receipts)
    for name, number in names.items():
        if number > 1:
            yield Finding(name, "-", f"has {number} receipts")
    posts = Counter(map(_post, receipts))
    for receipt in receipts:
        post = _post(receipt)
        if post and posts[post] > 1:
            yield Finding(
                receipt.command_id, receipt.state, "confirmed by the post of another message"
            )
    yield from _in_order(receipts)


def _post(receipt: Receipt) -> tuple[str, str] | None:
    """Return the post that a message became: its conversation and ts."""
    is_posted = receipt.state is DeliveryState.CONFIRMED and receipt.ts is not None
    if receipt.kind is not CommandKind.SEND_MESSAGE or not is_posted:
        return None
    return receipt.conversation_id, str(receipt.ts)


def _in_order(receipts: Sequence[Receipt]) -> Iterator[Finding]:
    """What one speaker says in a conversation stands there in the order spoken."""
    said: dict[tuple[str, str], list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        if _post(receipt) and moment(str(receipt.ts)) is not None:
            said[receipt.link_id, receipt.conversation_id].append(receipt)
    for one in said.values():
        last = 0.0
        for receipt in sorted(one, key=lambda found: found.spoken_at):
            posted = moment(str(receipt.ts)) or 0.0
            if posted < last:
                yield Finding(
                    receipt.command_id, receipt.state, "posted before what was spoken before it"
                )
            last = max(last, posted)
