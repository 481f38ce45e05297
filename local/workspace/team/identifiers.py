"""Identifiers, tokens and timestamps as Slack makes them, the same ones for the same seed."""

import random
import re
import string
import uuid
from collections.abc import Callable

_ALPHABET = string.ascii_uppercase + string.digits
_MICROSECONDS = 1_000_000
_TS = re.compile(r"([0-9]{1,12})(?:\.([0-9]{0,12}))?")


class Identifiers:
    """A source of ids that never repeats one; each kind of id has its own sequence."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._sources: dict[str, random.Random] = {}
        self._made: set[str] = set()

    def make(self, prefix: str, length: int = 11) -> str:
        """Return a new id such as U0ABCDEFGHI, `length` characters long."""
        source = self._source(prefix)
        while True:
            made = prefix + "0" + "".join(source.choices(_ALPHABET, k=length - len(prefix) - 1))
            if made not in self._made:
                self._made.add(made)
                return made

    def token(self) -> str:
        """Return a new user token."""
        source = self._source("token")
        numbers = "-".join(str(source.randrange(10**11, 10**12)) for _ in range(3))
        return f"xoxp-{numbers}-{self.secret('token')}"

    def secret(self, purpose: str) -> str:
        """Return 32 hexadecimal digits."""
        return f"{self._source(purpose).getrandbits(128):032x}"

    def client_msg_id(self) -> str:
        """Return the UUID that a Slack client gives to a message it sends."""
        return str(uuid.UUID(int=self._source("client_msg_id").getrandbits(128), version=4))

    def _source(self, purpose: str) -> random.Random:
        if purpose not in self._sources:
            self._sources[purpose] = random.Random(f"{self._seed}/{purpose}")
        return self._sources[purpose]


class Timestamps:
    """Makes each `ts` later than the one before, even when the clock stands still."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = 0

    def make(self) -> str:
        """Return the next timestamp as "seconds.microseconds"."""
        self._last = max(int(self._clock() * _MICROSECONDS), self._last + 1)
        return ts_of(self._last)


def ts_of(key: int) -> str:
    """Write microseconds since the epoch as a `ts`."""
    return f"{key // _MICROSECONDS}.{key % _MICROSECONDS:06d}"


def ts_key(ts: str) -> int:
    """Read a `ts`, or a number of seconds, as microseconds; raise ValueError if it is neither."""
    found = _TS.fullmatch(ts)
    if found is None:
        raise ValueError(f"{ts!r} is no timestamp")
    return int(found[1]) * _MICROSECONDS + int((found[2] or "")[:6].ljust(6, "0"))
