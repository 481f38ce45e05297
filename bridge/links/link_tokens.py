"""The tokens of links: encrypted in the table, renewed before they end by one worker at a time.

Slack ends a refresh token shortly after it was used
(https://docs.slack.dev/authentication/using-token-rotation): two workers that renew at once would
lose the link. So a worker first takes a lease, by a conditional write.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bridge.links.secrets import REMEMBERED_SECONDS, SecretMissing, SecretUnavailable
from bridge.links.token_seal import TokenSeal
from bridge.slack.errors import SlackError, SlackRefused
from bridge.slack.oauth import SlackOAuth
from bridge.slack.payloads.grants import SlackToken
from postbox.links.stores.sealed_tokens import SealedToken, SealedTokens

RENEWED_BEFORE = 3600.0
"""Seconds before its end in which a token is renewed; Slack's live for twelve hours."""
LEASE_SECONDS = 30.0
"""Longer than Slack takes to answer, or a function to give up."""
SPARE_SECONDS = 60.0
"""A token that ends sooner is not used any more."""
MOST_REMEMBERED = 1000


@dataclass(frozen=True)
class LinkTokens:
    """Tokens by link; everything raises MailboxUnavailable."""

    stored: SealedTokens
    seal: TokenSeal
    slack: Callable[[], SlackOAuth]
    app: Callable[[], tuple[str, str]]
    """The Slack app's id and secret."""
    clock: Callable[[], float]
    _known: dict[str, tuple[float, str]] = field(default_factory=dict, repr=False)
    """Until when a token counts without looking, by link."""

    def of(self, link_id: str, *, fresh: bool = False) -> str:
        """Return a link's token.

        Raises SecretMissing where there is none, SecretUnavailable, and SlackRefused where Slack
        renews it no more.
        """
        until, access = self._known.get(link_id, (0.0, ""))
        if not fresh and self.clock() < until:
            return access
        stored = self.stored.get(link_id)
        if stored is None:
            self._known.pop(link_id, None)
            raise SecretMissing("There is no token for this link.")
        current, token = self._current(stored)
        self._remember(current, token)
        return token.access

    def _current(self, stored: SealedToken) -> tuple[SealedToken, SlackToken]:
        """Return the token as it is to be used now, renewed where it is time."""
        token = self.seal.opened(stored.link_id, stored.sealed)
        if stored.expires is None or stored.expires - self.clock() > RENEWED_BEFORE:
            return stored, token
        if stored.leased_until > self.clock():
            return stored, self._still_good(stored, token, "being renewed")
        leased = self.stored.lease(stored, self.clock() + LEASE_SECONDS)
        if leased is None:
            return self._by_somebody_else(stored)
        return self._renewed(leased, token)

    def _renewed(self, leased: SealedToken, token: SlackToken) -> tuple[SealedToken, SlackToken]:
        try:
            newer = self.slack().renew(self.app(), token.refresh)
        except SlackRefused as refused:
            again = self.stored.get(leased.link_id)
            if again is not None and again.revision != leased.revision:
                return self._read(again)
            if self._is_good(leased):
                return leased, token
            raise refused from None
        except SlackError as error:
            self.stored.save(leased, replace(leased, leased_until=0.0))
            return leased, self._still_good(leased, token, type(error).__name__)
        ends = None if newer.expires_in is None else self.clock() + newer.expires_in
        sealed = self.seal.seal(leased.link_id, newer)
        after = replace(leased, sealed=sealed, expires=ends, leased_until=0.0)
        # Where somebody linked again meanwhile, the token of that linking stays.
        saved = self.stored.save(leased, after)
        return (saved, newer) if saved is not None else self._by_somebody_else(leased)

    def _by_somebody_else(self, before: SealedToken) -> tuple[SealedToken, SlackToken]:
        again = self.stored.get(before.link_id)
        if again is None:
            raise SecretMissing("There is no token for this link any more.")
        return self._read(again)

    def _read(self, stored: SealedToken) -> tuple[SealedToken, SlackToken]:
        token = self.seal.opened(stored.link_id, stored.sealed)
        return stored, self._still_good(stored, token, "being renewed")

    def _still_good(self, stored: SealedToken, token: SlackToken, why: str) -> SlackToken:
        if self._is_good(stored):
            return token
        raise SecretUnavailable(f"The token has ended, and could not be renewed: {why}")

    def _is_good(self, stored: SealedToken) -> bool:
        return stored.expires is None or stored.expires - self.clock() > SPARE_SECONDS

    def _remember(self, stored: SealedToken, token: SlackToken) -> None:
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
        ends = float("inf") if stored.expires is None else stored.expires - SPARE_SECONDS
        self._known[stored.link_id] = min(ends, self.clock() + REMEMBERED_SECONDS), token.access
