"""What a kind of command adds to the engine: its call, its check, its traces."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from postbox.links.link import Link
from postbox.outbox.commands import Mention
from postbox.outbox.receipt import FailureReason, Receipt
from postbox.store.items import Write


class Confirmed(NamedTuple):
    """Slack has it."""

    detail: str = ""
    ts: str | None = None
    """The message's, where it is news."""
    together: Sequence[Write] = ()
    """What is written with the receipt."""


class Withdrawn(NamedTuple):
    """It was taken back before Slack was asked."""

    detail: str
    together: Sequence[Write] = ()


class Failed(NamedTuple):
    """It will not be done."""

    reason: FailureReason
    detail: str


class Again(NamedTuple):
    """It has to wait for something else."""

    detail: str
    delay: int


End: TypeAlias = Confirmed | Withdrawn | Failed | Again


class Handler(ABC):
    """One command (or several that are carried out at once), as one attempt treats it.

    `call` and `look` raise as bridge.slack.errors has it.
    """

    can_wait = False
    """Whether it waits outside the queue for a link that works again."""
    can_look = False
    """Whether `look` finds out what came of an earlier call; else the call is simply made again."""

    def without_link(self) -> End | None:
        """Carry out what needs no link that works; None for what does."""
        return None

    @abstractmethod
    def call(self, receipt: Receipt, link: Link) -> End:
        """Ask Slack for it; the receipt names the conversation."""

    def look(self, receipt: Receipt, link: Link) -> End | None:
        """Return how it ended if Slack has it already, None if Slack has not got it.

        Only who says `can_look` is asked, and has its own: "not there" would post once more.
        """
        del receipt, link
        raise AssertionError(f"{type(self).__name__} cannot look")

    def not_before(self) -> float:
        """Return until when, in epoch seconds, it is known that Slack is not to be asked."""
        return 0.0

    def is_behind(self) -> bool:
        """Whether it has to wait behind what waits outside the queue."""
        return False

    def worth_repeating(self, reason: FailureReason | None) -> tuple[str, tuple[Mention, ...]]:
        """Return a text, with its mentions, that the speaker may want to send after a bad end."""
        del reason
        return "", ()

    def traces_of_end(self) -> Sequence[Write]:
        """Return what is written with any end."""
        return ()

    def traces_of_bad_end(self) -> Sequence[Write]:
        """Return what is written with a bad one."""
        return ()

    def limited(self, receipt: Receipt, seconds: int) -> None:
        """Take note that Slack limited its call."""
        del receipt, seconds

    def failed(self, receipt: Receipt) -> None:
        """Clean up once it is settled that it will not be done."""
        del receipt
