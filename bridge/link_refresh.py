"""Keeping the personal link true: whose token it is, whether Slack takes it, and the names.

The link is what the owner put into Parameter Store; the skill learns of it from the mailbox only.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bridge.secrets import SecretMissing
from bridge.slack_errors import Act, judge
from bridge.slack_gateway import SlackGateway
from bridge.slack_shapes import Identity
from bridge.slack_trouble import SlackRefused
from bridge.tokens import Tokens
from mailbox.directory import Conversation, Directories, Directory
from mailbox.link import Link, LinkState
from mailbox.links import PERSONAL, Links

DIRECTORY_SECONDS = 3600


@dataclass(frozen=True)
class LinkRefresh:
    """Refreshes the personal link and its workspace's directory."""

    tokens: Tokens
    slack: SlackGateway
    links: Links
    directories: Directories
    default_conversation: str
    clock: Callable[[], float]

    def refresh(self, *, names_too: bool) -> Link | None:
        """Return the link as it now stands, or None when there never was a token.

        Names are listed once an hour, and when asked for. Raises what bridge.slack_gateway and
        bridge.secrets raise when Slack or Parameter Store cannot be asked; the link then stays.
        """
        before = self.links.get(PERSONAL)
        try:
            token = self.tokens.of(PERSONAL, fresh=True)
            identity = self.slack.identity(token)
        except SecretMissing:
            return self._broken(before, "token_missing")
        except SlackRefused as refused:
            if judge(refused.code).act is Act.RELINK:
                return self._broken(before, refused.code)
            raise
        is_new = before is None or _whose(before) != _whose(identity)
        if names_too or is_new or self._names_are_old(identity.team_id):
            self._list_names(identity.team_id, token)
        default = self._default(self.directories.get(identity.team_id))
        link = Link(
            link_id=PERSONAL,
            team_id=identity.team_id,
            user_id=identity.user_id,
            user_name=identity.user_name,
            state=LinkState.ACTIVE,
            default_conversation_id=default.id if default else None,
            default_conversation_name=default.name if default else self._default_name,
        )
        if link != before:
            self.links.save(link)
        return link

    def _broken(self, before: Link | None, problem: str) -> Link | None:
        if before is None or before.problem == problem:
            return before
        now = self.clock()
        broken = replace(before, state=LinkState.BROKEN, problem=problem, problem_since=now)
        self.links.save(broken)
        return broken

    def _names_are_old(self, team_id: str) -> bool:
        listed_at = self.directories.listed_at(team_id)
        return listed_at is None or self.clock() - listed_at > DIRECTORY_SECONDS

    def _list_names(self, team_id: str, token: str) -> None:
        directory = Directory.of(self.slack.people(token), self.slack.conversations(token))
        self.directories.save(team_id, directory, self.clock())

    @property
    def _default_name(self) -> str:
        return self.default_conversation.strip().removeprefix("#")

    def _default(self, directory: Directory) -> Conversation | None:
        wanted = self._default_name.casefold()
        found = (each for each in directory.conversations.values() if each.name)
        return next((each for each in found if each.name.casefold() == wanted), None)


def _whose(identity: Identity | Link) -> tuple[str, str]:
    return identity.team_id, identity.user_id
