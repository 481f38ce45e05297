"""The real code of the outbox, run one side effect at a time.

A program (a request of the skill, a worker with its batch, the release of held messages, the net)
is a deterministic function of the answers that its side effects got. It is run again from its
beginning with the answers so far; at the first one that it has none for, it waits. What it asks
for next is remembered by its answers, so that a search runs each distinct history once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, NamedTuple

from bridge.outbox.batches.batch import PostBatch
from bridge.outbox.net import Net
from bridge.outbox.release import Release
from bridge.outbox.services import OutboxServices
from postbox.outbox import receipt_life
from postbox.outbox.commands import SendMessage
from postbox.outbox.receipt import Receipt
from postbox.store.codec import to_json
from postbox.store.errors import MailboxUnavailable
from postbox.store.items import Write
from skill.outbox.sending import hand_over
from skill.turn.timing import Timing

MAX_AGE = 30.0
LINK = "personal"


def message(number: int) -> SendMessage:
    """The message of this number, all spoken by one person in one conversation."""
    return SendMessage(
        id=f"m{number}",
        link_id=LINK,
        team_id="T1",
        conversation_id="C1",
        conversation_name="general",
        text=f"text {number}",
        spoken_at=number / 4,
        locale="en-US",
    )


MESSAGES = {f"m{number}": message(number) for number in (1, 2)}


class Copy(NamedTuple):
    """One record of the queue."""

    message_id: str
    occasion: str


@dataclass(frozen=True)
class Program:
    """What is run; a worker has the records of its batch, in order."""

    kind: str
    about: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A side effect that a program wants."""

    effect: str
    about: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Ended:
    """A program is done."""

    result: Any


@dataclass(frozen=True)
class Unforeseen:
    """How a program ended that raised what nobody expects, or set a record aside for it."""

    name: str


@dataclass(frozen=True)
class Raised:
    """An answer that is an exception."""

    kind: type[Exception]
    about: tuple[Any, ...] = ()


class _SetAside(BaseException):
    """A worker met what it does not expect; in truth it would go on beside it."""


class _Waits(BaseException):
    """There is no answer yet; not even `except Exception` goes on."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.asked = asked


Answer = tuple[Any, float]
"""What a side effect answered, and the moment at which it did."""


class Replay:
    """One run over the answers so far."""

    def __init__(self, started_at: float, answers: Sequence[Answer]) -> None:
        self.now = started_at
        self._answers = iter(answers)

    def ask(self, effect: str, *about: Any) -> Any:
        try:
            answer, self.now = next(self._answers)
        except StopIteration:
            raise _Waits(Asked(effect, about)) from None
        if isinstance(answer, Raised):
            raise answer.kind(*answer.about)
        return answer


class Programs:
    """All histories that were met, numbered; each is run once."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}
        self._histories: list[tuple[Program, float, tuple[Answer, ...]]] = []
        self._next: list[Asked | Ended] = []

    def begun(self, program: Program, now: float) -> int:
        """Return the number of a history without answers."""
        return self._numbered((program, now), (program, now, ()))

    def answered(self, number: int, answer: Any, now: float) -> int:
        """Return the number of a history that got one more answer."""
        program, started_at, answers = self._histories[number]
        return self._numbered(
            (number, answer, now), (program, started_at, (*answers, (answer, now)))
        )

    def next(self, number: int) -> Asked | Ended:
        """Return what it asks for next, or how it ended."""
        return self._next[number]

    def __len__(self) -> int:
        return len(self._histories)

    def _numbered(self, key: Any, history: tuple[Program, float, tuple[Answer, ...]]) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._histories)
            self._histories.append(history)
            self._next.append(_run(*history))
        return number


def _run(program: Program, started_at: float, answers: tuple[Answer, ...]) -> Asked | Ended:
    replay = Replay(started_at, answers)
    try:
        return Ended(PROGRAMS[program.kind](replay, *program.about))
    except _Waits as waits:
        return waits.asked
    except (AttributeError, NameError, TypeError):
        # No answer to an effect: the program was called wrongly, and nothing would be searched.
        raise
    except MailboxUnavailable:
        # Its caller's business, as Lambda's.
        return Ended(None)
    except (Exception, _SetAside) as error:  # noqa: BLE001 - what it is, the story tells
        return Ended(Unforeseen(str(error) or type(error).__name__))


def _speak(replay: Replay, message_id: str) -> Any:
    outbox = SimpleNamespace(receipts=_Receipts(replay), queue=_outbox(replay))
    # Nothing is waited for: the deadline is now.
    timing = Timing(clock=lambda: replay.now, sleep=_nothing, deadline=replay.now)
    (handover,) = hand_over([MESSAGES[message_id]], outbox, timing)
    return handover.taken.value


def _work(replay: Replay, *batch: Copy) -> Any:
    post = PostBatch(_bridge(replay), SimpleNamespace(bury=_nothing), _REPORT)
    returned = post.post([_record(copy) for copy in batch], "a worker")
    return tuple(copy for copy in batch if _name(copy) in returned)


def _release(replay: Replay) -> Any:
    table = SimpleNamespace(apply=lambda *writes: replay.ask("write", _effects(writes)))
    bridge = _bridge(replay)
    return Release(table, bridge.receipts, bridge.held, bridge.outbox).release(LINK)


def _net(replay: Replay) -> Any:
    bridge = _bridge(replay)
    held = SimpleNamespace(get=lambda receipt: MESSAGES[receipt.command_id])
    return Net(bridge.receipts, held, bridge.links, bridge.clock, MAX_AGE).settle(LINK)


PROGRAMS: Mapping[str, Callable[..., Any]] = {
    "speak": _speak,
    "work": _work,
    "release": _release,
    "net": _net,
}


def _nothing(*_: Any, **__: Any) -> None:
    """What changes nothing that the promise is about."""


def _set_aside(kind: str, why: str) -> None:
    raise _SetAside(f"{kind}: {why}")


_REPORT = SimpleNamespace(attempt=_nothing, set_aside=_set_aside)


class _Receipts:
    def __init__(self, replay: Replay) -> None:
        self._ask = replay.ask

    def of(self, about: Any) -> Receipt | None:
        return self._ask("read receipt", getattr(about, "command_id", None) or about.id)

    def open(self, command: SendMessage, *together: Write) -> Receipt:
        return self._ask("open receipt", command.id, receipt_life.opened(command))

    def save(self, before: Receipt, after: Receipt, *together: Write) -> Receipt:
        self._ask("save receipt", before, after, _effects(together))
        return after

    def unsettled(self, link_id: str) -> Sequence[Receipt]:
        return self._ask("read unsettled")

    def settled_until(self, link_id: str, moment: float) -> None:
        """Only where to begin looking next time."""


def _outbox(replay: Replay) -> Any:
    send = lambda command, occasion="": replay.ask("send", Copy(command.id, occasion))  # noqa: E731
    return SimpleNamespace(send=send, postpone=_nothing)


def _bridge(replay: Replay) -> OutboxServices:
    ask = replay.ask
    return OutboxServices(
        receipts=_Receipts(replay),
        held=SimpleNamespace(of=lambda link_id: ask("read held")),
        schedules=None,
        pauses=SimpleNamespace(until=lambda team_id: 0.0, set=_nothing),
        links=SimpleNamespace(
            get=lambda link_id: ask("read link"),
            readable=lambda link_id: ask("read link"),
            end=lambda link, problem, now: ask("end link", link),
        ),
        watches=SimpleNamespace(start=_nothing, cancel=_nothing, of=lambda *_: {}),
        read_states=None,
        inbox=None,
        outbox=_outbox(replay),
        tokens=SimpleNamespace(of=lambda link_id, fresh=False: ask("read token")),
        slack=SimpleNamespace(
            post=lambda token, message: ask("post", token, message.id),
            find=lambda token, message, since: ask("look", token, message.id),
        ),
        fetch_missed=None,
        clock=lambda: replay.now,
        max_message_age=MAX_AGE,
    )


def _effects(writes: Sequence[Write]) -> tuple[tuple[str, str, str], ...]:
    """Return what is written beside a receipt: how, which kind of item, of which message."""
    effects = []
    for write in writes:
        ((how, request),) = write.items()
        kind, _, rest = (request.get("Item") or request["Key"])["sk"]["S"].partition("#")
        if kind in {"NOTICE", "HELD"}:
            effects.append((how, kind, rest.rpartition("#")[2]))
    return tuple(effects)


def _name(copy: Copy) -> str:
    return f"{copy.message_id}{copy.occasion}"


def _record(copy: Copy) -> dict[str, Any]:
    command = MESSAGES[copy.message_id]
    return {
        "messageId": _name(copy),
        "receiptHandle": _name(copy),
        "body": to_json(command),
        "attributes": {"MessageGroupId": command.group, "ApproximateReceiveCount": "1"},
    }
