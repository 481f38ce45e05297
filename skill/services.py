"""What the intent handlers work with: the mailbox, a clock and the settings."""

from collections.abc import Callable
from dataclasses import dataclass

from mailbox.aliases import Aliases
from mailbox.deeds import Deeds
from mailbox.directories import Directories
from mailbox.fillings import Fillings
from mailbox.heads import Heads
from mailbox.hearings import Hearings
from mailbox.inbox import Inbox
from mailbox.links import Links
from mailbox.notices import Notices
from mailbox.queues import OutboxQueue
from mailbox.reactions import Reactions
from mailbox.receipts import Receipts
from mailbox.schedules import Schedules
from mailbox.spending import Summaries
from mailbox.wishes import Wishes
from mailbox.zones import Zones
from skill.alexa.device import DeviceSettings
from skill.reading.catching_up.summarizer import Summarizer


@dataclass(frozen=True)
class Services:
    """Everything outside the skill that an answer may need."""

    receipts: Receipts
    outbox: OutboxQueue
    inbox: Inbox
    hearings: Hearings
    heads: Heads
    fillings: Fillings
    reactions: Reactions
    deeds: Deeds
    schedules: Schedules
    links: Links
    notices: Notices
    directories: Directories
    aliases: Aliases
    zones: Zones
    devices: DeviceSettings
    wishes: Wishes
    summaries: Summaries
    summarizer: Summarizer
    clock: Callable[[], float]
    """Epoch seconds."""
    sleep: Callable[[float], None]
    max_message_age: float
    undo_seconds: float
    """For so long after it was spoken, a message can be unsent or changed by voice."""
