"""What taking in Slack's events works with."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bridge.events.intake import Intake
from bridge.events.own_app import OwnApp
from postbox.frozen import Frozen
from postbox.inbox.stores.inbox import Inbox
from postbox.links.stores.links import Links

if TYPE_CHECKING:
    from bridge.events.directory_intake import DirectoryIntake
    from bridge.events.mailboxes import Mailboxes
    from postbox.inbox.stores.backfills import Backfills
    from postbox.inbox.stores.reactions import Reactions


class ReceiveServices(Frozen):
    """The mailbox, the signing secret and the time."""

    signing_secret: Callable[[], str]
    """Raises as bridge.links.secrets does."""
    intake: Intake
    inbox: Inbox
    links: Links
    own_app: OwnApp
    reactions: "Callable[[], Reactions]"
    """These four are made when they are needed: most events are messages."""
    backfills: "Callable[[], Backfills]"
    directory: "Callable[[], DirectoryIntake]"
    mailboxes: "Callable[[], Mailboxes]"
    aside: Callable[[str, str], None]
    """Told of the kind of what could not be dealt with, and why; never of what it says."""
    clock: Callable[[], float]
    """Epoch seconds."""
