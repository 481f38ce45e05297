"""The token that posts for a link."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from bridge.links.secrets import Secrets
from bridge.slack.errors import SlackRefused
from bridge.slack.verdicts import Act, judge

T = TypeVar("T")


class Tokens(Protocol):
    """Where tokens come from."""

    def of(self, link_id: str, *, fresh: bool = False) -> str:
        """Return a link's token; a fresh one is read anew. Raises as bridge.links.secrets does."""


class PersonalToken:
    """The one token of a self-hosted Earshot, kept in Parameter Store by its owner."""

    def __init__(self, secrets: Secrets, parameter: str) -> None:
        """Read the parameter of this name."""
        self._secrets = secrets
        self._parameter = parameter

    def of(self, link_id: str, *, fresh: bool = False) -> str:
        """Return the token, whatever the link: there is only one."""
        del link_id
        return self._secrets.get(self._parameter, fresh=fresh)


def with_token(tokens: Tokens, link_id: str, call: Callable[[str], T]) -> T:
    """Make a call, and once more with a token read anew when Slack refuses the remembered one."""
    token = tokens.of(link_id)
    try:
        return call(token)
    except SlackRefused as refused:
        if judge(refused.code).act is not Act.RELINK:
            raise
        newer = tokens.of(link_id, fresh=True)
        if newer == token:
            raise
        return call(newer)
