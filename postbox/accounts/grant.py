"""What Alexa holds of an account: a code for five minutes, then tokens, one family of them. Pure.

Every refreshing gives a new refresh token and ends the one before (RFC 9700, 4.14.2). One that
was used before comes from somebody who took it, or from Alexa, whose answer got lost: for a
few seconds the one before the newest is taken once more; later the whole family ends.
"""

from dataclasses import replace
from typing import ClassVar

from postbox.frozen import Frozen
from postbox.store.keys import DAY

CODE_SECONDS = 300
ACCESS_SECONDS = 3600
"""Alexa wants 360 at least."""
REPEATED_SECONDS = 30
"""So long an answer may have been lost: Alexa waits 4.5 s for it, and asks again."""
KEPT_SECONDS = 200 * DAY
"""An account that is not used for so long is forgotten: Alexa renews its tokens every hour."""
MOST_ACCESS = 8
"""So many access tokens of a family are remembered, to be ended with it."""


class Code(Frozen):
    """An authorization code."""

    VERSION: ClassVar[int] = 1

    account_id: str
    family_id: str
    client_id: str
    redirect_uri: str
    challenge: str
    """The S256 code challenge; "" where Alexa sent none."""
    expires: float
    is_used: bool = False


class Family(Frozen):
    """All tokens that came from one code."""

    VERSION: ClassVar[int] = 1

    family_id: str
    account_id: str
    client_id: str
    newest: str
    """The digest of the refresh token that counts."""
    before: str = ""
    """The digest of the one that it took the place of."""
    renewed_at: float = 0.0
    is_ended: bool = False
    access: tuple[str, ...] = ()
    """The digests of the newest access tokens."""
    revision: int = 0

    def accepts(self, refresh: str, now: float) -> bool:
        """Whether tokens may be renewed by the refresh token of this digest."""
        # The table deletes what expired some days later, or not at all.
        if self.is_ended or now - self.renewed_at > KEPT_SECONDS:
            return False
        is_repeated = refresh == self.before and now - self.renewed_at <= REPEATED_SECONDS
        return refresh == self.newest or is_repeated

    def renewed(self, by: str, refresh: str, access: str, now: float) -> "Family":
        """Return the family after the token `by` gave way to new ones."""
        # A repeated renewal ends the token that was given out in the answer that got lost.
        return replace(
            self,
            newest=refresh,
            before=by,
            renewed_at=now if by == self.newest else self.renewed_at,
            access=(*self.access, access)[-MOST_ACCESS:],
            revision=self.revision + 1,
        )

    def ended(self) -> "Family":
        """Return the family of which nothing counts any more."""
        return replace(self, is_ended=True, access=(), revision=self.revision + 1)
