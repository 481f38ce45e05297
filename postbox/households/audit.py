"""The trail: who did what, and when; ids and never a word. Pure."""

from enum import StrEnum
from typing import ClassVar

from postbox.frozen import Frozen


class Action(StrEnum):
    """What was done."""

    SENT = "sent"
    """Also reactions, changes, deletions and what is scheduled."""
    HEARD = "heard"
    CHANGED = "changed"
    """Who may hear and send."""
    LINKED = "linked"
    UNLINKED = "unlinked"


class Audited(Frozen):
    """One line of the trail."""

    VERSION: ClassVar[int] = 1

    action: Action
    at: float
    """In epoch seconds."""
    id: str
    """Tells it from others of its moment: Alexa's request id, where there is one."""
    account_id: str
    link_id: str = ""
    household: str = ""
    is_recognized: bool = False
    """Whether Alexa recognized the voice as the account's."""
    of: tuple[str, ...] = ()
    """The ids of what was sent, or of the conversations that were heard."""
