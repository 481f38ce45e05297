"""The calls that a delivery makes, with the right token, counted and their answers sorted."""

from collections.abc import Callable
from typing import TypeVar

from bridge.links.tokens import with_token
from bridge.outbox.delivery_services import DeliveryServices
from bridge.slack.errors import SlackRefused, SlackUnclear
from bridge.slack.verdicts import Act, judge
from postbox.outbox.message import OutboundMessage

T = TypeVar("T")


class Blind(Exception):
    """The conversation cannot be read back, and never will be."""


class Calls:
    """Slack calls for one link; `made` counts them."""

    def __init__(self, services: DeliveryServices, link_id: str) -> None:
        """Call Slack with the token of the link."""
        self._tokens = services.tokens
        self._slack = services.slack
        self._direct_messages = services.direct_messages
        self._link_id = link_id
        self.made = 0

    def open(self, user_id: str) -> str:
        """Return the direct message with a user; SlackUnclear when it has to be asked again."""
        return self._sorted(lambda token: self._opened(token, user_id))

    def post(self, message: OutboundMessage) -> str:
        """Post a message and return its ts; SlackUnclear when it may have been posted."""
        return self._sorted(lambda token: self._post(token, message))

    def find(self, message: OutboundMessage, since: float) -> str | None:
        """Return the ts of a message if Slack has it; Blind when that can never be known."""
        try:
            return self._sorted(lambda token: self._find(token, message, since))
        except SlackRefused as refused:
            if judge(refused.code).act in {Act.GIVE_UP, Act.DONE}:
                raise Blind(refused.code) from None
            raise

    def _opened(self, token: str, user_id: str) -> str:
        known = self._direct_messages.known(token, user_id)
        if known is not None:
            return known
        self.made += 1
        opened = self._slack.open(token, user_id)
        self._direct_messages.remember(token, user_id, opened)
        return opened

    def _post(self, token: str, message: OutboundMessage) -> str:
        self.made += 1
        return self._slack.post(token, message)

    def _find(self, token: str, message: OutboundMessage, since: float) -> str | None:
        self.made += 1
        return self._slack.find(token, message, since)

    def _sorted(self, call: Callable[[str], T]) -> T:
        try:
            return with_token(self._tokens, self._link_id, call)
        except SlackRefused as refused:
            if judge(refused.code).act is Act.READ_BACK:
                raise SlackUnclear(refused.code) from None
            raise
