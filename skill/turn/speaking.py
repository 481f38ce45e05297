"""Who speaks, where Earshot is shared: the account that a request's token leads to."""

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from postbox.accounts.account import Account, AccountLink

SPEAKER, RECOGNIZED, WORKSPACE = "speaker", "recognized", "workspace"
"""Under these names a session remembers whose it is, whether by a recognized voice, and where."""
TAKEN_OVER = "taken over"
"""Under this name it remembers since when it is theirs, where it was somebody else's before."""


class Speaking(NamedTuple):
    """An account, the workspace that is meant, and how sure it is who speaks."""

    account: "Account"
    link_id: str
    """Of the workspace that is meant; one of the account's."""
    household: str
    """Under which what the Alexa account's household chose is kept."""
    is_recognized: bool
    """Whether Alexa recognized the voice as that of the person who linked this account."""
    takes_over: bool = False
    """Whether the session was somebody else's so far: nothing that it remembers is taken up."""
    is_chosen: bool = True
    """Whether the workspace was chosen, here or by default, or is the only one."""

    @property
    def link(self) -> "AccountLink":
        """The workspace that is meant."""
        return self.account.link(self.link_id) or self.account.links[0]

    @property
    def has_several(self) -> bool:
        """Whether the account has more than one workspace."""
        return len(self.account.links) > 1

    @property
    def remembered(self) -> Mapping[str, Any]:
        """What a session has to remember of whose it is."""
        return {
            SPEAKER: mark_of(self.account.account_id),
            RECOGNIZED: self.is_recognized,
            **({WORKSPACE: self.link_id} if self.has_several and self.is_chosen else {}),
        }


def mark_of(account_id: str) -> str:
    """Return what a session remembers of an account; it leads nowhere."""
    return hashlib.sha256(account_id.encode()).hexdigest()[:24]
