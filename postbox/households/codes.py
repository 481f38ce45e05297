"""Four digits that are asked for aloud: what is kept of them, and how often one may guess. Pure.

Ten thousand codes are few: neither salt nor slowness keeps one from who has the table. What keeps
it from who is in the room is that guesses are counted.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import ClassVar

DIGITS = 4
FREE_TRIES = 5
"""So many wrong codes are nothing; after each further five it takes twice as long."""
FIRST_WAIT, LONGEST_WAIT = 900.0, 86_400.0
"""Seconds."""
LASTS = 3600.0
"""A session that was opened by the code stays so for an hour at most."""
_COST = 2**14


@dataclass(frozen=True)
class Code:
    """What is kept of a code."""

    salt: str
    digest: str = field(repr=False)

    @classmethod
    def of(cls, digits: str, salt: str) -> "Code":
        """Return what is kept of these digits; the salt is different for each."""
        return cls(salt, _digest(digits, salt))

    def is_that(self, digits: str) -> bool:
        """Whether these are the digits; how long it takes tells nothing of either."""
        return hmac.compare_digest(_digest(digits, self.salt), self.digest)


@dataclass(frozen=True)
class Tries:
    """How often a code was wrong since it was right, and which session it opened."""

    VERSION: ClassVar[int] = 1

    wrong: int = 0
    closed_until: float = 0.0
    """In epoch seconds."""
    opened: str = ""
    """The digest of the session that the code was said in."""
    opened_at: float = 0.0
    revision: int = 0

    def may_try(self, now: float) -> bool:
        """Whether a code is compared at all."""
        return now >= self.closed_until

    def begun(self, now: float) -> "Tries":
        """Return the tries with one more, which counts as wrong until it was right."""
        wrong = self.wrong + 1
        over, again = divmod(wrong, FREE_TRIES)
        until = self.closed_until
        if over and not again:
            until = now + min(FIRST_WAIT * 2.0 ** min(over - 1, 16), LONGEST_WAIT)
        return Tries(wrong, until, self.opened, self.opened_at, self.revision + 1)

    def opening(self, session: str, now: float) -> "Tries":
        """Return the tries after the right code was said in a session."""
        return Tries(0, 0.0, session, now, self.revision + 1)

    def is_open(self, session: str, now: float) -> bool:
        """Whether the code was said in this session, lately."""
        is_lately = self.opened_at <= now <= self.opened_at + LASTS
        return bool(session) and is_lately and hmac.compare_digest(self.opened, session)


def session_digest(session_id: str) -> str:
    """Return what is kept of a session's id."""
    return hashlib.sha256(session_id.encode("utf-8", "replace")).hexdigest()


def digits_in(spoken: str) -> str:
    """Return the four digits of what was said for a code, "" where it is none."""
    digits = "".join(spoken.split())
    is_code = len(digits) == DIGITS and digits.isascii() and digits.isdigit()
    return digits if is_code else ""


def _digest(digits: str, salt: str) -> str:
    return hashlib.scrypt(digits.encode(), salt=salt.encode(), n=_COST, r=8, p=1).hex()
