"""Keeping a link true: whose token it is, and whether Slack takes it.

The owner's link is what the owner put into Parameter Store; anybody else's was made by account
linking, and stays theirs. The skill learns of either from the mailbox only.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from bridge.links.secrets import SecretMissing
from bridge.links.tokens import Tokens
from bridge.slack.errors import SlackError, SlackRefused
from bridge.slack.gateway import SlackGateway
from bridge.slack.payloads.shapes import Identity
from bridge.slack.verdicts import Act, judge
from postbox.frozen import Frozen
from postbox.links.default_place import ASK, MYSELF
from postbox.links.link import Link, LinkState
from postbox.links.stores.links import PERSONAL, Links
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from postbox.store.keys import DAY

if TYPE_CHECKING:
    from postbox.directory.entries import Conversation

TRIES = 3
"""So often a refresh begins anew that found the link changed by somebody else meanwhile."""


class LinkRefresh(Frozen):
    """Refreshes one link."""

    tokens: Tokens
    slack: SlackGateway
    links: Links
    default_conversation: str
    clock: Callable[[], float]
    link_id: str = PERSONAL

    def refresh(self, *, is_new_token: bool) -> Link | None:
        """Return the link as it now stands, or None when there never was a token.

        Raises what bridge.slack.gateway and bridge.links.secrets raise when Slack or Parameter
        Store cannot be asked; the link then stays.
        """
        for _ in range(TRIES):
            try:
                return self._refreshed(is_new_token=is_new_token)
            except ConditionFailed:
                continue
        raise MailboxUnavailable("the link changes all the time")

    def with_default(self, link: Link, conversations: "Iterable[Conversation]") -> Link:
        """Return the link with its default conversation, as far as it is among these."""
        if self.default_name in (MYSELF, ASK):
            return self._with_named(link)
        wanted = self.default_name.casefold()
        named = (conversation for conversation in conversations if conversation.name)
        default = next(
            (conversation for conversation in named if conversation.name.casefold() == wanted), None
        )
        found = replace(
            link,
            default_conversation_id=default.id if default else None,
            default_conversation_name=default.name if default else self.default_name,
        )
        return self._kept(link, found)

    def _with_named(self, link: Link) -> Link:
        """Return the link with a default that is no conversation of the workspace's."""
        found = replace(
            link, default_conversation_id=None, default_conversation_name=self.default_name
        )
        return self._kept(link, found)

    def _kept(self, link: Link, found: Link) -> Link:
        try:
            return self._saved(link, found)
        except ConditionFailed:
            # Somebody else changed the link; it is found again in five minutes.
            return link

    def _refreshed(self, *, is_new_token: bool) -> Link | None:
        before = self.links.readable(self.link_id)
        if before is None and self.link_id != PERSONAL:
            return None
        try:
            token = self.tokens.of(self.link_id, fresh=True)
            identity = self.slack.identity(token)
        except SecretMissing:
            return self._ended(before, "token_missing")
        except SlackRefused as refused:
            if judge(refused.code).act is Act.RELINK:
                return self._ended(before, refused.code)
            raise
        if before is not None and before.is_own_mailbox and not _is_of(identity, before):
            return self._ended(before, "another_account")
        link = self._link(before, identity, is_new_token=is_new_token)
        link = self._with_zone(link, token, is_new_token=is_new_token)
        return self._saved(before, self._with_groups(link, token))

    def _saved(self, before: Link | None, after: Link) -> Link:
        if before is None:
            return self.links.put(after)
        return before if after == before else self.links.save(before, after)

    def _link(self, before: Link | None, identity: Identity, *, is_new_token: bool) -> Link:
        same = before if before is not None and _is_of(identity, before) else None
        was_active = same is not None and same.state is LinkState.ACTIVE
        if same is not None and same.is_own_mailbox:
            # Account linking says since when it has its token, and what was granted.
            return replace(
                same,
                user_name=identity.user_name,
                state=LinkState.ACTIVE,
                problem=None,
                problem_since=None,
            )
        return Link(
            link_id=self.link_id,
            team_id=identity.team_id,
            user_id=identity.user_id,
            user_name=identity.user_name,
            state=LinkState.ACTIVE,
            default_conversation_id=same.default_conversation_id if same else None,
            default_conversation_name=(
                same.default_conversation_name if same else self.default_name
            ),
            user_groups=same.user_groups if same else (),
            moved=same.moved if same else (),
            zone=same.zone if same else "",
            zone_asked_at=same.zone_asked_at if same else None,
            linked_since=self._since(same),
            linked_at=same.linked_at if same and was_active and not is_new_token else self.clock(),
            revision=before.revision if before else 0,
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
        except SlackError:
            return link
        return replace(link, zone=zone, zone_asked_at=now)

    def _with_groups(self, link: Link, token: str) -> Link:
        """Return the link with the user groups that its user is in; as they were, where unknown."""
        try:
            return replace(link, user_groups=self.slack.user_groups(token, link.user_id))
        except SlackError:
            # A token from before this permission was asked for, say; the link itself is good.
            return link

    def _since(self, same: Link | None) -> float:
        known = (same.linked_since or same.linked_at) if same else None
        return self.clock() if known is None else known

    def _ended(self, before: Link | None, problem: str) -> Link | None:
        if before is None or before.problem == problem:
            return before
        return self.links.end(before, problem, self.clock())

    @property
    def default_name(self) -> str:
        """What the default conversation is called."""
        return self.default_conversation.strip().removeprefix("#")


def _is_of(identity: Identity, link: Link) -> bool:
    return (identity.team_id, identity.user_id) == (link.workspace_id, link.user_id)
