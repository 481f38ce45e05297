"""What an audit knows of, and what it finds. Times are epoch seconds."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt

BAD = {DeliveryState.FAILED, DeliveryState.DOUBTFUL}
SKEW_SECONDS = 60.0
"""By so much the clocks of Slack, AWS and this machine may differ."""
NO_STATE = "-"


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
    detail: str = ""
    kind: str = CommandKind.SEND_MESSAGE
    spoken_at: float | None = None
    """None where the line does not say when it was written."""


@dataclass(frozen=True)
class Noticed:
    """A notice of a bad end, told or not."""

    command_id: str
    state: str
    reason: FailureReason


@dataclass(frozen=True)
class Facts:
    """What a deployment has, of all links."""

    receipts: Sequence[Receipt] = ()
    unreadable: Collection[str] = ()
    """The commands whose receipts nobody can read."""
    notices: Sequence[Noticed] = ()
    held: Collection[str] = ()
    """The commands whose messages wait."""
    posted: Collection[str] = ()
    """The commands whose posts came back from Slack."""
    attempts: Sequence[Attempt] = ()


@dataclass(frozen=True)
class Limits:
    """How long what takes."""

    now: float
    overdue_after: float
    """So many seconds after it was spoken everything is settled."""
    notices_last: float
    """So many seconds after its end a notice that was told may be gone."""
    receipts_last: float
    """So many seconds after it was spoken a receipt may be gone."""
    claims_last: float
