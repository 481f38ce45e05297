"""An account linking under way in somebody's browser. Pure."""

from dataclasses import replace
from typing import ClassVar

from postbox.frozen import Frozen

LINKING_SECONDS = 900


class Consent(Frozen):
    """What somebody let Earshot do in one workspace; it counts only at the end of the linking."""

    team_id: str
    team_name: str
    user_id: str
    user_name: str
    scopes: tuple[str, ...]
    link_id: str
    sealed: str
    """The token, encrypted for that link."""
    expires: float | None = None
    """When the token ends, in epoch seconds; None where it does not."""


class Linking(Frozen):
    """What Alexa asked for, and what was consented to so far."""

    VERSION: ClassVar[int] = 1

    client_id: str
    redirect_uri: str
    state: str
    challenge: str
    slack_state: str
    """The digest of the state that Slack is to send back; "" after it did."""
    expires: float
    consents: tuple[Consent, ...] = ()
    revision: int = 0

    def with_consent(self, consent: Consent) -> "Linking":
        """Return the linking with a workspace, which replaces the same one."""
        others = tuple(other for other in self.consents if other.team_id != consent.team_id)
        return replace(self, consents=(*others, consent))
