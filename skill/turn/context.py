"""One turn of a conversation: the request, and all that answering it may touch.

Why one cannot be answered is said in skill/dialog/troubles.py.
"""

from dataclasses import fields
from datetime import tzinfo
from functools import cached_property
from typing import Any

from postbox.links.link import Link
from skill.turn.parts import Parts
from skill.turn.permission import EVERYTHING, Permission
from skill.turn.request import Request


class NotLinked(Exception):
    """The speaker has no link to Slack."""


class NotTaken(Exception):
    """The mailbox could not be reached while a message was composed: nothing of it was sent."""


class Turn(Request, Parts):
    """The one context of a turn: what was asked, and the parts with which it is answered."""

    @classmethod
    def of(cls, request: Request, parts: Parts, deadline: float) -> "Turn":
        """Begin the turn of a request that must be answered by this moment (epoch seconds)."""
        return cls(**_fields(request) | _fields(parts) | {"timing": parts.timing.until(deadline)})

    @cached_property
    def known_link(self) -> Link | None:
        """The speaker's link to Slack as it was in this turn, None where there is none.

        Raises MailboxUnavailable.
        """
        return self.speaker.links.get(self.link_id)

    @property
    def link(self) -> Link:
        """The speaker's link to Slack; raises NotLinked and MailboxUnavailable."""
        if self.known_link is None:
            raise NotLinked
        return self.known_link

    @cached_property
    def permission(self) -> Permission:
        """What the voice that speaks may; raises MailboxUnavailable."""
        if self.speaking is None:
            return EVERYTHING
        # Only where it is shared.
        from postbox.households.stores.voices import Scope  # noqa: PLC0415
        from skill.turn.shared_permission import permission_of  # noqa: PLC0415

        scope, now = Scope(self.speaking.household, self.link_id), self.timing.clock()
        voices = self.sharing.voices

        def is_open(whose: str) -> bool:
            return voices.is_open(scope, whose, self.session_id, now)

        return permission_of(self.speaking, voices.of(scope), is_open)

    @cached_property
    def zone(self) -> tzinfo | None:
        """The speaker's time zone, None where none is known; raises as `link` does."""
        from skill.turn.zone import zone_of  # noqa: PLC0415 - few turns tell a time

        return zone_of(self, self.link, self.zones, self.timing)


def _fields(whole: Any) -> dict[str, Any]:
    return {field.name: getattr(whole, field.name) for field in fields(whole)}
