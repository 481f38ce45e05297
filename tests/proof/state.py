"""What is the case: table, queue, Slack, clock, who is at work, and what may still happen."""

from typing import Any, NamedTuple

from postbox.links.link import Link, LinkState
from postbox.outbox import receipt_life
from postbox.outbox.receipt import Receipt
from tests.proof.programs import LINK, MESSAGES, Copy, Program

INSTANTS = (2.0, 29.9, 30.6, 700.0)
"""Fresh; a first claim has expired; a moment later all is too old; the net's turn at last."""
LIFETIME = 10.0
"""Lambda ends a worker by then, so that no more time passes under it."""
ACTIVE = Link(LINK, "T1", "U1", "Giselle", LinkState.ACTIVE, None, "general")


class Bounds(NamedTuple):
    """How often what may still happen."""

    crashes: int = 2
    faults: int = 1
    redeliveries: int = 1
    revocations: int = 1
    releases: int = 1
    nets: int = 1
    late_stores: int = 0
    workers: int = 3
    messages: int = 2
    queued: bool = False
    """Whether all of them are in the queue at the beginning."""


class Process(NamedTuple):
    """A program under way; `owns` says that the queue waits for it, and for no copy."""

    program: Program
    history: int
    started: int
    owns: bool


class State(NamedTuple):
    """Everything that may bear on what happens next."""

    left: Bounds
    time: int = 0
    spoken: int = 0
    receipts: tuple[Receipt | None, ...] = (None, None)
    queue: tuple[Copy, ...] = ()
    taken: frozenset[Copy] = frozenset()
    """What the queue took within five minutes."""
    delivered: frozenset[tuple[Copy, ...]] = frozenset()
    held: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    """Of these a notice waits."""
    refused: frozenset[str] = frozenset()
    """Of these Alexa said that they were not sent."""
    slack: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    """What Slack will store, though nobody sees it yet."""
    link: Link = ACTIVE
    token: str = "t1"
    valid: str = "t1"
    processes: tuple[Process, ...] = ()
    unforeseen: str = ""
    """What a program raised that it is not to raise."""

    @property
    def key(self) -> Any:
        """What tells it apart, quickly: workers and copies are alike, whatever they are called."""
        processes = tuple((process.history, process.owns) for process in self.processes)
        link = (self.link.state is LinkState.ACTIVE, self.link.revision)
        return (
            *self[:3],
            *map(id, self.receipts),
            *self[4:12],
            link,
            *self[13:15],
            processes,
            self[16],
        )


def beginning(bounds: Bounds) -> State:
    """Return where a search begins."""
    first = State(bounds)
    if not bounds.queued:
        return first
    copies = tuple(Copy(name, "") for name in sorted(MESSAGES))[: bounds.messages]
    for copy in copies:
        first = kept(first, receipt_life.opened(MESSAGES[copy.message_id]))
    return first._replace(spoken=len(copies), queue=copies, taken=frozenset(copies))


def without(state: State, process: Process) -> State:
    processes = list(state.processes)
    processes.remove(process)
    return state._replace(processes=tuple(processes))


_SAME: dict[Receipt, Receipt] = {}
"""Of equal receipts one, so that states are told apart quickly."""


def less(state: State, what: str) -> State:
    left = state.left._replace(**{what: getattr(state.left, what) - 1})
    return state._replace(left=left)


def place(message_id: str) -> int:
    return int(message_id[1:]) - 1


def kept(state: State, receipt: Receipt) -> State:
    receipts = list(state.receipts)
    receipts[place(receipt.command_id)] = _SAME.setdefault(receipt, receipt)
    return state._replace(receipts=tuple(receipts))


def beside(state: State, effects: Any) -> State:
    for how, kind, message_id in effects:
        items = state.told if kind == "NOTICE" else state.held
        items = items | {message_id} if how == "Put" else items - {message_id}
        state = state._replace(**{"told" if kind == "NOTICE" else "held": items})
    return state
