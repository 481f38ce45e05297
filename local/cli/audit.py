"""Whether what happened keeps the promise: receipts, notices and outcome lines against each other.

Pure. An audit names ids and states, never what was said.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import FINAL, DeliveryState, Receipt

BAD = {DeliveryState.FAILED, DeliveryState.DOUBTFUL}
ENDS: Mapping[str, DeliveryState] = {
    "confirmed": DeliveryState.CONFIRMED,
    "failed": DeliveryState.FAILED,
    "doubtful": DeliveryState.DOUBTFUL,
    "withdrawn": DeliveryState.WITHDRAWN,
}
"""Which outcomes of an attempt settle a command, and as what."""


@dataclass(frozen=True)
class Finding:
    """One command of which the promise was not kept."""

    command_id: str
    state: str
    problem: str


@dataclass(frozen=True)
class Attempt:
    """One outcome line of the post function's log."""

    command_id: str
    result: str
    ts: str | None


@dataclass(frozen=True)
class Facts:
    """What a deployment has on one link; epoch seconds."""

    receipts: Iterable[Receipt]
    told_of: frozenset[str]
    """The commands that have a notice, told or not."""
    held: frozenset[str]
    attempts: Iterable[Attempt] = ()


def audit(facts: Facts, now: float, overdue_after: float, notices_last: float) -> Iterator[Finding]:
    """Yield what is not as promised.

    Args:
        facts: what there is.
        now: this moment.
        overdue_after: so many seconds after it was spoken everything is settled.
        notices_last: so many seconds after its end a notice that was told may be gone.
    """
    attempts: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in facts.attempts:
        attempts[attempt.command_id].append(attempt)
    receipts = list(facts.receipts)
    posts = Counter(map(_post, receipts))
    for receipt in receipts:
        problems = [
            *_shape(receipt),
            *_alone(receipt, posts),
            *_end(receipt, facts, now, overdue_after, notices_last),
            *_path(receipt, attempts[receipt.command_id]),
        ]
        for problem in problems:
            yield Finding(receipt.command_id, receipt.state, problem)


def _shape(receipt: Receipt) -> Iterator[str]:
    """A receipt that no legal steps lead to."""
    state = receipt.state
    is_claimed = state is DeliveryState.CLAIMED
    if is_claimed != (receipt.claimed_until is not None):
        yield "claimed without an end of the claim" if is_claimed else "has a claim left"
    if (state in FINAL) != (receipt.settled_at is not None):
        yield "settled at no time" if state in FINAL else "has a time of its end, and has not ended"
    if (state in BAD) != (receipt.reason is not None):
        yield "ended badly without a reason" if state in BAD else "has a reason for a bad end"
    yield from _attempted(receipt)


def _attempted(receipt: Receipt) -> Iterator[str]:
    """What only a worker does, without one; or what none may do that has it."""
    is_in_doubt = receipt.maybe_done_since is not None
    if receipt.attempts > receipt.revision:
        yield "more attempts than steps"
    if is_in_doubt and not receipt.attempts:
        yield "in doubt, and never attempted"
    if receipt.state is DeliveryState.CONFIRMED and not receipt.attempts:
        yield "confirmed, and never attempted"
    # Of other commands the worker itself may find out that they were taken back in time.
    is_message = receipt.kind is CommandKind.SEND_MESSAGE
    if receipt.state is DeliveryState.WITHDRAWN and is_in_doubt and is_message:
        yield "withdrawn, though Slack may have it"


def _post(receipt: Receipt) -> tuple[str, str] | None:
    """Return the post that a message became: its conversation and ts."""
    is_posted = receipt.state is DeliveryState.CONFIRMED and receipt.ts is not None
    if receipt.kind is not CommandKind.SEND_MESSAGE or not is_posted:
        return None
    return receipt.conversation_id, str(receipt.ts)


def _alone(receipt: Receipt, posts: Counter[tuple[str, str] | None]) -> Iterator[str]:
    """One post is one message: of two that name it, one was never posted."""
    post = _post(receipt)
    if post and posts[post] > 1:
        yield "confirmed by the post of another message"


def _end(
    receipt: Receipt, facts: Facts, now: float, overdue_after: float, notices_last: float
) -> Iterator[str]:
    """Every command ends, and a bad end is told."""
    is_told = receipt.command_id in facts.told_of
    if receipt.state in BAD and not is_told and now - (receipt.settled_at or now) < notices_last:
        yield "ended badly, and there is no notice of it"
    if receipt.state not in BAD and is_told:
        yield "has a notice of a bad end, and did not end badly"
    if receipt.state is DeliveryState.HELD and receipt.command_id not in facts.held:
        yield "held, and its message is not kept"
    if not receipt.is_final and now - receipt.spoken_at > overdue_after:
        yield "neither posted nor told in time"


def _path(receipt: Receipt, attempts: list[Attempt]) -> Iterator[str]:
    """What the log says of it, in order, fits how it stands."""
    ends = [attempt for attempt in attempts if attempt.result in ENDS]
    if len(ends) > 1:
        yield f"settled {len(ends)} times: {', '.join(attempt.result for attempt in ends)}"
    if ends and ENDS[ends[0].result] is not receipt.state:
        yield f"the log has it as {ends[0].result}"
    after = attempts[attempts.index(ends[0]) + 1 :] if ends else []
    if any(attempt.result == "held" for attempt in after):
        yield "held after it was settled"
    posted = {attempt.ts for attempt in ends if attempt.ts}
    if receipt.state is DeliveryState.CONFIRMED and posted - {receipt.ts}:
        yield "the log has it posted elsewhere"


def attempts_in(lines: Iterable[str], read: Callable[[str], object]) -> Iterator[Attempt]:
    """Yield the outcome lines among log lines; `read` makes an object of one, or raises ValueError.

    Other lines, and those around the JSON of a line (a time, a stream), are left out.
    """
    for line in lines:
        start = line.find("{")
        if start < 0:
            continue
        try:
            facts = read(line[start:])
        except ValueError:
            continue
        if isinstance(facts, dict) and facts.get("message") == "attempt" and "message_id" in facts:
            ts = facts.get("ts")
            yield Attempt(str(facts["message_id"]), str(facts["result"]), ts or None)
