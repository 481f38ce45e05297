"""What the intent handlers work with: the mailbox, a clock and the settings."""

from collections.abc import Callable
from dataclasses import dataclass

from postbox.directory.directories import Directories
from postbox.inbox.activity import Activity
from postbox.inbox.backfills import Backfills
from postbox.inbox.inbox import Inbox
from postbox.inbox.reactions import Reactions
from postbox.inbox.read_states import ReadStates
from postbox.links.aliases import Aliases
from postbox.links.links import Links
from postbox.links.preferences import Preferences
from postbox.links.quotas import SummaryQuota
from postbox.links.zones import Zones
from postbox.outbox.notices import Notices
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipts import Receipts
from postbox.outbox.schedules import Schedules
from skill.device import DeviceSettings
from skill.summarizing import Summarizer


@dataclass(frozen=True)
class Services:
    """Everything outside the skill that an answer may need."""

    receipts: Receipts
    outbox: OutboxQueue
    inbox: Inbox
    read_states: ReadStates
    activity: Activity
    backfills: Backfills
    reactions: Reactions
    schedules: Schedules
    links: Links
    notices: Notices
    directories: Directories
    aliases: Aliases
    zones: Zones
    devices: DeviceSettings
    preferences: Preferences
    summaries: SummaryQuota
    summarizer: Summarizer
    clock: Callable[[], float]
    """Epoch seconds."""
    sleep: Callable[[float], None]
    max_message_age: float
    undo_seconds: float
    """For so long after it was spoken, a message can be unsent or changed by voice."""
