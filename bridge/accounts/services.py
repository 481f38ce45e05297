"""What account linking works with."""

from collections.abc import Callable

from bridge.accounts.protocol.client import Client
from bridge.links.token_seal import TokenSeal
from bridge.slack.gateway import SlackGateway
from postbox.accounts.stores.accounts import Accounts
from postbox.accounts.stores.grants import Grants
from postbox.accounts.stores.identities import Identities
from postbox.accounts.stores.linkings import Linkings
from postbox.frozen import Frozen
from postbox.links.stores.links import Links
from postbox.links.stores.sealed_tokens import SealedTokens
from postbox.store.table import Table


class SlackApp(Frozen):
    """The Slack app that people consent to."""

    client_id: str
    secret: Callable[[], str]
    """Raises as bridge.links.secrets does."""
    authorize_page: str
    """Where Slack asks people, such as https://slack.com/oauth/v2/authorize."""
    workspaces: frozenset[str]
    """The ids of the workspaces that may be linked; empty for any."""

    @property
    def credentials(self) -> tuple[str, str]:
        """Id and secret."""
        return self.client_id, self.secret()


class AccountServices(Frozen, kw_only=True):
    """Everything around account linking."""

    issuer: str
    """Our own address, https://... without a slash at its end."""
    client: Client
    client_secret: Callable[[], str]
    """Alexa's; raises as bridge.links.secrets does."""
    app: SlackApp
    slack: SlackGateway
    seal: TokenSeal
    table: Table
    default_conversation: str
    new_secret: Callable[[], str]
    """Makes a random text of at least 256 bits, of letters and digits."""
    new_id: Callable[[], str]
    """Makes a random id of at least 128 bits, of lower-case letters and digits."""
    clock: Callable[[], float]
    """Epoch seconds."""

    @property
    def linkings(self) -> Linkings:
        """Linkings under way."""
        return Linkings(self.table)

    @property
    def grants(self) -> Grants:
        """What Alexa holds."""
        return Grants(self.table)

    @property
    def accounts(self) -> Accounts:
        """The accounts."""
        return Accounts(self.table)

    @property
    def identities(self) -> Identities:
        """Which link a Slack identity has."""
        return Identities(self.table)

    @property
    def links(self) -> Links:
        """The links."""
        return Links(self.table)

    @property
    def tokens(self) -> SealedTokens:
        """Their tokens."""
        return SealedTokens(self.table)

    @property
    def callback(self) -> str:
        """Where Slack sends people back to."""
        return f"{self.issuer}/slack/linked"
