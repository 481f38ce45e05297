"""The calls that one attempt makes, with the right token, counted and their answers sorted."""

from collections.abc import Callable
from typing import TypeVar

from bridge.links.tokens import with_token
from bridge.outbox.services import OutboxServices
from bridge.slack.errors import NoTime, SlackRefused, SlackUnclear
from bridge.slack.verdicts import Act, judge
from postbox.outbox.commands import is_user_id

T = TypeVar("T")


class Calls:
    """Slack calls for one link; `made` counts them."""

    def __init__(self, services: OutboxServices, link_id: str) -> None:
        """Call Slack with the token of the link."""
        self._services = services
        self._link_id = link_id
        self.made = 0

    def make(self, call: Callable[[str], T]) -> T:
        """Make a call with the token; SlackUnclear when nobody knows what came of it."""
        return self._sorted(lambda token: self._counted(call, token))

    def opened(self, conversation_id: str) -> str:
        """Return a conversation's id: that of the direct message where a person is named.

        Opening makes no message and gives the same conversation each time, so that a call whose
        outcome is unknown is simply made again.
        """
        if not is_user_id(conversation_id):
            return conversation_id
        return self._sorted(lambda token: self._opened(token, conversation_id))

    def _opened(self, token: str, user_id: str) -> str:
        direct_messages = self._services.direct_messages
        known = direct_messages.known(token, user_id)
        if known is None:
            known = self._counted(lambda same: self._services.slack.open(same, user_id), token)
            direct_messages.remember(token, user_id, known)
        return known

    def _counted(self, call: Callable[[str], T], token: str) -> T:
        self.made += 1
        try:
            return call(token)
        except NoTime:
            self.made -= 1
            raise

    def _sorted(self, call: Callable[[str], T]) -> T:
        try:
            return with_token(self._services.tokens, self._link_id, call)
        except SlackRefused as refused:
            if judge(refused.code).act is Act.READ_BACK:
                raise SlackUnclear(refused.code) from None
            raise
