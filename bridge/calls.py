"""The two calls that a delivery makes, with the right token, counted and their answers sorted."""

from bridge.slack_errors import Act, judge
from bridge.slack_gateway import SlackGateway
from bridge.slack_trouble import SlackRefused, SlackUnclear
from bridge.tokens import Tokens, with_token
from mailbox.outbound import OutboundMessage


class Blind(Exception):
    """The conversation cannot be read back, and never will be."""


class Calls:
    """Slack calls for one message."""

    def __init__(self, tokens: Tokens, slack: SlackGateway, message: OutboundMessage) -> None:
        """Call this Slack with the token of the message's link."""
        self._tokens = tokens
        self._slack = slack
        self._message = message
        self.made = 0

    def post(self) -> str:
        """Post the message and return its ts; SlackUnclear when it may have been posted."""
        try:
            return with_token(self._tokens, self._message.link_id, self._post)
        except SlackRefused as refused:
            if judge(refused.code).act is Act.READ_BACK:
                raise SlackUnclear(refused.code) from None
            raise

    def find(self, since: float) -> str | None:
        """Return the ts of the message if Slack has it; Blind when that can never be known."""
        try:
            return with_token(
                self._tokens, self._message.link_id, lambda token: self._find(token, since)
            )
        except SlackRefused as refused:
            act = judge(refused.code).act
            if act is Act.READ_BACK:
                raise SlackUnclear(refused.code) from None
            if act in {Act.GIVE_UP, Act.DONE}:
                raise Blind(refused.code) from None
            raise

    def _post(self, token: str) -> str:
        self.made += 1
        return self._slack.post(token, self._message)

    def _find(self, token: str, since: float) -> str | None:
        self.made += 1
        return self._slack.find(token, self._message, since)
