"""Ending an account: nobody speaks as its links any more, and their tokens go at once.

What is kept of the links is deleted by the refresh function. Every step may be made again; the
account goes last, so that a worker that dies over it leaves it to be done.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bridge.links.secrets import SecretError
from bridge.links.tokens import Tokens
from bridge.slack.errors import SlackError
from bridge.slack.gateway import SlackGateway
from postbox.accounts.stores.accounts import Accounts
from postbox.accounts.stores.identities import Identities
from postbox.links.link import Link
from postbox.links.stores.leavings import Leavings, Left
from postbox.links.stores.links import Links
from postbox.links.stores.sealed_tokens import SealedTokens
from postbox.store.errors import ConditionFailed
from postbox.store.table import Table


@dataclass(frozen=True)
class AccountEnd:
    """Ends accounts; everything raises MailboxUnavailable."""

    accounts: Accounts
    identities: Identities
    links: Links
    sealed: SealedTokens
    leavings: Leavings
    tokens: Tokens
    slack: SlackGateway
    clock: Callable[[], float]

    @classmethod
    def of(
        cls, table: Table, tokens: Tokens, slack: SlackGateway, clock: Callable[[], float]
    ) -> "AccountEnd":
        """End what is in this table."""
        return cls(
            Accounts(table),
            Identities(table),
            Links(table),
            SealedTokens(table),
            Leavings(table),
            tokens,
            slack,
            clock,
        )

    def leave(self, account_id: str) -> str:
        """End an account, and say in a word what came of it."""
        account = self.accounts.get(account_id)
        if account is None:
            return "left already"
        ended = sum(self._leave(link.link_id, account_id) for link in account.links)
        self.accounts.end(account)
        return f"left; {ended} links ended"

    def _leave(self, link_id: str, account_id: str) -> bool:
        """Whether a link ended with the account: it goes on where another one uses it."""
        token = self.sealed.get(link_id)
        link = self.links.readable(link_id)
        self.accounts.stop_using(link_id, account_id)
        if self.accounts.users_of(link_id):
            return False
        if link is not None:
            self.leavings.keep(Left(link_id, link.team_id, self.clock(), self.clock()))
            self._give_back(link_id)
            self.identities.forget(link.workspace_id, link.user_id)
            self._drop(link)
        if token is not None:
            self.sealed.drop_as_read(token)
        return True

    def _drop(self, link: Link) -> None:
        try:
            self.links.drop(link)
        except ConditionFailed:
            # It changes at this moment; without a token it does nothing, and its data goes, too.
            return

    def _give_back(self, link_id: str) -> None:
        """Let Slack end the token; ours is deleted whatever Slack says."""
        try:
            self.slack.oauth.revoke(self.tokens.of(link_id, fresh=True))
        except (SecretError, SlackError):
            return
