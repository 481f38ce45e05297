"""Which Slack app this Earshot is: events that were told to another one are not for it.

Slack gives every app a signing secret of its own, so the app that the first event signed with a
secret names is the one that the secret belongs to. A new secret is learned anew
(https://docs.slack.dev/authentication/verifying-requests-from-slack).
"""

import hashlib
from collections.abc import Callable
from dataclasses import field

from bridge.slack.payloads.values import identifier
from postbox.frozen import Frozen
from postbox.links.stores.apps import Apps


class OwnApp(Frozen):
    """Knows the app by the secret that it signs with."""

    apps: Apps
    signing_secret: Callable[[], str]
    """Raises as bridge.links.secrets does."""
    _known: dict[str, str] = field(default_factory=dict)

    def is_meant(self, app_id: str) -> bool:
        """Whether an event names this app; raises MailboxUnavailable."""
        if not identifier(app_id):
            return False
        secret = hashlib.sha256(self.signing_secret().encode()).hexdigest()[:32]
        if secret not in self._known:
            self._known[secret] = self.apps.of(secret, app_id)
        return self._known[secret] == app_id
