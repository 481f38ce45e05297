"""What one account linking gave: the Slack identities that somebody may speak as."""

from typing import ClassVar

from postbox.frozen import Frozen


class AccountLink(Frozen):
    """One Slack identity of an account, as it is spoken of."""

    link_id: str
    workspace_name: str
    user_name: str


class Account(Frozen):
    """Everything that one account linking in the Alexa app let in.

    A new linking makes a new account and joins none: who gets hold of one of somebody's workspaces
    gets nothing of the others.
    """

    VERSION: ClassVar[int] = 1

    account_id: str
    links: tuple[AccountLink, ...]
    """In the order of linking, at least one; the first is meant where none is chosen."""
    linked_at: float
    """In epoch seconds."""

    def link(self, link_id: str) -> AccountLink | None:
        """Return one of this account's links; None for anybody else's."""
        return next((link for link in self.links if link.link_id == link_id), None)
