"""The calls that one action makes, with the right token, counted and their answers sorted."""

from collections.abc import Callable
from typing import TypeVar

from bridge.links.tokens import with_token
from bridge.outbox.actions.services import ActionServices
from bridge.slack.errors import SlackRefused, SlackUnclear
from bridge.slack.verdicts import Act, judge
from postbox.outbox.message import is_user_id

T = TypeVar("T")

CALL_SECONDS = 5
"""What must be left of the Lambda's time before a call to Slack is begun."""


class NoTime(Exception):
    """The Lambda may end before Slack answers; nothing was called."""


class ActionCalls:
    """Slack calls for one link; `made` counts them."""

    def __init__(
        self, services: ActionServices, link_id: str, time_left: Callable[[], float]
    ) -> None:
        """Call Slack with the token of the link; `time_left` tells the Lambda's seconds."""
        self._services = services
        self._link_id = link_id
        self._time_left = time_left
        self.made = 0

    def call(self, make: Callable[[str], T]) -> T:
        """Make a call with the token; SlackUnclear when nobody knows what came of it."""

        def counted(token: str) -> T:
            self._count()
            return make(token)

        return self._sorted(counted)

    def opened(self, conversation_id: str) -> str:
        """Return a conversation's id: that of the direct message where a person is named."""
        if not is_user_id(conversation_id):
            return conversation_id
        return self._sorted(lambda token: self._open(token, conversation_id))

    def _open(self, token: str, user_id: str) -> str:
        direct_messages = self._services.direct_messages
        known = direct_messages.known(token, user_id)
        if known is None:
            self._count()
            known = self._services.slack.open(token, user_id)
            direct_messages.remember(token, user_id, known)
        return known

    def _count(self) -> None:
        if self._time_left() < CALL_SECONDS:
            raise NoTime("no time left")
        self.made += 1

    def _sorted(self, make: Callable[[str], T]) -> T:
        try:
            return with_token(self._services.tokens, self._link_id, make)
        except SlackRefused as refused:
            if judge(refused.code).act is Act.READ_BACK:
                raise SlackUnclear(refused.code) from None
            raise
