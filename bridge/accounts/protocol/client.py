"""The one client: Alexa, and where it has people sent back to. Pure."""

from postbox.frozen import Frozen

SCOPE = "slack"
_REDIRECTS = (
    "https://pitangui.amazon.com/api/skill/link/",
    "https://layla.amazon.com/api/skill/link/",
    "https://alexa.amazon.co.jp/api/skill/link/",
)
"""Alexa's, for North America, Europe and Japan; the vendor's id stands behind each
(https://developer.amazon.com/docs/alexa/account-linking/requirements-account-linking.html)."""


class Client(Frozen):
    """The one client: Alexa, for skills of these vendors."""

    client_id: str
    redirect_uris: frozenset[str]

    @classmethod
    def of_vendors(cls, client_id: str, vendor_ids: tuple[str, ...]) -> "Client":
        """Return the client that sends people back to skills of these vendors."""
        places = {f"{front}{vendor}" for front in _REDIRECTS for vendor in vendor_ids}
        return cls(client_id, frozenset(places))
