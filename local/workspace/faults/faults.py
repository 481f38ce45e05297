"""Faults on demand: which of the next Web API calls go wrong, and how.

A fault is written as a sentence fragment, as transcripts and the control API have it:
"429 for 30 s", "drops the answer twice", "hangs after storing", "account_inactive until cleared".
"""

import random
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

ACCEPTED_FORMS = (
    'a fault is one of "hangs", "drops the answer", "resets", "half an answer", "html", an HTTP '
    'status such as "429" or "500" ("hangs", "html" and a 5xx status also with "after storing"), '
    '"slow 3 s", or a Slack error code such as "is_archived"; and after it "once", "twice", '
    '"3 times", "for 30 s" or "until cleared"'
)


ANY_METHOD = "*"


class FaultKind(Enum):
    """What a caller gets instead of the answer."""

    STATUS = "status"
    ERROR = "error"
    HTML = "html"
    HANG = "hang"
    DROP = "drop"
    RESET = "reset"
    HALF = "half"
    SLOW = "slow"


@dataclass(frozen=True)
class Fault:
    """One way to go wrong, for `times` calls (None: any number) or for `seconds` from now.

    `stores` says whether the call takes effect all the same. `delay` is in real seconds.
    """

    outcome: FaultKind
    spec: str = ""
    stores: bool = False
    status: int = 200
    error: str = ""
    delay: float = 0.0
    times: int | None = 1
    seconds: float | None = None

    @property
    def method(self) -> str:
        """Which method it strikes unless told otherwise: posting, or any where the token ends."""
        return ANY_METHOD if self.error in _OF_THE_TOKEN else "chat.postMessage"


_TOO_MANY_REQUESTS = 429
_SERVER_ERROR = 500
_COUNT = re.compile(
    r"^(?P<what>.+?)(?: (?P<word>once|twice|always|until cleared)| (?P<times>[1-9]\d*) times?"
    r"| for (?P<seconds>\d+(?:\.\d+)?) ?s(?:econds?)?)?$"
)
_STATUS = re.compile(r"^(?P<status>429|5\d\d|4\d\d)(?P<stores> after storing)?$")
_SLOW = re.compile(r"^slow (?P<delay>\d+(?:\.\d+)?) ?s(?:econds?)?$")
_ERROR_CODE = re.compile(r"^[a-z]+(?:_[a-z]+)+$|^ratelimited$|^accesslimited$")
_WORDS: dict[str, Fault] = {
    "ratelimited": Fault(FaultKind.STATUS, status=_TOO_MANY_REQUESTS),
    "hangs": Fault(FaultKind.HANG),
    "hangs after storing": Fault(FaultKind.HANG, stores=True),
    "drops the answer": Fault(FaultKind.DROP, stores=True),
    "resets": Fault(FaultKind.RESET),
    "half an answer": Fault(FaultKind.HALF, stores=True),
    "html": Fault(FaultKind.HTML),
    "html after storing": Fault(FaultKind.HTML, stores=True),
}
_OF_THE_TOKEN = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "not_authed",
        "org_login_required",
        "team_added_to_org",
        "token_expired",
        "token_revoked",
        "two_factor_setup_required",
    }
)
_TIMES: dict[str, int | None] = {"once": 1, "twice": 2, "always": None, "until cleared": None}


def parse_fault(spec: str) -> Fault:
    """Read a fault, or raise ValueError with a sentence that names what is accepted."""
    wanted = " ".join(spec.split())
    counted = _COUNT.match(wanted.lower())
    fault = _parse_what(counted["what"]) if counted else None
    if counted is None or fault is None:
        raise ValueError(f"{spec.strip()!r} is no fault: {ACCEPTED_FORMS}.")
    fault = replace(fault, spec=wanted)
    if counted["word"]:
        return replace(fault, times=_TIMES[counted["word"]])
    if counted["times"]:
        return replace(fault, times=int(counted["times"]))
    if counted["seconds"]:
        return replace(fault, times=None, seconds=float(counted["seconds"]))
    return fault


def _parse_what(what: str) -> Fault | None:
    if what in _WORDS:
        return _WORDS[what]
    if found := _STATUS.match(what):
        status, stores = int(found["status"]), bool(found["stores"])
        if stores and status < _SERVER_ERROR:
            return None
        return Fault(FaultKind.STATUS, status=status, stores=stores)
    if found := _SLOW.match(what):
        return Fault(FaultKind.SLOW, stores=True, delay=float(found["delay"]))
    return Fault(FaultKind.ERROR, error=what) if _ERROR_CODE.match(what) else None


@dataclass
class _Armed:
    fault: Fault
    method: str
    left: int | None
    until: float | None


class _Unset(Enum):
    TOKEN = 0


_UNSET: Final = _Unset.TOKEN


class Faults:
    """The faults that are waiting for a call, and those that come at random."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._armed: list[_Armed] = []
        self._random: list[tuple[float, Fault]] = []
        self._rng = random.Random(0)
        self._random_method = ANY_METHOD

    def add(
        self,
        fault: Fault,
        method: str | None = None,
        times: int | _Unset | None = _UNSET,
        seconds: float | None = None,
    ) -> None:
        """Let the next calls of a method go wrong; faults wait in line.

        Without a method, the fault strikes `fault.method`; "*" is every method. `times` (None:
        until cleared) and `seconds` of the workspace's clock stand above those of the fault itself.
        """
        if seconds is not None:
            fault = replace(fault, times=None, seconds=seconds)
        if not isinstance(times, _Unset):
            fault = replace(fault, times=times)
        until = None if fault.seconds is None else self._clock() + fault.seconds
        with self._lock:
            self._armed.append(_Armed(fault, method or fault.method, fault.times, until))

    def at_random(
        self, chances: Mapping[str, float], rng: random.Random, method: str = "chat.postMessage"
    ) -> None:
        """Let each call of a method ("*" for every one) go wrong with these chances, by fault."""
        if sum(chances.values()) > 1:
            raise ValueError("The chances of the faults add up to more than 1.")
        parsed = [(chance, parse_fault(spec)) for spec, chance in chances.items()]
        with self._lock:
            self._random, self._rng, self._random_method = parsed, rng, method

    def clear(self) -> None:
        """Let every call go well again."""
        with self._lock:
            self._armed.clear()
            self._random = []

    @property
    def waiting(self) -> list[str]:
        """What is still to go wrong, as it was written."""
        with self._lock:
            return [armed.fault.spec or armed.fault.outcome.value for armed in self._armed]

    def take(self, method: str) -> tuple[Fault, float] | None:
        """Return the fault of this call and the seconds that it goes on for, else None."""
        with self._lock:
            now = self._clock()
            self._armed = [a for a in self._armed if a.until is None or a.until > now]
            for armed in self._armed:
                if armed.method in (ANY_METHOD, method):
                    return self._use(armed), (armed.until - now if armed.until else 1.0)
            fault = self._by_chance(method)
            return None if fault is None else (fault, 1.0)

    def _use(self, armed: _Armed) -> Fault:
        if armed.left is not None:
            armed.left -= 1
            if armed.left <= 0:
                self._armed.remove(armed)
        return armed.fault

    def _by_chance(self, method: str) -> Fault | None:
        if not self._random or self._random_method not in (ANY_METHOD, method):
            return None
        drawn = self._rng.random()
        for chance, fault in self._random:
            if drawn < chance:
                return fault
            drawn -= chance
        return None
