"""One receipt by itself: whether legal steps lead to it, at times that can be. Pure."""

from collections.abc import Iterator

from local.cli.audit.facts import BAD, SKEW_SECONDS, Limits
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import FINAL, DeliveryState, Receipt


def shape(receipt: Receipt, limits: Limits) -> Iterator[str]:
    """Yield what no legal steps lead to."""
    state = receipt.state
    is_claimed = state is DeliveryState.CLAIMED
    if is_claimed != (receipt.claimed_until is not None):
        yield "claimed without an end of the claim" if is_claimed else "has a claim left"
    if (state in FINAL) != (receipt.settled_at is not None):
        yield "settled at no time" if state in FINAL else "has a time of its end, and has not ended"
    if (state in BAD) != (receipt.reason is not None):
        yield "ended badly without a reason" if state in BAD else "has a reason for a bad end"
    yield from _attempted(receipt)
    yield from _timed(receipt, limits)
    yield from _posted(receipt)


def _attempted(receipt: Receipt) -> Iterator[str]:
    """What only a worker does, without one; or what none may do that has it."""
    is_in_doubt = receipt.maybe_done_since is not None
    if receipt.attempts > receipt.revision:
        yield "more attempts than steps"
    if is_in_doubt and not receipt.attempts:
        yield "in doubt, and never attempted"
    if receipt.state in {DeliveryState.CONFIRMED, DeliveryState.CLAIMED} and not receipt.attempts:
        yield f"{receipt.state}, and never attempted"
    # Of other commands the worker itself may find out that they were taken back in time.
    if receipt.state is DeliveryState.WITHDRAWN and is_in_doubt and _is_message(receipt):
        yield "withdrawn, though Slack may have it"
    if receipt.state is DeliveryState.HELD and not _is_message(receipt):
        yield "held, and is no message"


def _timed(receipt: Receipt, limits: Limits) -> Iterator[str]:
    spoken, latest = receipt.spoken_at - SKEW_SECONDS, limits.now + SKEW_SECONDS
    if receipt.spoken_at > latest:
        yield "spoken in the future"
    if (receipt.settled_at or latest) > latest:
        yield "settled in the future"
    if (receipt.settled_at or spoken) < spoken:
        yield "settled before it was spoken"
    if (receipt.maybe_done_since or spoken) < spoken:
        yield "in doubt since before it was spoken"
    if (receipt.claimed_until or 0.0) > latest + limits.claims_last:
        yield "claimed for longer than claims last"


def _posted(receipt: Receipt) -> Iterator[str]:
    """What only a post has, without one; or a post at a time that cannot be."""
    if not _is_message(receipt) or receipt.ts is None:
        return
    if receipt.state is not DeliveryState.CONFIRMED:
        yield "names a post, and is not confirmed"
        return
    posted = moment(receipt.ts)
    if posted is None:
        yield "names what is no post"
    elif posted < receipt.spoken_at - SKEW_SECONDS:
        yield "posted before it was spoken"
    elif posted > (receipt.settled_at or posted) + SKEW_SECONDS:
        yield "posted after it was settled"


def moment(ts: str) -> float | None:
    """Return when Slack stored a message, None for what is no ts."""
    try:
        return float(ts)
    except ValueError:
        return None


def _is_message(receipt: Receipt) -> bool:
    return receipt.kind is CommandKind.SEND_MESSAGE
