"""What the post function's log says of commands, against how they stand. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from local.cli.audit.facts import NO_STATE, Attempt, Facts, Finding, Limits
from postbox.outbox.commands import QUIET
from postbox.outbox.receipt import DeliveryState, Receipt

ENDS: Mapping[str, DeliveryState] = {
    "confirmed": DeliveryState.CONFIRMED,
    "failed": DeliveryState.FAILED,
    "doubtful": DeliveryState.DOUBTFUL,
    "withdrawn": DeliveryState.WITHDRAWN,
}
"""Which outcomes of an attempt settle a command, and as what."""
_HELD, _ALREADY = "held", "already"
_KEPT = {*ENDS, _HELD}
"""Outcomes that are written into a receipt."""
_WRITTEN_AT = "%Y-%m-%d %H:%M:%S,%f%z"


def paths(facts: Facts, limits: Limits) -> Iterator[Finding]:
    """Yield what the log has otherwise."""
    attempts: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in facts.attempts:
        if attempt.kind not in QUIET:
            attempts[attempt.command_id].append(attempt)
    for receipt in facts.receipts:
        for problem in _path(receipt, attempts.pop(receipt.command_id, [])):
            yield Finding(receipt.command_id, receipt.state, problem)
    for name in facts.unreadable:
        attempts.pop(name, None)
    for name, lost in attempts.items():
        yield from _lost(name, lost, limits)


def _path(receipt: Receipt, attempts: Sequence[Attempt]) -> Iterator[str]:
    """What the log says of it, in order, fits how it stands."""
    ends = [attempt for attempt in attempts if attempt.result in ENDS]
    if len(ends) > 1:
        yield f"settled {len(ends)} times: {', '.join(attempt.result for attempt in ends)}"
    for result in dict.fromkeys(end.result for end in ends):
        if ENDS[result] is not receipt.state:
            yield f"the log has it as {result}"
    yield from _behind(receipt, attempts)
    posted = sorted({attempt.ts for attempt in ends if attempt.ts})
    if len(posted) > 1:
        yield f"the log has it posted {len(posted)} times"
    if receipt.state is DeliveryState.CONFIRMED and {*posted} - {receipt.ts}:
        yield "the log has it posted elsewhere"


def _behind(receipt: Receipt, attempts: Sequence[Attempt]) -> Iterator[str]:
    """What cannot come behind an end, or before it."""
    results = [attempt.result for attempt in attempts]
    first = next((at for at, result in enumerate(results) if result in ENDS), len(results))
    if _HELD in results[first:]:
        yield "held after it was settled"
    told = [attempt.detail for attempt in attempts if attempt.result == _ALREADY]
    if told and not receipt.is_final:
        yield "the log has it as settled already"
    for state in sorted({*map(str, DeliveryState)} & {*told} - {str(receipt.state)}):
        yield f"the log has it as {state} already"


def _lost(name: str, attempts: Sequence[Attempt], limits: Limits) -> Iterator[Finding]:
    """What was attempted has a receipt, as long as receipts are kept."""
    results = [attempt.result for attempt in attempts if attempt.result in _KEPT]
    spoken = [attempt.spoken_at for attempt in attempts if attempt.spoken_at is not None]
    is_old = bool(spoken) and limits.now - max(spoken) > limits.receipts_last
    if results and not is_old:
        yield Finding(name, NO_STATE, f"the log has it as {results[-1]}, and there is no receipt")


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
            yield Attempt(
                command_id=str(facts["message_id"]),
                result=str(facts["result"]),
                ts=facts.get("ts") or None,
                detail=str(facts.get("detail") or ""),
                kind=str(facts.get("kind") or Attempt.kind),
                spoken_at=_spoken_at(facts),
            )


def _spoken_at(line: Mapping[str, object]) -> float | None:
    try:
        written = datetime.strptime(str(line["timestamp"]), _WRITTEN_AT)  # noqa: DTZ007 - it has a zone
        return written.timestamp() - float(str(line["seconds_since_spoken"]))
    except (KeyError, ValueError):
        return None
