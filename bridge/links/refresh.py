"""Keeping the personal link true: whose token it is, and whether Slack takes it.

The link is what the owner put into Parameter Store; the skill learns of it from the mailbox only.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bridge.links.secrets import SecretMissing
from bridge.links.tokens import Tokens
from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from bridge.slack.gateway import SlackGateway
from bridge.slack.payloads.shapes import Identity
from bridge.slack.verdicts import Act, judge
from postbox.directory.entries import Conversation
from postbox.links.link import Link, LinkState
from postbox.links.stores.links import PERSONAL, Links
from postbox.store.expiry import DAY


@dataclass(frozen=True)
class LinkRefresh:
    """Refreshes the personal link."""

    tokens: Tokens
    slack: SlackGateway
    links: Links
    default_conversation: str
    clock: Callable[[], float]

    def refresh(self, *, is_new_token: bool) -> Link | None:
        """Return the link as it now stands, or None when there never was a token.

        Raises what bridge.slack.gateway and bridge.links.secrets raise when Slack or Parameter
        Store cannot be asked; the link then stays.
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
        link = self._link(before, identity, is_new_token=is_new_token)
        link = self._with_zone(link, token, is_new_token=is_new_token)
        if link != before:
            self.links.save(link)
        return link

    def with_default(self, link: Link, conversations: Iterable[Conversation]) -> Link:
        """Return the link with its default conversation, as far as it is among these."""
        wanted = self.default_name.casefold()
        named = (each for each in conversations if each.name)
        default = next((each for each in named if each.name.casefold() == wanted), None)
        found = replace(
            link,
            default_conversation_id=default.id if default else None,
            default_conversation_name=default.name if default else self.default_name,
        )
        if found != link:
            self.links.save(found)
        return found

    def _link(self, before: Link | None, identity: Identity, *, is_new_token: bool) -> Link:
        same = (
            before if before is not None and _account_of(before) == _account_of(identity) else None
        )
        was_active = same is not None and same.state is LinkState.ACTIVE
        return Link(
            link_id=PERSONAL,
            team_id=identity.team_id,
            user_id=identity.user_id,
            user_name=identity.user_name,
            state=LinkState.ACTIVE,
            default_conversation_id=same.default_conversation_id if same else None,
            default_conversation_name=(
                same.default_conversation_name if same else self.default_name
            ),
            zone=same.zone if same else "",
            zone_asked_at=same.zone_asked_at if same else None,
            linked_since=self._since(same),
            linked_at=same.linked_at if same and was_active and not is_new_token else self.clock(),
        )

    def _with_zone(self, link: Link, token: str, *, is_new_token: bool) -> Link:
        """Return the link with the zone of the Slack profile, looked up once a day."""
        now = self.clock()
        if link.zone_asked_at is not None and now - link.zone_asked_at < DAY and not is_new_token:
            return link
        try:
            zone = self.slack.zone(token, link.user_id)
        except SlackRefused:
            # Without the permission, say; the link itself is good.
            zone = link.zone
        except (SlackLimited, SlackUnclear, SlackUnreachable):
            return link
        return replace(link, zone=zone, zone_asked_at=now)

    def _since(self, same: Link | None) -> float:
        known = (same.linked_since or same.linked_at) if same else None
        return self.clock() if known is None else known

    def _broken(self, before: Link | None, problem: str) -> Link | None:
        if before is None or before.problem == problem:
            return before
        now = self.clock()
        broken = replace(before, state=LinkState.BROKEN, problem=problem, problem_since=now)
        self.links.save(broken)
        return broken

    @property
    def default_name(self) -> str:
        """What the default conversation is called."""
        return self.default_conversation.strip().removeprefix("#")


def _account_of(identity: Identity | Link) -> tuple[str, str]:
    return identity.team_id, identity.user_id
