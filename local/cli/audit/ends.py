"""How commands ended, against what is told of them and what waits. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from local.cli.audit.facts import BAD, NO_STATE, Facts, Finding, Limits, Noticed
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState, Receipt

_NOT_POSTED = {DeliveryState.FAILED, DeliveryState.WITHDRAWN}


def ends(facts: Facts, limits: Limits) -> Iterator[Finding]:
    """Yield what did not end, or is told of otherwise than it ended."""
    notices: dict[str, list[Noticed]] = defaultdict(list)
    for notice in facts.notices:
        notices[notice.command_id].append(notice)
    held, posted = frozenset(facts.held), frozenset(facts.posted)
    for receipt in facts.receipts:
        name = receipt.command_id
        problems = [
            *_told(receipt, notices[name], limits),
            *_kept(receipt, limits, is_kept=name in held),
            *_there(receipt, is_there=name in posted),
        ]
        for problem in problems:
            yield Finding(name, receipt.state, problem)
    yield from _without_receipt(facts)


def _told(receipt: Receipt, notices: Sequence[Noticed], limits: Limits) -> Iterator[str]:
    """Every command ends, and a bad end is told, once, as what it is."""
    is_bad, settled_at = receipt.state in BAD, receipt.settled_at or limits.now
    if is_bad and not notices and limits.now - settled_at < limits.notices_last:
        yield "ended badly, and there is no notice of it"
    if not is_bad and notices:
        yield "has a notice of a bad end, and did not end badly"
    if len(notices) > 1:
        yield f"has {len(notices)} notices"
    for notice in notices if is_bad else ():
        if notice.state != receipt.state:
            yield f"is told of as {notice.state}"
        elif notice.reason is not receipt.reason:
            yield f"is told of with another reason: {notice.reason}"
    if not receipt.is_final and limits.now - receipt.spoken_at > limits.overdue_after:
        yield "neither posted nor told in time"


def _kept(receipt: Receipt, limits: Limits, *, is_kept: bool) -> Iterator[str]:
    if receipt.state is DeliveryState.HELD and not is_kept:
        yield "held, and its message is not kept"
    # What is settled is taken out with its end, or by the next release.
    is_long_settled = limits.now - (receipt.settled_at or limits.now) > limits.notices_last
    if is_kept and receipt.is_final and is_long_settled:
        yield "settled, and its message still waits"


def _there(receipt: Receipt, *, is_there: bool) -> Iterator[str]:
    is_message = receipt.kind is CommandKind.SEND_MESSAGE
    if is_there and is_message and receipt.state in _NOT_POSTED:
        yield "stands in Slack"


def _without_receipt(facts: Facts) -> Iterator[Finding]:
    """Yield what is kept of commands of which there is no receipt."""
    known = {receipt.command_id for receipt in facts.receipts} | set(facts.unreadable)
    for name in sorted({notice.command_id for notice in facts.notices} - known):
        yield Finding(name, NO_STATE, "has a notice, and no receipt")
    for name in sorted(set(facts.held) - known):
        yield Finding(name, NO_STATE, "its message waits, and there is no receipt")
    for name in sorted(set(facts.posted) - known):
        yield Finding(name, NO_STATE, "stands in Slack, and there is no receipt")
