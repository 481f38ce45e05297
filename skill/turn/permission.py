"""What the voice that speaks may hear, send and change."""

from enum import Enum
from typing import NamedTuple


class Standing(Enum):
    """Whether something is allowed."""

    YES = "yes"
    WITH_CODE = "with code"
    """Once the four digits were said."""
    NO = "no"


class Permission(NamedTuple):
    """What is allowed in a turn."""

    hearing: Standing = Standing.YES
    sending: Standing = Standing.YES
    changing: Standing = Standing.YES
    says_texts: bool = True
    """Whether it may be said what somebody wrote, and not only that."""
    names_senders: bool = True
    """Whether it may be said who wrote, and not only how much there is."""
    code_of: str = ""
    """Whose code is asked for where one is: postbox.households.rules.HOUSEHOLD or LINK."""

    @property
    def hears_own(self) -> bool:
        """Whether it may be told what became of the speaker's own messages."""
        return self.hearing is Standing.YES

    @property
    def sends(self) -> bool:
        """Whether something may be sent, or taken back."""
        return self.sending is Standing.YES

    @property
    def hears_all(self) -> bool:
        """Whether messages may be read in full."""
        return self.hearing is Standing.YES and self.says_texts


EVERYTHING = Permission()
"""Where Earshot has one owner, whom skill/alexa/owner_guard.py lets in."""
